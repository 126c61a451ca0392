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
            case .reported: Text(lv: "Iestādes ziņots", en: "Reported")
            }
        }
    }

    /// The members that have figures, in the order people expect.
    let members: [Int]
    /// Whether some lessons are of no stated kind, so that they need a column.
    let hasUnstated: Bool
    private let computed: Layout
    private let reported: Layout?
    private let computedTotal: Layout
    private let reportedTotal: Layout?
    private let question: Question

    /// The figures along a dimension.
    ///
    /// Reported totals are known by institution alone.
    init(_ question: Question, over dimension: Dimension) throws {
        self.question = question
        computed = try Layout(computed: question, over: [dimension])
        computedTotal = try Layout(computed: question, over: [])
        let isReported = dimension == .institution
        reported = isReported ? try Layout(reported: question, over: [dimension]) : nil
        reportedTotal = isReported ? try Layout(reported: question, over: []) : nil
        let known = Set(computed.members).union(reported?.members ?? [])
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
    func source(_ member: Int) -> Source { computed.has([member]) ? .computed : .reported }

    /// Lessons of a kind, or of all kinds for nil.
    func lessons(_ kind: AbsenceKind?, _ member: Int) -> ReportCell {
        cell(layout(member).figure(kind, [member]))
    }

    /// The share of a kind in the lessons missed.
    func share(_ kind: AbsenceKind, _ member: Int) -> ReportCell {
        let layout = layout(member)
        return share(kind, layout.figure(kind, [member]), of: layout.figure(nil, [member]))
    }

    /// Lessons of a kind in all rows together.
    func total(_ kind: AbsenceKind?) -> ReportCell { cell(totalFigure(kind)) }

    /// The share of a kind in all rows together.
    func totalShare(_ kind: AbsenceKind) -> ReportCell {
        share(kind, totalFigure(kind), of: totalFigure(nil))
    }

    /// The sources that rows show, in order.
    var sources: [Source] {
        [.computed, .reported].filter { source in members.contains { self.source($0) == source } }
    }

    private func layout(_ member: Int) -> Layout {
        source(member) == .reported ? reported ?? computed : computed
    }

    /// Computed figures of all, and the reported ones of members that have no records.
    private func totalFigure(_ kind: AbsenceKind?) -> Figure? {
        guard let reported, let reportedTotal else { return computedTotal.figure(kind, []) }
        if sources == [.reported] { return reportedTotal.figure(kind, []) }
        var figure = computedTotal.figure(kind, [])
        for member in members where source(member) == .reported {
            guard let part = reported.figure(kind, [member])?.tally, let sum = figure?.tally else { continue }
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

    func figure(_ kind: AbsenceKind?, _ key: MemberKey) -> Figure? {
        guard let kind else { return all[key] }
        return byKind[kind]?[key]
    }
}
