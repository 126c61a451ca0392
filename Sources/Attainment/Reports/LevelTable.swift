internal import Frame
internal import Kernel

/// The figures of levels, laid out along members.
struct LevelTable {
    static let measures =
        ["attainment/levelled"] + MarkLevel.highestFirst.map { "attainment/level-\($0.code)" }
        + ["attainment/no-mark"]

    /// The columns behind the member's name.
    static let columns: [ReportColumn] =
        [ReportColumn("marks", Text(lv: "Vērtējumi", en: "Marks"))]
        + MarkLevel.highestFirst.map { ReportColumn($0.code, $0.words) }
        + [ReportColumn("no_mark", Text(lv: "nv", en: "nv"), optional: true)]

    private let figures: [[MemberKey: Figure]]

    /// The levels of marks on one scale.
    init(
        _ question: Question,
        _ selection: Selection? = nil,
        scale: Int,
        over dimensions: [Dimension]
    ) throws {
        let selection = selection ?? question.selection
        let reader = ScaleFigures(question: question, selection: selection, scale: scale)
        figures = try LevelTable.measures.map { try reader.figures($0, over: dimensions) }
    }

    /// The members that have any figure.
    var members: Set<Int> { Set(figures.flatMap(\.keys).compactMap(\.first)) }

    /// Whether any mark has a level.
    var hasMarks: Bool { figures.first?.values.contains { ($0.tally?.numerator ?? 0) > 0 } ?? false }

    /// The cells of one member, one a column.
    func cells(_ key: MemberKey) -> [ReportCell] {
        figures.map { vector in vector[key].map { .figure($0) } ?? .unknown }
    }
}
