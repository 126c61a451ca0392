internal import Access
internal import Foundation
internal import Frame
internal import Kernel
internal import Tabular

/// A zip file with a table for each kind of data, as the person may take along.
///
/// Names of tables, headings and values are in words, as the person reads them; what has a code has it in a column
/// beside, and days are in ISO form, so that another system can read the tables too.
struct PersonFile {
    let records: PersonRecords
    let language: Language

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
        let writer = try TableSetWriter(path: path)
        for table in PersonTableFile.all(of: records, language) {
            try writer.begin(table.name, table.headings)
            for row in table.rows { try writer.row(row.map { $0.isEmpty ? .blank : .text($0) }) }
        }
        try writer.finish()
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// One table of the file: its name, its headings and its rows as texts.
struct PersonTableFile: Sendable {
    let name: String
    let headings: [String]
    let rows: [[String]]

    /// The tables of all that is kept of a person, in the order of the page; each name once.
    static func all(of records: PersonRecords, _ language: Language) -> [PersonTableFile] {
        var tables = records.sections.map { section($0, language) }
        if !records.withheld.isEmpty { tables.append(withheld(records.withheld, language)) }
        let looks = Text(lv: "Kas skatīja datus", en: "Who saw the data")
        tables.append(accesses(records.looks, looks, language))
        if records.isOfStaff {
            let deeds = Text(lv: "Ko persona darījusi sistēmā", en: "What the person did in the system")
            tables.append(accesses(records.deeds, deeds, language))
        }
        var seen: [String: Int] = [:]
        return tables.map { table in
            seen[table.name, default: 0] += 1
            let number = seen[table.name] ?? 1
            let name = number == 1 ? "\(table.name).csv" : "\(table.name)-\(number).csv"
            return PersonTableFile(name: name, headings: table.headings, rows: table.rows)
        }
    }

    /// Old programs spoil letters with marks in names of packed files, so that names have none.
    private static func name(_ title: Text, _ language: Language) -> String {
        LatvianKey.search(title[language]).split(separator: " ").joined(separator: "-")
    }

    private static func section(_ section: PersonRecords.Section, _ language: Language) -> PersonTableFile {
        let coded = section.columns.indices.filter { index in
            section.rows.contains { $0[index].written == .coded }
        }
        let code = Text(lv: "kods", en: "code")[language]
        return PersonTableFile(
            name: name(section.title, language),
            headings: section.columns.map { $0.words[language] }
                + coded.map { "\(section.columns[$0].words[language]) (\(code))" },
            rows: section.rows.map { row in
                row.map { $0.written == .plain ? $0.plain : $0.words[language] }
                    + coded.map { row[$0].written == .coded ? row[$0].plain : "" }
            }
        )
    }

    private static func withheld(
        _ parts: [PersonRecords.Withheld],
        _ language: Language
    ) -> PersonTableFile {
        let headings = [
            Text(lv: "Dati", en: "Data"), Text(lv: "Rindas", en: "Rows"), Text(lv: "Kāpēc", en: "Why"),
        ]
        return PersonTableFile(
            name: name(Text(lv: "Kas nav izsniegts", en: "What is withheld"), language),
            headings: headings.map { $0[language] },
            rows: parts.map { part in
                [part.title[language], part.rows.map { String($0) } ?? "", part.reason[language]]
            }
        )
    }

    private static func accesses(
        _ accesses: [PersonRecords.Access],
        _ title: Text,
        _ language: Language
    ) -> PersonTableFile {
        let headings = [
            Text(lv: "Kad", en: "When"), Text(lv: "Kas", en: "Who"), Text(lv: "Darbība", en: "Deed"),
            Text(lv: "Kur", en: "Where"),
        ]
        return PersonTableFile(
            name: name(title, language),
            headings: headings.map { $0[language] },
            rows: accesses.map { access in
                [
                    access.record.at.description, access.who, access.record.kindWords[language],
                    access.place[language],
                ]
            }
        )
    }
}
