import Frame
import Kernel
import Pages

/// A column of the roster.
enum RosterColumn: CaseIterable {
    case mark, insufficient, missed, unexcused

    func has(_ roster: ClassRoster) -> Bool {
        switch self {
        case .mark: !(roster.marks[roster.year.start] ?? [:]).isEmpty
        case .insufficient: !roster.insufficient.isEmpty
        case .missed: !roster.missed.isEmpty
        case .unexcused: !roster.unexcused.isEmpty
        }
    }

    func column(_ roster: ClassRoster, _ language: Language) -> DataTable.Column {
        switch self {
        case .mark: DataTable.Column(RosterColumn.markHeading(roster)[language], .spark)
        case .insufficient:
            DataTable.Column(
                Text(lv: "Nepietiekami vērtējumi", en: "Insufficient marks")[language],
                .number
            )
        case .missed: DataTable.Column(Text(lv: "Kavētās stundas", en: "Lessons missed")[language], .spark)
        case .unexcused:
            DataTable.Column(Text(lv: "tostarp neattaisnoti", en: "without excuse")[language], .number)
        }
    }

    private static func markHeading(_ roster: ClassRoster) -> Text {
        guard let term = roster.markTerm else {
            return Text(lv: "Vidējais gada vērtējums", en: "Mean year mark")
        }
        return Text(lv: "Vidējais \(term). semestra vērtējums", en: "Mean mark of term \(term)")
    }

    /// How to read the columns that are there.
    static func note(_ roster: ClassRoster, _ language: Language) -> String {
        let columns = allCases.filter { $0.has(roster) }
        let order = Text(lv: "Kārtots pēc uzvārda.", en: "By surname.")
        return [order, lines(columns), colours(columns)].compactMap { $0?[language] }.joined(separator: " ")
    }

    private static func lines(_ columns: [RosterColumn]) -> Text? {
        switch (columns.contains(.mark), columns.contains(.missed)) {
        case (true, true):
            Text(
                lv: """
                    Līnija pie vērtējuma rāda šā un iepriekšējā gada semestrus, pie kavējumiem – mēnešus; visām rindām \
                    ir viens mērogs.
                    """,
                en: """
                    The line beside a mark shows the terms of this year and the one before, beside absence the months; \
                    all rows have one scale.
                    """
            )
        case (true, false):
            Text(
                lv: "Līnija rāda šā un iepriekšējā gada semestrus; visām rindām ir viens mērogs.",
                en: "The line shows the terms of this year and the one before; all rows have one scale."
            )
        case (false, true):
            Text(
                lv: "Līnija rāda mēnešus; visām rindām ir viens mērogs.",
                en: "The line shows months; all rows have one scale."
            )
        case (false, false): nil
        }
    }

    private static func colours(_ columns: [RosterColumn]) -> Text? {
        let over = Text(lv: "stundas virs robežas", en: "lessons over the limit")
        let low = Text(lv: "nepietiekami vērtējumi", en: "insufficient marks")
        let what = [columns.contains(.unexcused) ? over : nil, columns.contains(.insufficient) ? low : nil]
            .compactMap { $0 }
        guard !what.isEmpty else { return nil }
        return Text(
            lv: "Iekrāsots tas, kam jāpievērš uzmanība: \(what.map(\.lv).joined(separator: " un ")).",
            en: "Coloured is what needs attention: \(what.map(\.en).joined(separator: " and "))."
        )
    }
}
