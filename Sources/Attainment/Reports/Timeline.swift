internal import Frame
internal import Kernel

/// Mean marks on one scale over the periods of several years.
struct Timeline {
    private var figures: [PeriodOfYear: [MemberKey: Figure]] = [:]
    /// The years whose numbers the reader may see anyway, of pupils and not of a place: they have no page of their own.
    private let plain: Set<SchoolYear>

    /// The figures of one selection a year, laid out along members.
    ///
    /// A term that is chosen leaves out other periods.
    init(
        _ question: Question,
        _ selections: [Selection],
        scale: Int,
        over dimensions: [Dimension],
        plain: Set<SchoolYear> = []
    ) throws {
        self.plain = plain
        for selection in selections {
            var year = selection
            year.term = nil
            year.compared = []
            let reader = ScaleFigures(question: question, selection: year, scale: scale)
            for (key, figure) in try reader.figures("attainment/mark", over: dimensions + [.term]) {
                add(figure, Array(key.dropLast()), selection.year, key.last)
            }
        }
        guard let term = question.selection.term else { return }
        figures = figures.filter { $0.key.period.rawValue == term }
    }

    private mutating func add(_ figure: Figure, _ key: MemberKey, _ year: SchoolYear, _ term: Int?) {
        guard let period = term.flatMap({ PeriodTable.Period(rawValue: $0) }) else { return }
        guard (figure.tally?.denominator ?? 0) > 0 else { return }
        figures[PeriodOfYear(year: year, period: period), default: [:]][key] = figure
    }

    /// The periods that have a figure, in the order of time.
    var periods: [PeriodOfYear] { figures.keys.sorted() }

    /// The members that have a figure in any period.
    var members: Set<Int> { Set(figures.values.flatMap(\.keys).compactMap(\.first)) }

    /// The figure of a member in a period.
    func figure(_ key: MemberKey, _ period: PeriodOfYear) -> Figure? { figures[period]?[key] }

    /// The cells of a member, one a period.
    func cells(_ key: MemberKey, _ periods: [PeriodOfYear]) -> [ReportCell] {
        periods.map { plain.contains($0.year) ? .plain(figure(key, $0)) : .of(figure(key, $0)) }
    }

    /// The columns of periods.
    static func columns(_ periods: [PeriodOfYear]) -> [ReportColumn] {
        periods.map { ReportColumn($0.code, $0.words).made(making) }
    }

    /// How a mean is made where it is no figure with a page of its own: of a pupil as the reader's report shows it.
    static let making = NumberMaking(
        Text(
            lv: """
                Rindas vērtējumu kolonnas periodā summa, dalīta ar to skaitu; ieskaitīti vienas skalas vērtējumi. Noapaļo līdz \
                simtdaļai.
                """,
            en: """
                The sum of the row’s marks in the period of the column over their number; marks of one scale count. Rounded to \
                hundredths.
                """
        ),
        of: [],
        measures: ["attainment/mark"]
    )

    /// Lines over terms, or over years where no term is known: a year's mark sums up its terms and is no further step.
    static func chart(_ periods: [PeriodOfYear]) -> ReportChart? {
        let terms = periods.filter { $0.period != .year }
        let steps = terms.isEmpty ? periods : terms
        return steps.count > 1 ? .lines(columns: steps.map(\.code)) : nil
    }
}

extension ReportCell {
    /// The cell of a figure that may not be known.
    static func of(_ figure: Figure?) -> ReportCell { figure.map { .figure($0) } ?? .unknown }
}
