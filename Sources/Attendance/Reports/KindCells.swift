internal import Evidence
internal import Frame
internal import Kernel

/// Lessons missed by kind and together, laid out along members of subjects and teachers; no numbers of people.
struct KindCells {
    /// The keys that have records, in no order.
    let keys: Set<MemberKey>
    /// Whether some lessons are of no stated kind.
    let hasUnstated: Bool
    /// Whether illness and other excuses stand in a column together too.
    private let showsTogether: Bool
    private let lessons: [MemberKey: Tally]
    private let dimensions: [Dimension]
    private let question: Question

    init(_ question: Question, over dimensions: [Dimension]) throws {
        self.question = question
        self.dimensions = dimensions
        lessons = try AttendanceMeasures.missed.lessons(
            question.selection,
            over: dimensions + [.kind],
            tenant: question.tenant,
            question.connection
        )
        keys = Set(lessons.keys.map { Array($0.dropLast()) })
        showsTogether = HealthFacts.needTogether(question)
        let unstated = AbsenceKind.unstated.rawValue
        hasUnstated = lessons.contains { $0.key.last == unstated && $0.value.numerator > 0 }
    }

    /// The kinds that the table has columns for.
    var kinds: [AbsenceKind] { AbsenceKind.shown(hasUnstated) }

    /// The columns of the cells.
    var columns: [ReportColumn] {
        kinds.map { ReportColumn($0.code, $0.words) } + (showsTogether ? [AbsenceTable.together] : [])
            + [ReportColumn("total", Text(lv: "Kopā", en: "Total"))]
    }

    /// The columns whose parts make all lessons missed, with the tokens of their meaning: of the accepted reasons those that
    /// the reader may see apart, else the two together.
    var parts: [(code: String, token: String)] {
        AbsenceTable.parts(kinds, showsTogether)
    }

    /// The cells of a key, one a column.
    func cells(_ key: MemberKey) -> [ReportCell] {
        let known = kinds.map { lessons[key + [$0.rawValue]] }
        let all = LessonCell.missed.compactMap { lessons[key + [$0]]?.numerator }
        let total = all.isEmpty ? nil : Tally(all.reduce(0, +))
        var cells = zip(kinds, known).map { cell("attendance/\($0.code)", $1, key) }
        if showsTogether {
            let excused = HealthFacts.kinds.compactMap { lessons[key + [$0.rawValue]]?.numerator }
            let sum = excused.isEmpty ? nil : Tally(excused.reduce(0, +))
            cells.append(cell(AttendanceMeasures.excusedAll.name, sum, key))
        }
        return cells + [cell("attendance/missed", total, key)]
    }

    private func cell(_ measure: String, _ tally: Tally?, _ key: MemberKey) -> ReportCell {
        guard let tally else { return .unknown }
        return .figure(
            Figure(
                measure: measure,
                unit: AttendanceMeasures.missed.unit,
                selection: question.selection,
                members: Dictionary(zip(dimensions, key)) { first, _ in first },
                tally: tally
            )
        )
    }
}

/// The share of lessons missed in lessons held, and the lessons held that it rests on.
struct HeldColumns {
    private let shares: [MemberKey: Figure]
    private let held: [MemberKey: Figure]

    static let columns = [
        ReportColumn("missed_of_held", Text(lv: "Daļa no novadītajām", en: "Share of lessons held")),
        ReportColumn("held", Text(lv: "Novadītās stundas (n)", en: "Lessons held (n)"), optional: true),
    ]

    init(_ question: Question, over dimensions: [Dimension]) throws {
        shares = try question.figures("attendance/missed-of-held", over: dimensions)
        // Lessons held are of no pupil.
        held =
            question.selection.pupil == nil ? try question.figures("attendance/held", over: dimensions) : [:]
    }

    /// The cells of a key, one a column.
    func cells(_ key: MemberKey) -> [ReportCell] {
        [shares[key], held[key]].map { figure in figure.map { .figure($0) } ?? .unknown }
    }

    static let note = Text(
        lv: """
            Daļa ir kavētās stundas no novadītajām stundām, kas reizinātas ar izglītojamo skaitu klasē vai mācību \
            grupā. Ja par kādu mēnesi vai priekšmetu novadīto stundu ziņu nav, daļa nav zināma.
            """,
        en: """
            The share is of the lessons held times the pupils of the class or group. Where lessons held are missing for \
            a month or a subject, the share is not known.
            """
    )
}
