import Frame
import Kernel
import Pages

/// A column of the page of a subject, which stands there where a line has something to say in it.
enum SubjectColumn: CaseIterable {
    case mark, counted, missed, tests, state

    /// The columns that any of the lines, or their total, says something in.
    static func known(in year: SubjectYear) -> [SubjectColumn] {
        let lines = year.lines + [year.whole].compactMap { $0 }
        return allCases.filter { column in
            lines.contains { column.figure($0)?.saysSomething == true }
        }
    }

    func figure(_ line: SubjectYear.Line) -> Figure? {
        switch self {
        case .mark: line.marks.last ?? nil
        case .counted: line.counted
        case .missed: line.missed
        case .tests: line.tests
        case .state: line.state
        }
    }

    /// The column with its heading, which says the year of marks where it is not that of the page.
    func column(_ year: SubjectYear, _ language: Language) -> DataTable.Column {
        let isOther = self == .mark && year.markYear != year.year
        let words = isOther ? "\(heading[language]), \(Format(language).schoolYear(year.markYear))" : nil
        return DataTable.Column(words ?? heading[language], self == .mark ? .spark : .number)
    }

    private var heading: Text {
        switch self {
        case .mark: Text(lv: "Vidējais vērtējums", en: "Mean mark")
        case .counted: Text(lv: "Vērtējumi", en: "Marks")
        case .missed: Text(lv: "Kavēto stundu daļa", en: "Lessons missed")
        case .tests: Text(lv: "Pārbaudes darbi", en: "Tests")
        case .state: Text(lv: "Valstī tajos pašos darbos", en: "State in the same")
        }
    }

    /// How to read the columns that are there.
    static func note(_ columns: [SubjectColumn], hasLine: Bool) -> Text {
        var notes = [Text(lv: "Pēc nosaukuma.", en: "By name.")]
        if columns.contains(.mark), hasLine {
            notes.append(Text(lv: "Līnija rāda trīs gadus.", en: "The line shows three years."))
        }
        if columns.contains(.tests) {
            notes.append(
                Text(
                    lv: "Pārbaudes darbi – tie, kuriem zināms valsts vidējais.",
                    en: "Tests are those whose state mean is known."
                )
            )
        }
        return Text(
            lv: notes.map(\.lv).joined(separator: " "),
            en: notes.map(\.en).joined(separator: " ")
        )
    }
}
