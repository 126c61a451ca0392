internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What pages of a plan read: the case with its key, the plan and its words.
struct PlanContent: Sendable {
    let file: CaseFile
    let key: CaseKey
    let name: String
    let place: Text
    /// The pupil's class and programme and who answers for the plan, as far as the reader may know.
    let pupilPlace: PlanPlace
    /// The plan, as it stood with what is shown.
    let plan: SupportPlan?
    let body: EditTexts
    /// The version that is shown; the latest unless another is asked for.
    let shown: Int
    /// How many changes of measures the version that is shown has behind it.
    let ordinal: Int
    /// When what is shown was kept; nil of an earlier version of which there are the words alone.
    let keptAt: Instant?
    /// Whether it is the plan as it stands.
    let isPresent: Bool
    let versions: [(number: Int, at: Instant, who: String)]
    /// What was done to the plan, the latest first.
    let steps: [PlanStep]
    let measures: [PlanMeasure]
    /// Minutes of consultations logged for the pupil in the plan's term, by subject.
    let logged: [Int: Int]
    let choices: PlanChoices
    let term: (year: SchoolYear, term: Term)

    static func load(
        _ id: Int,
        plan number: Int?,
        version: Int?,
        ordinal: Int? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PlanContent {
        let (tenant, today) = (desk.tenant, desk.today)
        let (file, key) = try CaseGate(desk, connection).enter(id)
        guard key.opens(.plan) else { throw Refusal.noSuchPage }
        let plan = try number.map { number in
            guard let found = try SupportPlan.find(number, of: id, tenant, connection) else {
                throw Refusal.noSuchPage
            }
            return found
        }
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: today), connection)
        let reader = PlanReader(file: file, key: key, plan: plan, connection: connection)
        let states = PlanStates(file: file, key: key, connection: connection)
        let steps = try plan.map { try states.steps(of: $0.id) } ?? []
        let now = plan?.version ?? 0
        let shown = version ?? now
        let last = steps.first { $0.number == now }
        let isPresent = shown == now && (ordinal.map { $0 == last?.ordinal ?? 0 } ?? true)
        var kept: (ordinal: Int, at: Instant, state: PlanState)?
        if !isPresent, let plan { kept = try states.find(plan.id, shown, ordinal) }
        // A change that is asked for by its number is shown as it was, or not at all.
        if !isPresent, ordinal != nil, kept == nil { throw Refusal.noSuchPage }
        let measures = try plan.map { try PlanMeasure.all(of: $0.id, tenant, connection) } ?? []
        var choices = try PlanChoices.load(desk, connection)
        choices.kept = kept?.state.words.mapValues(\.text) ?? [:]
        let scope = try file.scope(on: today, connection)
        var pupilPlace =
            try plan.map { try PlanPlace.load($0, of: file, on: today, connection) } ?? PlanPlace()
        // Who answered for an earlier version is known of its state alone.
        if !isPresent { pupilPlace.responsible = "" }
        return PlanContent(
            file: file,
            key: key,
            name: kept?.state.name ?? names.name(.pupil, file.pupil.rawValue).lv,
            place: kept?.state.place.text ?? names.name(.institution, file.institution.rawValue),
            pupilPlace: (kept?.state.pupilPlace ?? pupilPlace).known(to: desk.asker, in: scope, on: today),
            plan: plan.map { kept?.state.applied(to: $0) ?? $0 },
            body: try reader.body(shown),
            shown: shown,
            ordinal: kept?.ordinal ?? (isPresent ? last?.ordinal ?? 0 : 0),
            keptAt: kept?.at ?? (isPresent ? last?.at : nil),
            isPresent: isPresent,
            versions: try reader.versions(),
            steps: steps,
            measures: kept?.state.measures.map(\.measure) ?? measures,
            logged: try kept?.state.logged ?? reader.logged(),
            choices: choices,
            term: try Years.load(tenant, connection).term(on: today)
        )
    }

    func crumbs() -> [PageContent.Crumb] {
        [
            PageContent.Crumb(CasesPage.title, "/cases"),
            PageContent.Crumb(Text(same: name), "/cases/\(file.id)"),
        ]
    }
}
