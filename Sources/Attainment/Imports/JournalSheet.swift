internal import Frame
internal import Kernel
internal import Tabular

/// The head of one class sheet of a journal: class, pupils by column, the columns behind them.
struct JournalSheet {
    /// One pupil's column.
    struct Column {
        let index: Int
        let code: String
        let surname: String
        let forename: String
    }

    /// Rows 1 to 4 hold the class, surnames, first names and personal codes.
    static let headLines = 4
    /// Pupils begin in column F.
    static let firstPupil = 5

    private var rows: [Int: [CellValue]] = [:]

    /// Takes a row of the head.
    mutating func take(_ line: MappedLine) {
        rows[line.place.line] = line.cells
    }

    /// The name of the class or teaching group.
    var className: String { text(1, 0) }

    /// The pupils, by personal code or, where a column has none, by name.
    var columns: [Column] {
        let width = (2...JournalSheet.headLines).map { rows[$0]?.count ?? 0 }.max() ?? 0
        guard width > JournalSheet.firstPupil else { return [] }
        return (JournalSheet.firstPupil..<width).compactMap { index in
            let surname = text(2, index)
            guard !JournalSheet.trailing.contains(HeadingMatch.normal(surname)) else { return nil }
            let code = text(4, index)
            let column = Column(
                index: index,
                code: JournalSheet.isPersonalCode(code) ? code : "",
                surname: surname,
                forename: text(3, index)
            )
            let isNamed = !column.surname.isEmpty && !column.forename.isEmpty
            return column.code.isEmpty && !isNamed ? nil : column
        }
    }

    /// The column with the teacher's name, if there is one.
    var teacherColumn: Int? {
        rows[2]?.indices.first { HeadingMatch.normal(text(2, $0)) == JournalSheet.teacherHeading }
    }

    /// Whether a sheet of the workbook is no class's.
    static func isSkipped(_ name: String) -> Bool { skipped.contains(HeadingMatch.normal(name)) }

    /// Whether a text has the form `DDMMYY-NNNNN`.
    static func isPersonalCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 12, bytes[6] == UInt8(ascii: "-") else { return false }
        return bytes.indices.allSatisfy { $0 == 6 || (0x30...0x39).contains(bytes[$0]) }
    }

    private func text(_ line: Int, _ column: Int) -> String {
        guard let cells = rows[line], cells.indices.contains(column) else { return "" }
        return HeadingMatch.clean(cells[column].text)
    }

    private static let teacherHeading = HeadingMatch.normal("Priekšmeta skolotājs")
    private static let trailing = Set(
        ["Tēma", "Mājasdarba uzdevums", "Piezīmes", "Autors", "Priekšmeta skolotājs"].map(HeadingMatch.normal)
    )
    private static let skipped = Set(
        ["Apv. žurn. - žurn. pārb.", "Ind. d. žurn. - žurn. pārb."].map(HeadingMatch.normal)
    )
}
