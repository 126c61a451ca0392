internal import Evidence
internal import Frame
internal import Kernel

/// Figures of one measure of lessons by member, and of all members together.
struct LessonColumn {
    /// By member.
    let figures: [Int: Figure]
    /// Of all members; its tally is nil where nothing is known.
    let whole: Figure

    /// Figures along a dimension; by subject and teacher people are not counted, see ``AbsenceMeasure/lessons``.
    init(
        _ measure: AbsenceMeasure,
        _ question: Question,
        over dimension: Dimension,
        countsPeople: Bool = true
    ) throws {
        if countsPeople {
            let along = try question.figures(measure.name, over: [dimension])
            figures = along.reduce(into: [:]) { figures, element in
                if let member = element.key.first { figures[member] = element.value }
            }
            whole = try question.figure(measure.name)
            return
        }
        func lessons(_ dimensions: [Dimension]) throws -> [MemberKey: Tally] {
            try measure.lessons(
                question.selection,
                over: dimensions,
                tenant: question.tenant,
                question.connection
            )
        }
        func figure(_ tally: Tally?, _ members: [Dimension: Int]) -> Figure {
            Figure(
                measure: measure.name,
                unit: measure.unit,
                selection: question.selection,
                members: members,
                tally: tally
            )
        }
        figures = try lessons([dimension]).reduce(into: [:]) { figures, element in
            guard let member = element.key.first else { return }
            figures[member] = figure(element.value, [dimension: member])
        }
        whole = figure(try lessons([])[[]], [:])
    }

    /// The members that have figures; 0 stands for what is not given, and is none.
    var members: [Int] { figures.keys.filter { $0 > 0 }.sorted() }

    /// The cell of a member.
    func cell(_ member: Int) -> ReportCell { figures[member].map { .figure($0) } ?? .unknown }

    /// The cell of all members.
    var total: ReportCell { whole.tally == nil ? .unknown : .figure(whole) }
}

extension LessonColumn {
    /// The heading of late arrivals.
    static let late = ReportColumn(
        "late",
        Text(lv: "Nokavēti sākumi", en: "Late arrivals"),
        optional: true
    )
}
