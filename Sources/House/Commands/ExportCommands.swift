import Access
import Foundation
package import Frame
package import Kernel
import Registry
import Storage
import Tabular

/// What `sekme export` does: a table of Sekme's own as a file that imports again as no change.
package struct ExportCommands: Sendable {
    private let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    /// The formats that can be written, one a line.
    package static func list(_ house: HouseBook, _ language: Language) -> String {
        let formats = house.formats.filter { $0 is any ExportFormat.Type }
        let width = formats.map { $0.name.count }.max() ?? 0
        return formats.map { format in
            format.name + String(repeating: " ", count: width - format.name.count + 2)
                + format.title[language]
        }
        .joined(separator: "\n")
    }

    /// Writes a table to a file that is not there yet; one with persons only where the guard of exports permits.
    package func write(
        _ name: String,
        to path: String,
        year: SchoolYear?,
        institution: String?,
        reason: String
    ) async throws {
        let desk = session.desk
        let kind = try ExportCommands.kind(of: path)
        guard let format = desk.house.formats.first(where: { $0.name == name }) as? any ExportFormat.Type
        else { throw Refusal.cannotExport(name, ExportCommands.list(desk.house, .lv)) }
        try desk.requireAnywhere(format.exportPermission)
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.fileIsThere(path) }
        let draft = path + ".part"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let (persons, scope) = try await desk.database.data.read { connection in
            let place = try institution.map {
                try RegistryLookup(tenant: desk.tenant, connection).institution($0)
            }
            let order = ExportOrder(
                tenant: desk.tenant,
                year: year ?? SchoolYear(containing: desk.today),
                institution: place,
                asker: desk.asker,
                today: desk.today
            )
            let writer = try kind.writer(path: draft)
            let persons = try format.write(order, connection, to: writer)
            try writer.finish()
            return (persons, order.selection(format.exportPermission).exportScope)
        }
        if persons != WrittenPersons() {
            let outcome = try await PersonExports(desk).ask(
                name,
                Array(persons.pupils),
                staff: Array(persons.staff),
                in: scope,
                reason: reason
            )
            switch outcome {
            case .permitted: break
            case .needsReason(let ceiling): throw Refusal.exportNeedsReason(ceiling)
            case .waits(let number): throw Refusal.exportWaits(number)
            }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
        try FileManager.default.moveItem(atPath: draft, toPath: path)
    }

    private static func kind(of path: String) throws(Refusal) -> TableFormat {
        guard let ending = path.split(separator: ".").last, let kind = TableFormat(rawValue: String(ending))
        else {
            throw Refusal(
                .usage,
                Text(lv: "„\(path)” nav tabulas fails.", en: "“\(path)” is no file of a table."),
                advice: Text(lv: "Beidziet ar .csv, .xlsx vai .ods.", en: "End it with .csv, .xlsx or .ods.")
            )
        }
        return kind
    }
}

extension Refusal {
    fileprivate static func cannotExport(_ name: String, _ list: String) -> Refusal {
        Refusal(
            .unknown,
            Text(lv: "Tabulu „\(name)” nevar eksportēt.", en: "The table “\(name)” cannot be exported."),
            advice: Text(lv: "Var:\n\(list)", en: "These can:\n\(list)")
        )
    }

    fileprivate static func fileIsThere(_ path: String) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "Fails \(path) jau pastāv.", en: "The file \(path) exists already."),
            advice: Text(lv: "Norādiet citu nosaukumu.", en: "Give it another name.")
        )
    }
}
