internal import Access
internal import Foundation
internal import Frame
internal import Kernel
internal import Tabular

/// A zip file with a table for each kind of data, as the person may take along.
struct PersonFile {
    let records: PersonRecords

    /// The bytes of the file; it is on disk in a folder of its own only while it is made.
    func bytes() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sekme-person-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("person.zip").path
        try write(to: TableSetWriter(path: path))
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private func write(to writer: TableSetWriter) throws {
        for section in records.sections {
            try writer.begin("\(section.name).csv", section.columns.map(\.name))
            for row in section.rows { try writer.row(row.map { PersonFile.cell($0.plain) }) }
        }
        if !records.withheld.isEmpty {
            try writer.begin("withheld.csv", ["what", "rows", "reason"])
            for part in records.withheld {
                try writer.row(
                    [part.title.lv, part.rows.map { String($0) } ?? "", part.reason.lv].map {
                        PersonFile.cell($0)
                    }
                )
            }
        }
        try write(records.looks, "access.csv", to: writer)
        if records.isOfStaff { try write(records.deeds, "deeds.csv", to: writer) }
        try writer.finish()
    }

    private func write(_ accesses: [PersonRecords.Access], _ name: String, to writer: TableSetWriter) throws {
        try writer.begin(name, ["at", "who", "deed", "where"])
        for access in accesses {
            try writer.row(
                [access.record.at.description, access.who, access.record.kind, access.record.place]
                    .map { PersonFile.cell($0) }
            )
        }
    }

    private static func cell(_ text: String) -> TableCell { text.isEmpty ? .blank : .text(text) }
}
