import Evidence
import Frame
import Kernel
import Pages

/// Lessons missed by month and kind as a share of the lessons recorded, the municipality's beside.
///
/// Who may not see months sees terms: figures by month are for those who work with the pupils.
struct AbsenceMonths: Sendable {
    /// A month, or a term.
    struct Period: Sendable {
        let name: Text
        /// By kind.
        let kinds: [Share]
        let whole: Share
        let municipality: Share
        /// That it is a month that is not over, which no sentence compares.
        var unfinished: Text?
    }

    /// A number of the chart with the page that tells how it was made.
    struct Share: Sendable {
        /// Tenths of a per cent; nil where there is none to show.
        let value: Int?
        let making: Address?

        init(_ figure: Figure?, _ figures: PageFigures) {
            value = figure?.isHidden == false ? figure?.scaled?.value : nil
            making = value == nil ? nil : figures.making(figure)
        }
    }

    let periods: [Period]
    let byMonth: Bool
    /// Whether illness stands under other excuses, for readers who may not know of the pupils' health.
    let isTogether: Bool
    /// What the marks across the columns are: "pašvaldībā".
    let reference: Text

    static let kinds: [(code: String, words: Text, meaning: Meaning)] = [
        ("illness", Text(lv: "slimības dēļ", en: "illness"), .illness),
        ("excused", Text(lv: "cits attaisnojošs iemesls", en: "another excuse"), .excused),
        ("unexcused", Text(lv: "neattaisnoti", en: "without excuse"), .unexcused),
        ("unstated", Text(lv: "iemesls nav norādīts", en: "reason not given"), .other),
    ]

    private static let together = Text(lv: "attaisnoti (arī slimības dēļ)", en: "excused, illness included")

    static func load(_ beside: Beside, _ figures: PageFigures) throws -> AbsenceMonths {
        let months = try load(beside, .month, figures)
        let isShown = months.periods.contains { $0.whole.value != nil }
        let shown = isShown ? months : try load(beside, .term, figures)
        return AbsenceMonths(
            periods: shown.periods.filter { isShown || $0.whole.value != nil },
            byMonth: isShown,
            isTogether: shown.isTogether,
            reference: beside.words
        )
    }

    private static func load(
        _ beside: Beside,
        _ dimension: Dimension,
        _ figures: PageFigures
    ) throws -> (periods: [Period], isTogether: Bool) {
        let whole = try figures.line("attendance/missed-share", beside.own, over: dimension)
        guard whole.values.contains(where: { !$0.isHidden }) else { return ([], false) }
        var kinds = try kinds.map {
            try figures.line("attendance/\($0.code)-rate", beside.own, over: dimension)
        }
        // Whoever sees the rest of a month, but not these, sees them together.
        let isTogether = kinds[0].contains { member, figure in
            figure.isHidden && kinds[1][member]?.isHidden == true && whole[member]?.isHidden == false
        }
        if isTogether {
            kinds[0] = [:]
            kinds[1] = try figures.line("attendance/excused-all-rate", beside.own, over: dimension)
        }
        let municipality = try figures.line("attendance/missed-share", beside.municipality, over: dimension)
        // Totals without a date stand under 0 and belong to no month.
        let periods = whole.keys.filter { $0 > 0 }.sorted().map { member in
            Period(
                name: name(dimension, member),
                kinds: kinds.map { Share($0[member], figures) },
                whole: Share(whole[member], figures),
                municipality: Share(municipality[member], figures),
                unfinished: unfinished(dimension, member, figures.desk.today)
            )
        }
        return (periods, isTogether)
    }

    private static func name(_ dimension: Dimension, _ member: Int) -> Text {
        guard dimension == .month else { return NumberedMember.name(.term, member) }
        let month = Month(number: member)
        return Text(lv: Format(.lv).shortMonth(month), en: Format(.en).shortMonth(month))
    }

    private static func unfinished(_ dimension: Dimension, _ member: Int, _ today: Day) -> Text? {
        let month = Month(number: member)
        return dimension == .month && month.runs(on: today) ? month.unfinished(on: today) : nil
    }

    func html(id: String, _ language: Language) -> HTML? {
        guard !periods.isEmpty else { return nil }
        let shown = AbsenceMonths.kinds.indices.filter { kind in
            periods.contains { ($0.kinds[kind].value ?? 0) > 0 }
        }
        let hasReference = periods.contains { $0.municipality.value != nil }
        var head = ChartHead(
            id: id,
            language,
            title: Text(lv: "Kavēto stundu daļa", en: "Share of lessons missed")[language],
            summary: summary(language)
        )
        head.hidesTitle = true
        head.makings = periods.map { period in
            (shown.map { period.kinds[$0] } + [period.whole, period.municipality]).map(\.making)
        }
        return StackedColumns(
            head,
            units: Units(decimals: 1, sign: "%"),
            categoryName: byMonth
                ? Text(lv: "Mēnesis", en: "Month")[language]
                : Text(lv: "Semestris", en: "Term")[language],
            categories: periods.map { $0.name[language] },
            parts: shown.map { kind in
                let (code, words, meaning) = AbsenceMonths.kinds[kind]
                let name = isTogether && code == AbsenceKind.excused.code ? AbsenceMonths.together : words
                return LineChart.Series(name[language], periods.map { $0.kinds[kind].value }, meaning)
            },
            whole: (Text(lv: "kopā", en: "all")[language], periods.map(\.whole.value)),
            reference: hasReference
                ? StackedColumns.Reference(reference[language], periods.map(\.municipality.value)) : nil
        ).html
    }

    func summary(_ language: Language) -> String {
        let units = Units(decimals: 1, sign: "%")
        let unfinished = periods.compactMap { $0.unfinished?[language] }.map { " \($0)" }.joined()
        let known = periods.filter { $0.whole.value != nil && $0.unfinished == nil }
        guard let most = known.max(by: { ($0.whole.value ?? 0) < ($1.whole.value ?? 0) }),
            let value = most.whole.value
        else {
            return Text(lv: "Procenti no reģistrētajām stundām.", en: "Per cent of lessons recorded.")[
                language
            ] + unfinished
        }
        let words = units.words(value, language)
        return Text(
            lv: "Procenti no reģistrētajām stundām; visvairāk – \(most.name.lv) (\(words)).",
            en: "Per cent of lessons recorded; the most in \(most.name.en) (\(words))."
        )[language] + unfinished
    }
}
