import Frame
package import Kernel

/// Something that is not as it must be.
package struct DoctorFinding: Sendable, Hashable {
    /// What is wrong.
    package enum Kind: String, Sendable {
        /// A cell holds other sums than its facts give.
        case cellDiffers
        /// A cell is missing.
        case cellMissing
        /// A cell rests on no fact.
        case cellSurplus
        /// A row refers to a row that is not there.
        case orphan
        /// Facts are in another class than their pupils were on their dates.
        case classDiffers
        /// A room keeps something that its data do not give.
        case kept
    }

    /// What is wrong.
    package let kind: Kind
    /// The table.
    package let table: String
    /// The key of the cell; for orphans the column's value, for classes the key of one of the facts.
    package let key: [Int]
    /// What the table holds.
    package let found: [Int]
    /// What it ought to hold.
    package let expected: [Int]
    /// The column of an orphan.
    package let column: String
    private let said: Text?

    /// A difference that a room found in what it keeps.
    init(kept words: Text) {
        kind = .kept
        table = ""
        key = []
        found = []
        expected = []
        column = ""
        said = words
    }

    /// How many facts of a table are in another class than the enrolments of their dates say, with one of them.
    init(classes table: FactTable, count: Int, key: [Int], found: Int, expected: Int, isMended: Bool) {
        kind = .classDiffers
        self.table = table.name.text
        self.key = key
        self.found = [found]
        self.expected = [expected]
        column = Dimension.classGroup.column.text
        said = DoctorFinding.classes(table, count, key, found, expected, isMended)
    }

    init(
        _ kind: Kind,
        table: String,
        key: [Int],
        found: [Int] = [],
        expected: [Int] = [],
        column: String = ""
    ) {
        self.kind = kind
        self.table = table
        self.key = key
        self.found = found
        self.expected = expected
        self.column = column
        said = nil
    }

    /// The finding in a sentence.
    package var words: Text {
        let key = key.map { String($0) }.joined(separator: "/")
        let found = found.map { String($0) }.joined(separator: ", ")
        let expected = expected.map { String($0) }.joined(separator: ", ")
        switch kind {
        case .kept, .classDiffers: return said ?? Text(same: "")
        case .cellDiffers:
            return Text(
                lv: "Tabulā \(table) šūna \(key) ir \(found), bet no ierakstiem iznāk \(expected).",
                en: "In table \(table) the cell \(key) holds \(found), but the facts give \(expected)."
            )
        case .cellMissing:
            return Text(
                lv: "Tabulā \(table) trūkst šūnas \(key); no ierakstiem iznāk \(expected).",
                en: "Table \(table) lacks the cell \(key); the facts give \(expected)."
            )
        case .cellSurplus:
            return Text(
                lv: "Tabulā \(table) ir lieka šūna \(key) (\(found)).",
                en: "Table \(table) has a surplus cell \(key) (\(found))."
            )
        case .orphan:
            return Text(
                lv: "Tabulas \(table) kolonnā \(column) ir atsauce \(key), kuras reģistrā nav.",
                en: "Column \(column) of table \(table) refers to \(key), which the register does not have."
            )
        }
    }

    /// Facts in other classes than their pupils, in words; a person looks at them before they are moved.
    private static func classes(
        _ table: FactTable,
        _ count: Int,
        _ key: [Int],
        _ found: Int,
        _ expected: Int,
        _ isMended: Bool
    ) -> Text {
        let rows = table.noun.noun.counted(count)
        let example = key.map { String($0) }.joined(separator: "/")
        let finding = Text(
            lv: """
                Tabulā \(table.name.text) ir \(rows.lv) ar citu klasi nekā uzņemšanas ziņās par attiecīgo dienu. Piemēram, \
                \(example): klases numurs ir \(found), pēc uzņemšanas ziņām jābūt \(expected).
                """,
            en: """
                Table \(table.name.text) has \(rows.en) in another class than the enrolment of that date. For example, \
                \(example): the number of the class is \(found), by the enrolment it would be \(expected).
                """
        )
        guard !isMended else {
            return finding
                + Text(
                    lv: " Tagad klase ir pēc uzņemšanas ziņām.",
                    en: " Now the class is that of the enrolment."
                )
        }
        let advice = Text(
            lv: """
                 Pārbaudiet, vai uzņemšanas ziņas ir pareizas. Ja ir, klasi izlabo „sekme doctor --repair”; ja nav, importējiet \
                labotu izglītojamo sarakstu.
                """,
            en: """
                 Look whether the enrolment is right. If it is, “sekme doctor --repair” mends the class; if not, import a \
                corrected list of pupils.
                """
        )
        return finding + advice
    }
}
