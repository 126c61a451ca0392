internal import Frame
internal import Kernel
internal import Statistics

/// The rows of teachers, subjects and classes.
struct TeacherRows {
    private let means: [MemberKey: Figure]
    private let counts: [MemberKey: Figure]
    private let squares: [MemberKey: Tally]
    private let question: Question
    /// The period whose number and interval are shown; nil where there are no marks.
    let main: PeriodTable.Period?

    private static let along: [Dimension] = [.teacher, .subject, .classGroup]

    init(_ question: Question, _ selection: Selection, scale: Int) throws {
        self.question = question
        var year = selection
        year.term = nil
        let layout = TeacherRows.along + [.term]
        let reader = ScaleFigures(question: question, selection: year, scale: scale)
        let found = try reader.figures("attainment/mark", over: layout)
        let keys = found.filter { $0.key[0] > 0 && ($0.value.tally?.denominator ?? 0) > 0 }.map(\.key)
            .sorted { $0.lexicographicallyPrecedes($1) }
        // The interval is a number of its own and so only shown where the mean is.
        let shown = try question.shown(keys.compactMap { found[$0] })
        means = Dictionary(zip(keys, shown)) { first, _ in first }
        counts = try reader.figures("attainment/marks", over: layout)
        squares = try PeriodMeasure.squares.vector(
            year,
            over: layout + [.scale],
            tenant: question.tenant,
            question.connection
        )
        .reduce(into: [:]) { squares, element in
            guard element.key.last == scale else { return }
            squares[Array(element.key.dropLast())] = element.value
        }
        let known = Set(keys.compactMap { $0.last.flatMap { PeriodTable.Period(rawValue: $0) } })
        main =
            selection.term.flatMap { PeriodTable.Period(rawValue: $0) }
            ?? [.year, .secondTerm, .firstTerm].first { known.contains($0) }
    }

    /// By teacher, subject and class, each in the order of names.
    var rows: [ReportRow] { members.map(row) }

    /// The means of classes in the period whose number is shown; nil where nothing is known.
    ///
    /// It is for one teacher only, so that nobody is measured by it against others.
    var picture: ReportSection? {
        guard let main else { return nil }
        let names = question.members
        let rows = members.compactMap { key -> ReportRow? in
            guard let mean = means[key + [main.rawValue]] else { return nil }
            let subject = names.name(.subject, key[1])
            let classGroup = names.name(.classGroup, key[2])
            return ReportRow([.words(classGroup + Text(same: ", ") + subject), .figure(mean)])
        }
        guard !rows.isEmpty else { return nil }
        return ReportSection(
            "picture",
            title: Text(lv: "Klašu vidējie vērtējumi", en: "Mean marks of classes"),
            columns: [
                ReportColumn("class", Text(lv: "Klase un priekšmets", en: "Class and subject"), .words),
                ReportColumn("mean", main.words),
            ],
            rows: rows,
            chart: .bars(column: "mean")
        )
    }

    private var members: [MemberKey] {
        let known = Set(means.keys.map { Array($0.prefix(3)) })
        let orders = TeacherRows.along.enumerated().map { index, dimension in
            let sorted = question.members.sorted(dimension, Set(known.map { $0[index] }))
            return Dictionary(sorted.enumerated().map { ($1, $0) }) { first, _ in first }
        }
        return known.map { key in (key.enumerated().map { orders[$0][$1] ?? 0 }, key) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
            .map(\.1)
    }

    private func row(_ key: MemberKey) -> ReportRow {
        let names = zip(TeacherRows.along, key).map { dimension, member in
            ReportCell.member(dimension, member, question.members.name(dimension, member))
        }
        let periods = PeriodTable.Period.allCases.map { ReportCell.of(means[key + [$0.rawValue]]) }
        guard let main else { return ReportRow(names + periods + [.unknown, .unknown, .unknown]) }
        let place = key + [main.rawValue]
        return ReportRow(names + periods + [.of(counts[place])] + interval(place))
    }

    private func interval(_ place: MemberKey) -> [ReportCell] {
        guard let mean = means[place] else { return [.unknown, .unknown] }
        if mean.isHidden { return [.figure(mean), .figure(mean)] }
        guard let tally = mean.tally, let square = squares[place]?.numerator else {
            return [.unknown, .unknown]
        }
        let interval = MeanInterval(n: tally.denominator, sum: tally.numerator, squares: square)
        guard let interval else { return [.unknown, .unknown] }
        return [interval.low, interval.high].map {
            .number(Int($0.rounded(.toNearestOrAwayFromZero)), decimals: 2)
        }
    }
}
