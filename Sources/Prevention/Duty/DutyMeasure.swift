internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils for whom a step in case of unexcused absence was recorded.
struct DutyMeasure: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .pupil]
    private let step: DutyStep

    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution, .term]) }

    private init(_ step: DutyStep) {
        self.step = step
        name = DutyMeasure.name(step)
        let about = step.words
        title = Text(lv: "Rīcība kavējumu gadījumā: \(about.lv)", en: "Steps in case of absence: \(about.en)")
        definition = Text(
            lv:
                "Izglītojamie, kuriem mācību gadā vai semestrī pierakstīts, ka šis solis veikts (\(about.lv)).",
            en: "Pupils of whom it is recorded in the year or term that this step was taken (\(about.en))."
        )
    }

    /// One for each step.
    static let all: [any Measure] = DutyStep.allCases.map { DutyMeasure($0) }

    static func name(_ step: DutyStep) -> String { "prevention/duty-\(step.rawValue)" }

    /// What was sent without the step being taken by it does not count.
    private static let letters: [SQL] = DutyLetter.allCases.filter { !$0.takesStep }.map { letter -> SQL in
        "letter <> \(letter.rawValue)"
    }

    private var rows: PupilRows {
        PupilRows(
            table: "duty_entry",
            holds: ["undone_at = 0", "step = \(step.number)"] + DutyMeasure.letters,
            day: "min(day)",
            words: Text(lv: "Ieraksti", en: "Entries"),
            dimensions: dimensions
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        let nought = try PupilRows.nought(selection, apart: [.term], over: dimensions, tenant, connection)
        return try rows.vector(selection, over: dimensions, nought: nought, tenant, connection)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows.evidence(selection, members, tenant, connection, limit: limit)
    }
}
