internal import Evidence
internal import Frame
internal import Kernel

/// Figures of lessons missed by kind, laid out along members, from records of lessons where there are any.
///
/// Members without records have the totals that were reported for them, and each row says which it shows.
struct AbsenceTable {
    /// Where the figures of a row come from.
    enum Source {
        /// Records of lessons, or totals by pupil.
        case computed
        /// Totals that the institution reported.
        case reported

        var words: Text {
            switch self {
            case .computed: Text(lv: "Stundu uzskaite", en: "Lesson records")
            case .reported: Text(lv: "Iestādes paziņots", en: "Reported")
            }
        }
    }

    /// The members that have figures, in the order people expect.
    let members: [Int]
    /// Whether some lessons are of no stated kind, so that they need a column.
    let hasUnstated: Bool
    /// Whether illness and other excuses stand in a column together too.
    let showsTogether: Bool
    private let computed: Layout
    private let reported: Layout?
    private let computedTotal: Layout
    private let reportedTotal: Layout?
    private let question: Question

    /// The figures along a dimension; others have a row too, be it that nothing is known of them.
    ///
    /// Reported totals are known by institution alone.
    init(_ question: Question, over dimension: Dimension, and others: [Int] = []) throws {
        self.question = question
        showsTogether = HealthFacts.needTogether(question)
        computed = try Layout(computed: question, over: [dimension])
        computedTotal = try Layout(computed: question, over: [])
        let isReported = dimension == .institution
        reported = isReported ? try Layout(reported: question, over: [dimension]) : nil
        reportedTotal = isReported ? try Layout(reported: question, over: []) : nil
        let known = Set(computed.members).union(reported?.members ?? []).union(others)
        members = question.members.sorted(dimension, known.filter { $0 > 0 })
        hasUnstated = try AbsenceTable.hasUnstated(question)
    }

    /// Asked of the whole year: a column that came and went with the filters would tell what hidden cells hold.
    private static func hasUnstated(_ question: Question) throws -> Bool {
        let year = Selection(year: question.selection.year, reach: question.selection.reach)
        let computed = try question.figure("attendance/unstated", in: year).tally?.numerator ?? 0
        let reported = try question.figures("attendance/missed-reported", over: [.kind], in: year)
        let unstated = reported[[AbsenceKind.unstated.rawValue]]?.tally?.numerator ?? 0
        return computed + unstated > 0
    }

    /// The source of a member's figures.
    func source(_ member: Int) -> Source {
        computed.has([member]) || reported?.has([member]) != true ? .computed : .reported
    }

    /// The share of a kind in the lessons missed.
    func share(_ kind: AbsenceKind, _ member: Int) -> ReportCell {
        let layout = layout(member)
        return share(kind, layout.figure(kind, [member]), of: layout.figure(nil, [member]))
    }

    /// The column of illness and other excuses together.
    static let together = ReportColumn("excused_all", HealthFacts.words)

    /// The columns whose parts make all lessons missed, with the tokens of their meaning; where the accepted reasons stand
    /// together, for readers who may not tell them apart, they are one part.
    static func parts(_ kinds: [AbsenceKind], _ showsTogether: Bool) -> [(code: String, token: String)] {
        let apart = showsTogether ? kinds.filter { !HealthFacts.kinds.contains($0) } : kinds
        let excused = (code: together.code, token: AbsenceKind.excused.token)
        return apart.map { (code: $0.code, token: $0.token) } + (showsTogether ? [excused] : [])
    }

    /// Lessons of each column: the kinds, the accepted reasons together where they are asked for, and all.
    func lessons(_ kinds: [AbsenceKind], _ member: Int) -> [ReportCell] {
        var cells = kinds.map { cell(layout(member).figure($0, [member])) }
        if showsTogether { cells.append(cell(layout(member).together([member]))) }
        cells.append(cell(layout(member).figure(nil, [member])))
        return cells
    }

    /// The same in all rows together.
    func total(_ kinds: [AbsenceKind]) -> [ReportCell] {
        var cells = kinds.map { kind in cell(totalFigure { $0.figure(kind, $1) }) }
        if showsTogether { cells.append(cell(totalFigure { $0.together($1) })) }
        cells.append(cell(totalFigure { $0.figure(nil, $1) }))
        return cells
    }

    /// The measures of the same columns.
    func measures(_ kinds: [AbsenceKind]) -> [String] {
        kinds.map { "attendance/\($0.code)" } + (showsTogether ? [AttendanceMeasures.excusedAll.name] : [])
            + [AttendanceMeasures.missed.name]
    }

    /// The columns.
    func columns(_ kinds: [AbsenceKind]) -> [ReportColumn] {
        kinds.map { ReportColumn($0.code, $0.words) } + (showsTogether ? [AbsenceTable.together] : [])
            + [ReportColumn("total", Text(lv: "Kopā", en: "Total"))]
    }

    /// The share of a kind in all rows together.
    func totalShare(_ kind: AbsenceKind) -> ReportCell {
        share(kind, totalFigure { $0.figure(kind, $1) }, of: totalFigure { $0.figure(nil, $1) })
    }

    /// The sources that rows show, in order.
    var sources: [Source] {
        [.computed, .reported].filter { source in members.contains { self.source($0) == source } }
    }

    private func layout(_ member: Int) -> Layout {
        source(member) == .reported ? reported ?? computed : computed
    }

    /// Computed figures of all, and the reported ones of members that have no records.
    private func totalFigure(_ of: (Layout, MemberKey) -> Figure?) -> Figure? {
        guard let reported, let reportedTotal else { return of(computedTotal, []) }
        if sources == [.reported] || computed.members.isEmpty { return of(reportedTotal, []) }
        var figure = of(computedTotal, [])
        for member in members where source(member) == .reported {
            guard let part = of(reported, [member])?.tally, let sum = figure?.tally else { continue }
            figure?.tally = Tally(sum.numerator + part.numerator, people: sum.people)
        }
        return figure
    }

    private func share(_ kind: AbsenceKind, _ part: Figure?, of whole: Figure?) -> ReportCell {
        guard let part, let top = part.tally, let below = whole?.tally, below.numerator > 0 else {
            return .unknown
        }
        return .figure(
            Figure(
                measure: "attendance/\(kind.code)-share",
                unit: .share,
                selection: part.selection,
                members: part.members.filter { $0.key != .kind },
                tally: Tally(
                    top.numerator,
                    over: below.numerator,
                    people: below.people,
                    isPublic: top.isPublic && below.isPublic
                )
            )
        )
    }

    private func cell(_ figure: Figure?) -> ReportCell { figure.map { .figure($0) } ?? .unknown }
}

/// Figures by kind under one layout, from one source.
private struct Layout {
    private var all: [MemberKey: Figure] = [:]
    private var byKind: [AbsenceKind: [MemberKey: Figure]] = [:]
    private var excused: [MemberKey: Figure] = [:]

    init(computed question: Question, over dimensions: [Dimension]) throws {
        all = try question.figures("attendance/missed", over: dimensions)
        // All kinds at once are the same figures as the measure of each kind, for one query.
        let kinds = try question.figures("attendance/missed", over: dimensions + [.kind])
        for (key, figure) in kinds {
            guard let kind = key.last.flatMap(AbsenceKind.init(rawValue:)) else { continue }
            var figure = figure
            figure.measure = "attendance/\(kind.code)"
            figure.members[.kind] = nil
            byKind[kind, default: [:]][Array(key.dropLast())] = figure
        }
        if HealthFacts.needTogether(question) {
            excused = try question.figures(AttendanceMeasures.excusedAll.name, over: dimensions)
        }
    }

    init(reported question: Question, over dimensions: [Dimension]) throws {
        all = try question.figures("attendance/missed-reported", over: dimensions)
        let kinds = try question.figures("attendance/missed-reported", over: dimensions + [.kind])
        for (key, figure) in kinds {
            guard let kind = key.last.flatMap(AbsenceKind.init(rawValue:)) else { continue }
            byKind[kind, default: [:]][Array(key.dropLast())] = figure
        }
    }

    var members: [Int] { all.keys.compactMap(\.first) }

    func has(_ key: MemberKey) -> Bool { all[key] != nil }

    /// Illness and other excuses together; of what was reported, the sum of the two.
    func together(_ key: MemberKey) -> Figure? {
        if let figure = excused[key] { return figure }
        let parts = HealthFacts.kinds.compactMap { figure($0, key) }
        guard parts.allSatisfy({ $0.measure == "attendance/missed-reported" }), var sum = parts.last else {
            return nil
        }
        let tallies = parts.compactMap(\.tally)
        sum.members[.kind] = nil
        sum.tally = Tally(
            tallies.reduce(0) { $0 + $1.numerator },
            isPublic: tallies.allSatisfy(\.isPublic)
        )
        return sum
    }

    func figure(_ kind: AbsenceKind?, _ key: MemberKey) -> Figure? {
        guard let kind else { return all[key] }
        return byKind[kind]?[key]
    }
}
