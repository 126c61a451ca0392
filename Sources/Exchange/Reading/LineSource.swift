import Frame
import Tabular

/// The lines of one sheet, from bytes where the file allows, else from cells.
struct LineSource {
    let file: SourceFile
    let number: Int
    let sheet: Int
    let columns: SheetColumns?
    /// Where reading goes on; nil is the beginning.
    var from: ReadPoint?

    /// Shows every line that holds something, behind the headings where there are any; `bytes` knows how far the file
    /// is read, where it is read as bytes.
    ///
    /// The body says whether it wants more.
    func each(_ body: (_ line: MappedLine, _ bytes: CSVBytes?) throws -> Bool) throws {
        if file.isPlain { try plain(body) } else { try cells(body) }
    }

    private func plain(_ body: (MappedLine, CSVBytes?) throws -> Bool) throws {
        let reader = try CSVBytes(
            path: file.path,
            separator: file.table.separator.byte,
            offset: from?.offset ?? 0,
            line: from?.line ?? 1
        )
        var record = ByteRecord()
        let after = columns?.headingLine ?? 0
        var line = MappedLine(
            place: .none,
            record: record,
            columnOfField: columns?.columns ?? [],
            constants: columns?.constants ?? []
        )
        while try reader.next(into: &record) {
            guard record.line > after else { continue }
            line.turn(to: record, at: SourcePlace(file: number, sheet: sheet, line: record.line))
            guard try body(line, reader) else { return }
        }
    }

    private func cells(_ body: (MappedLine, CSVBytes?) throws -> Bool) throws {
        let after = max(columns?.headingLine ?? 0, from?.line ?? 0)
        try file.table.rows(sheet: sheet) { row in
            guard row.line > after else { return true }
            let blanks = max(0, row.width - row.cells.count)
            let line = MappedLine(
                place: SourcePlace(file: number, sheet: sheet, line: row.line),
                cells: row.cells + Array(repeating: CellValue.blank, count: blanks),
                columnOfField: columns?.columns ?? [],
                constants: columns?.constants ?? []
            )
            return try body(line, nil)
        }
    }
}
