internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads rows of a table about a person, with sealed texts opened.
struct PersonReader {
    let note: TableNote
    let columns: [String]
    let desk: Desk
    let connection: Connection

    func rows(where condition: SQL) throws -> [[Value]] {
        let names = SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
        let order = SQL.joined(try note.key.map { try SQL.name($0) }, by: ", ")
        var rows: [[Value]] = []
        // General: the table is any about persons, the condition that of its note.
        try connection.each(
            """
            SELECT \(names) FROM \(try SQL.name(note.name)) WHERE \(condition) ORDER BY \(order)
            """
        ) { row in
            rows.append(try columns.map { _ in try row.next(Value.self) })
        }
        return try rows.map { try opened($0) }
    }

    /// The rows in words; nil where there are none.
    ///
    /// Numbers of the key are read even where they are not shown: a sealed text is bound to them.
    func section(
        where condition: SQL,
        _ words: PersonWords,
        _ codes: CodeWords
    ) throws -> PersonRecords.Section? {
        let rows = try rows(where: condition)
        guard !rows.isEmpty else { return nil }
        let shown = columns.enumerated().filter { !ColumnWords.technical.contains($0.element) }
        return PersonRecords.Section(
            name: note.name,
            title: words.title(note.name, desk.house),
            columns: shown.map { ($0.element, ColumnWords.words($0.element)) },
            rows: rows.map { row in
                shown.map { place in
                    codes.value(row[place.offset], in: place.element, of: note.name)
                        ?? words.value(row[place.offset], in: place.element)
                }
            }
        )
    }

    /// A row with its sealed texts in the clear, for those who answer persons about their data.
    private func opened(_ row: [Value]) throws -> [Value] {
        guard !PersonTables.heldBack.contains(note.name) else { return row }
        var row = row
        let pass = desk.pass(.handlePrivacy)
        for (index, column) in columns.enumerated() where note.sealed.contains(column) {
            guard case .blob(let sealed) = row[index] else { continue }
            // Its time is over, and its place is empty.
            guard !sealed.isEmpty else {
                row[index] = .null
                continue
            }
            let key = note.key.map { name in
                columns.firstIndex(of: name).map { PersonReader.text(row[$0]) } ?? ""
            }
            let text = RestrictedText(
                sealed: sealed,
                tenant: desk.tenant,
                place: SealedPlace(table: note.name, column: column, row: key.joined(separator: "/")),
                scope: .tenant
            )
            row[index] = try text.opened(pass, connection).map { .text($0) } ?? .null
        }
        return row
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .integer(let number): String(number)
        case .text(let text): text
        case .null, .blob: ""
        }
    }
}
