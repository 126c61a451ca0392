internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What a page of a programme is made from.
struct PlanView: Sendable {
    let plan: Plan
    let institutions: [InstitutionID]
    let names: [InstitutionID: String]
    let desk: Desk
    let request: PageRequest
    /// The amendment before which the programme stood as it is shown; nil for the programme of today.
    var former: Amendment?

    var language: Language { request.language }
    var format: Format { Format(language) }
    /// The day as of which it is shown: of a former one the day of the decision that amended it.
    var today: Day { former?.day ?? desk.today }
    var mayEdit: Bool { former == nil && PlanEditor(desk).mayEdit(plan) }
    var mayRecord: Bool { former == nil && !desk.asker.reach(.recordEvents, on: desk.today).isEmpty }
    var address: String { "/planning/\(plan.programme.id)" }
    /// The page of an activity.
    func path(to activity: Activity) -> Address {
        guard let former else { return Address("/planning/activities/\(activity.id)") }
        return Address("\(address)/amendments/\(former.number)/activities/\(activity.id)")
    }
    /// The school year of the day.
    var year: PlanYear { PlanYear(SchoolYear(containing: today), today: today) }
    var counting: Counting { Counting(plan: plan, year: year, institutions: institutions, today: today) }
    /// Counts the calendar year of the day as its annual report does, with the school year that ends in it.
    var wholeYear: Counting {
        let whole = PlanYear.whole(year.calendar)
        return Counting(plan: plan, year: whole, institutions: institutions, today: today)
    }
    var late: [LateItem] { LateList(plan: plan, institutions: institutions, today: today).items }

    /// The programme of an address, as the asker may see it.
    static func load(_ request: PageRequest, _ desk: Desk, plan id: Int) async throws -> PlanView {
        try await desk.database.data.read { connection in
            let plan = try PlanEditor.seen(try Plan(id, desk.tenant, connection), desk)
            return try PlanView(plan, desk, request, connection)
        }
    }

    /// The programme of a part that an address names.
    static func load(
        _ request: PageRequest,
        _ desk: Desk,
        part id: Int,
        of table: Name
    ) async throws -> PlanView {
        try await desk.database.data.read { connection in
            let plan = try connection.value(
                "SELECT plan_id FROM \(table.sql) WHERE tenant_id = \(desk.tenant) AND id = \(id)",
                Int.self
            )
            let found = try plan.flatMap { try Plan($0, desk.tenant, connection) }
            return try PlanView(try PlanEditor.seen(found, desk), desk, request, connection)
        }
    }

    init(_ plan: Plan, _ desk: Desk, _ request: PageRequest, _ connection: Connection) throws {
        self.plan = plan
        self.desk = desk
        self.request = request
        institutions = try PlanPlaces.open(desk.tenant, on: desk.today, connection)
        let all = try RegistryLookup(tenant: desk.tenant, connection).institutions(.all)
        names = Dictionary(all.map { (InstitutionID(rawValue: $0.id), $0.name) }) { first, _ in first }
    }

    func name(_ institution: InstitutionID) -> String {
        institution.rawValue == 0 ? "" : names[institution] ?? "#\(institution.rawValue)"
    }

    /// Which institutions lack events, with how many each; nil where none does.
    func behind(_ behind: [(institution: InstitutionID, missing: Int)], of asked: Int) -> Text? {
        Behind.words(behind, of: asked) { Text(same: name($0)) }
    }

    /// Who held an event: an institution or another body; empty for the municipality and where nobody is named.
    func place(of event: PlanEvent) -> String {
        event.body.map { $0.words[language] } ?? name(event.institution)
    }

    /// Whose programme it is, its years, its state.
    var lede: String {
        let programme = plan.programme
        let owner = programme.institution.rawValue == 0 ? nil : name(programme.institution)
        let years = programme.years.first.map { first in
            first == programme.years.last ? String(first) : "\(first)–\(programme.years.last ?? first)"
        }
        return [owner, programme.kind.words[language], years, programme.status.words[language]]
            .compactMap { $0 }.joined(separator: " · ")
    }

    /// The ways between pages of a programme.
    func tabs(_ current: String) -> Tabs {
        let links = [
            ("", Text(lv: "Programma", en: "Programme")),
            ("/calendar", Text(lv: "Kalendārs", en: "Calendar")),
            ("/people", Text(lv: "Kas dara", en: "Who does it")), ("/annual", AnnualWords.title),
        ]
        return Tabs(
            Text(lv: "Programmas skati", en: "Views of the programme")[language],
            links.map { Link($0.1[language], Address(address + $0.0), isCurrent: $0.0 == current) }
        )
    }

    /// The button that registers an event, where the asker may.
    func recordButton(_ activity: Activity? = nil, _ look: Button.Look = .primary) -> HTML? {
        guard mayRecord, plan.programme.status == .approved else { return nil }
        let address = activity.map { "/planning/events/new?activity=\($0.id)" } ?? "/planning/events/new"
        return ButtonLink(
            Text(lv: "Reģistrēt pasākumu", en: "Register an event")[language],
            Address(address),
            look
        ).html
    }

    /// A small way to add a part, for editors.
    func addButton(_ words: Text, _ path: String) -> HTML? {
        guard mayEdit else { return nil }
        return ButtonLink(words[language], Address(path), .small).html
    }

    /// A link whose words are the same in many rows, with the row that it is about for those who hear links.
    func link(_ words: Text, _ path: String, about row: String) -> HTML {
        """
        <a href="\(Address(path))">\(words, language)<span class="unseen">: \(row)</span></a>
        """
    }

    /// A way to edit what stands before it, for editors.
    func editLink(_ path: String, about row: String) -> HTML? {
        mayEdit ? " \(link(PlanWords.edit, path, about: row))" : nil
    }

    /// A badge of a task's state; late where its term is over.
    func badge(_ task: WorkTask) -> Badge {
        if !task.state.isSettled, let to = task.to, to < today {
            return Badge(Text(lv: "kavējas", en: "late")[language], .attention)
        }
        return Badge(task.state.words[language], task.state == .done ? .good : .plain)
    }

    /// A badge of how something was judged.
    func badge(_ state: OutcomeState) -> Badge {
        let look: Badge.Look =
            switch state {
            case .unknown: .plain
            case .reached: .good
            case .partly, .missed: .attention
            }
        return Badge(state.words[language], look)
    }

    /// A badge of how a step of the year stands.
    func badge(_ step: Cycle.Step) -> Badge {
        switch step.state {
        case .done:
            let day = step.mark?.day.map { " \(format.day($0))" } ?? ""
            return Badge(Text(lv: "izdarīts\(day)", en: "done\(day)")[language], .good)
        case .late: return Badge(Text(lv: "kavējas", en: "late")[language], .attention)
        case .soon: return Badge(Text(lv: "tuvojas", en: "soon")[language], .attention)
        case .ahead: return Badge(Text(lv: "vēl nav laiks", en: "not yet")[language])
        }
    }
}
