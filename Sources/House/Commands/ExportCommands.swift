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
        let formats = house.formats.filter { $0 is any ExportFormat.Type || $0 is any SetExportFormat.Type }
        let width = formats.map { $0.name.count }.max() ?? 0
        return formats.map { format in
            format.name + String(repeating: " ", count: width - format.name.count + 2)
                + format.title[language]
        }
        .joined(separator: "\n")
    }

    /// Writes a table, or a set of tables in a zip file, to a file that is not there yet; one with persons only where
    /// the guard of exports permits.
    ///
    /// - Returns: the number of rows for which the format has no place.
    @discardableResult
    package func write(
        _ name: String,
        to path: String,
        year: SchoolYear?,
        institution: String?,
        reason: String,
        edition: String = ""
    ) async throws -> Int {
        let desk = session.desk
        let kind = try ExportedKind(name, path, desk.house)
        try desk.requireAnywhere(kind.permission)
        if case .table = kind, !edition.isEmpty { throw Refusal.noEdition(name) }
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.fileIsThere(path) }
        let draft = path + ".part"
        // Who it is for is known before the rows are, and a file is not opened again for its last line.
        let mark = PersonExports(desk).watermark()[desk.asker.language]
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let (written, scope) = try await desk.database.data.read { connection in
            let place = try institution.map {
                try RegistryLookup(tenant: desk.tenant, connection).institution($0)
            }
            let order = ExportOrder(
                tenant: desk.tenant,
                year: year ?? SchoolYear(containing: desk.today),
                institution: place,
                asker: desk.asker,
                today: desk.today,
                edition: edition
            )
            let written = try kind.write(order, connection, to: draft, mark: mark)
            return (written, order.selection(kind.permission).exportScope)
        }
        // An approval is for the table of one year.
        let what =
            ([name, "\(year ?? SchoolYear(containing: desk.today))"] + (edition.isEmpty ? [] : [edition]))
            .joined(separator: " ")
        try await guardPersons(what, written.persons, in: scope, reason: reason)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
        try FileManager.default.moveItem(atPath: draft, toPath: path)
        return written.leftOut
    }

    private func guardPersons(
        _ what: String,
        _ persons: WrittenPersons,
        in scope: Scope,
        reason: String
    ) async throws {
        guard persons != WrittenPersons() else { return }
        let outcome = try await PersonExports(session.desk).ask(
            what,
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
}

/// What a file of an export is made of.
private enum ExportedKind: Sendable {
    case table(any ExportFormat.Type, TableFormat)
    case set(any SetExportFormat.Type)

    init(_ name: String, _ path: String, _ house: HouseBook) throws(Refusal) {
        let format = house.formats.first { $0.name == name }
        if let set = format as? any SetExportFormat.Type {
            guard path.hasSuffix(".zip") else { throw ExportedKind.noZip(path) }
            self = .set(set)
        } else if let table = format as? any ExportFormat.Type {
            self = .table(table, try ExportedKind.kind(of: path))
        } else {
            throw Refusal.cannotExport(name, ExportCommands.list(house, .lv))
        }
    }

    var permission: Permission {
        switch self {
        case .table(let format, _): format.exportPermission
        case .set(let format): format.exportPermission
        }
    }

    /// A file with persons carries the mark: behind the rows of a table, beside the tables of a set.
    func write(
        _ order: ExportOrder,
        _ connection: Connection,
        to path: String,
        mark: String
    ) throws -> WrittenSet {
        switch self {
        case .table(let format, let kind):
            var written = WrittenSet()
            let writer = try kind.writer(path: path)
            written.persons = try format.write(order, connection, to: writer)
            if written.persons != WrittenPersons() { try writer.row([.text(FileRemark.line(mark))]) }
            try writer.finish()
            return written
        case .set(let format):
            let writer = try TableSetWriter(path: path)
            let written = try format.write(order, connection, to: writer)
            if written.persons != WrittenPersons() { writer.remark = mark }
            try writer.finish()
            return written
        }
    }

    private static func noZip(_ path: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "„\(path)” nav ZIP fails.", en: "“\(path)” is no zip file."),
            advice: Text(
                lv: "Tabulu kopu raksta failā .zip.",
                en: "A set of tables is written to a .zip file."
            )
        )
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

    fileprivate static func noEdition(_ name: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "Tabulai „\(name)” versiju nav.", en: "The table “\(name)” has no editions."),
            advice: Text(lv: "Izlaidiet --edition.", en: "Leave --edition out.")
        )
    }

    static func fileIsThere(_ path: String) -> Refusal {
        Refusal(
            .conflict,
            Text(lv: "Fails \(path) jau pastāv.", en: "The file \(path) exists already."),
            advice: Text(lv: "Norādiet citu nosaukumu.", en: "Give it another name.")
        )
    }
}
