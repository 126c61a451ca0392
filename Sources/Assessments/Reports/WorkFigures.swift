internal import Frame
internal import Kernel

/// Figures of results by work, as their reader may see them.
struct WorkFigures {
    /// The figures by the key before the work, then by the work.
    let byPlace: [MemberKey: [Work: Figure]]

    /// The figures of a measure along some dimensions, of works of some kinds.
    ///
    /// Numbers that a report makes of them, such as a difference, are made of what is shown only. Figures of pupils whom the
    /// reader works with are shown whole: `isOwn`.
    init(
        _ question: Question,
        _ measure: String,
        along: [Dimension] = [],
        of kinds: [AssessmentKind],
        in selection: Selection? = nil,
        isOwn: Bool = false
    ) throws {
        let all = try question.figures(measure, over: along + Work.dimensions, in: selection)
        let wanted = all.filter { key, _ in
            Work(key: key).map { kinds.contains($0.sort.kind) } ?? false
        }
        var byPlace: [MemberKey: [Work: Figure]] = [:]
        for (key, figure) in try isOwn ? wanted : question.shown(wanted) {
            guard let work = Work(key: key) else { continue }
            byPlace[Array(key.dropLast(Work.dimensions.count)), default: [:]][work] = figure
        }
        self.byPlace = byPlace
    }

    /// The figures of the whole selection.
    var whole: [Work: Figure] { byPlace[[]] ?? [:] }
}

extension ReportCell {
    /// A figure, or what stands for one that is not known.
    init(_ figure: Figure?) {
        self = figure.map { .figure($0) } ?? .unknown
    }

    /// A number of hundredths with one decimal; not known for nil.
    init(tenths hundredths: Int?) {
        let tenths = hundredths.flatMap { Exact.divide($0, by: 10) }
        self = tenths.map { .number($0, decimals: 1) } ?? .unknown
    }

    /// By how many percentage points a mean result lies above the state's, given in hundredths of a per cent.
    ///
    /// It is hidden where the result is.
    init(_ figure: Figure?, above mean: Int?) {
        guard let figure, let mean else {
            self = .unknown
            return
        }
        guard let tally = figure.tally else {
            self = figure.isHidden ? .figure(figure) : .unknown
            return
        }
        let above = tally.numerator - mean * (tally.denominator / ResultCells.full)
        let points = Exact.divide(above, by: tally.denominator, decimals: 3)
        self = points.map { .number($0, decimals: 1) } ?? .unknown
    }
}

/// Columns that several reports of the room have.
enum WorkColumns {
    static let topic = ReportColumn("topic", Text(lv: "Priekšmets un klase", en: "Subject and grade"), .words)
    static let kind = ReportColumn(
        "kind",
        Text(lv: "Pārbaudes darbs", en: "Assessment"),
        .words,
        optional: true
    )
    static let takers = ReportColumn("takers", Text(lv: "Rezultāti", en: "Results"), optional: true)
    static let result = ReportColumn("result", Text(lv: "Vidēji", en: "Mean"))
    static let state = ReportColumn("state", Text(lv: "Valstī, %", en: "State, %"))
        .made(WorkMaking.state)
    static let difference = ReportColumn(
        "difference",
        Text(lv: "Pret valsti, p. p.", en: "Against the state, points")
    )
    .made(WorkMaking.difference(result: "result", state: "state"))

    static let note = Text(
        lv: """
            Vidējais rēķināts no izglītojamajiem, nekad no vidējiem. Centralizētā eksāmena rezultāts ir vesels procents \
            bez noapaļošanas. Starpība ar valsti ir procentpunktos; kur valsts vidējais nav zināms, tās nav.
            """,
        en: """
            Means are over pupils, never over means. The result of a central examination is a whole per cent, cut off. \
            The difference from the state is in percentage points; where the state's mean is not known there is none.
            """
    )
}
