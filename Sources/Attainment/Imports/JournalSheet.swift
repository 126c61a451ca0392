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

        /// The name as the sheet has it.
        var name: String { [surname, forename].filter { !$0.isEmpty }.joined(separator: " ") }
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
        guard width > JournalSheet.firstPupil else { return [] }
        return (JournalSheet.firstPupil..<width).compactMap { index in
            guard !isTrailing(index) else { return nil }
            let code = text(4, index)
            let name = name(index)
            let column = Column(
                index: index,
                code: JournalSheet.isPersonalCode(code) ? code : "",
                surname: name.surname,
                forename: name.forename
            )
            let isNamed = !column.surname.isEmpty && !column.forename.isEmpty
            return column.code.isEmpty && !isNamed ? nil : column
        }
    }

    /// The first column behind those of the pupils, where the sheet has any.
    var firstTrailing: Int? {
        guard width > JournalSheet.firstPupil else { return nil }
        return (JournalSheet.firstPupil..<width).first(where: isTrailing)
    }

    /// What the head says of a column that it names nobody by, with the row that says it.
    func saying(_ column: Int) -> (line: Int, text: String) {
        for line in [JournalSheet.headLines, 2, 3] where !text(line, column).isEmpty {
            return (line, text(line, column))
        }
        return (2, "")
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

    /// How many columns the rows about pupils have.
    private var width: Int { (2...JournalSheet.headLines).map { rows[$0]?.count ?? 0 }.max() ?? 0 }

    private func isTrailing(_ column: Int) -> Bool {
        JournalSheet.trailing.contains(HeadingMatch.normal(text(2, column)))
    }

    /// Surname and forename of a column; some schools write the whole name in the row of surnames.
    private func name(_ column: Int) -> (surname: String, forename: String) {
        let (surname, forename) = (text(2, column), text(3, column))
        guard forename.isEmpty, firstTrailing.map({ column < $0 }) ?? true else { return (surname, forename) }
        let halves = PupilFields.halves(surname)
        // A heading of several words is nobody's name: in Latvian its second word is small.
        let isName =
            !halves.forename.isEmpty
            && surname.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
        guard isName else { return (surname, forename) }
        return halves
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
