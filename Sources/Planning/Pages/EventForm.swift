internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What is asked of an event, and what there is to choose from.
struct EventForm: Sendable {
    let plans: [Plan]
    let places: [(id: Int, name: Text)]
    let desk: Desk
    let request: PageRequest
    /// Whether it is asked by somebody of another body, for that body alone.
    var isOwn = false

    private var language: Language { request.language }

    static func load(_ request: PageRequest, _ desk: Desk) async throws -> EventForm {
        let seen = desk.asker.reach(.seePlans, on: desk.today)
        let reach = desk.asker.reach(.recordEvents, on: desk.today)
        return try await desk.database.data.read { connection in
            let plans = try Plan.all(seen, desk.tenant, connection)
                .filter { $0.programme.status == .approved && !$0.activities.isEmpty }
            let open = try PlanPlaces.open(desk.tenant, on: desk.today, connection).map(\.rawValue)
            let names = try RegistryLookup(tenant: desk.tenant, connection).institutions(reach)
                .filter { open.contains($0.id) }
            // Other bodies are no institutions of the registry: their numbers are below those.
            let others =
                [(id: 0, name: Text(lv: "pašvaldība", en: "the municipality"))]
                + CaseBody.outside.map { (id: -$0.rawValue, name: $0.words) }
            return EventForm(
                plans: plans,
                places: (reach.everything ? others : [])
                    + names.map { (id: $0.id, name: Text(same: $0.name)) },
                desk: desk,
                request: request
            )
        }
    }

    private func found(_ text: String?) -> (plan: Plan, activity: Activity)? {
        guard let id = text.flatMap({ Int($0) }) else { return nil }
        for plan in plans { if let activity = plan.activity(id) { return (plan, activity) } }
        return nil
    }

    /// Whether a body may have held an event of an activity: one that the activity names.
    ///
    /// Who registers for all bodies may choose one that no name tells, as “another body”: nothing could name it.
    private func mayHold(_ body: CaseBody, _ activity: Activity, of plan: Plan) -> Bool {
        BodyNames.name(body, in: activity, of: plan) || (!isOwn && !BodyNames.knows(body))
    }

    private var unnamed: Text {
        let words = Text(
            lv: "Aktivitāte šo institūciju nenosauc.",
            en: "The activity does not name this body."
        )
        guard !isOwn else { return words }
        return words
            + Text(
                lv: " Ja tā piedalās, vispirms ierakstiet to aktivitātes iesaistītajās institūcijās.",
                en: " If it takes part, first write it among the bodies that the activity involves."
            )
    }

    func save(_ texts: EditTexts) async throws -> Int {
        var reader = FieldReader(texts)
        let chosen = found(texts["activity"])
        if chosen == nil { reader.fail("activity", .missingChoice) }
        let place =
            places.count == 1 ? places[0].id : Int(reader.choice("institution", places.map { String($0.id) }))
        let day = reader.day("day", optional: false)
        if let day, day > desk.today {
            reader.fail("day", Text(lv: "Diena vēl nav pienākusi.", en: "The day has not come yet."))
        } else if let day, let from = chosen?.plan.programme.from, day < from {
            reader.fail(
                "day",
                Text(lv: "Diena ir pirms programmas sākuma.", en: "The day is before the programme.")
            )
        }
        let name = reader.words("name", optional: true)
        let participants = reader.number("participants", in: 0...100_000, optional: true)
        let sheet = reader.words("sheet", optional: true)
        var ordinal = 0
        if let chosen {
            let recurrences = chosen.plan.recurrences(of: chosen.activity)
            if recurrences.count == 1 { ordinal = 1 }
            if recurrences.count > 1 {
                ordinal = Int(reader.choice("recurrence", recurrences.map { String($0.ordinal) })) ?? 0
            }
            if recurrences.count == 1, let only = recurrences.first { ordinal = only.ordinal }
        }
        let body = place.flatMap { $0 < 0 ? CaseBody(rawValue: -$0) : nil }
        if let chosen, let body, !mayHold(body, chosen.activity, of: chosen.plan) {
            reader.fail(isOwn ? "activity" : "institution", unnamed)
        }
        try reader.finish()
        guard let chosen, let day, let place else { throw Refusal.noSuchPage }
        let institution = InstitutionID(rawValue: max(place, 0))
        if isOwn {
            guard let body, desk.asker.bodies(.recordBodyEvents, on: desk.today).contains(body) else {
                throw Refusal.noSuchPage
            }
        } else {
            try desk.require(.recordEvents, in: place > 0 ? Scope(institution: institution) : .tenant)
        }
        let (desk, counted) = (desk, ordinal)
        return try await desk.writeAndRecord { connection in
            let id = try PlanEditor.newID("plan_event", desk, connection)
            var event = PlanEvent(id: id, activity: chosen.activity.id, institution: institution, day: day)
            (event.name, event.participants, event.sheet) = (name, participants, sheet)
            (event.ordinal, event.account, event.body) = (counted, desk.asker.account, body)
            try event.insert(desk.tenant, connection)
            event.version = 1
            try PlanEditor.note(event, before: [:], after: event.texts, desk, connection)
            return id
        }
    }

    func content(_ texts: EditTexts, _ errors: FieldErrors) -> PageContent {
        let title = Text(lv: "Reģistrēt pasākumu", en: "Register an event")
        let head = PageHead(title[language])
        guard !plans.isEmpty else {
            let empty = EmptyState(
                Text(lv: "Nav ko reģistrēt", en: "There is nothing to register for")[language],
                advice: Text(
                    lv: "Pasākumus reģistrē apstiprinātas programmas aktivitātēm.",
                    en: "Events are registered for activities of an approved programme."
                )[language],
                link: Link(top.title[language], Address(top.path))
            )
            return PageContent(title, "\(head)\(empty)", crumbs: [top])
        }
        let chosen = found(texts["activity"])
        var form = Form(
            id: "event",
            language,
            action: isOwn ? "/planning/body/new" : "/planning/events/new",
            csrf: request.formToken,
            parts: fields(texts, errors, chosen),
            buttons: [Button(Text(lv: "Reģistrēt", en: "Register")[language])],
            cancel: isOwn ? Address(top.path) : Address(back(chosen?.activity))
        )
        form.errors = errors.byField["recurrence"].map { [$0[language]] } ?? []
        let crumbs = isOwn ? [top] : chosen.map { PlanCrumbs.of($0.plan) } ?? [top]
        return PageContent(title, "\(head)\(form)", crumbs: crumbs, status: errors.isEmpty ? 200 : 422)
    }

    private func fields(
        _ texts: EditTexts,
        _ errors: FieldErrors,
        _ chosen: (plan: Plan, activity: Activity)?
    ) -> [Form.Part] {
        func error(_ name: String) -> String? { errors.byField[name]?[language] }
        var parts: [Form.Part] = [
            .field(
                Field(
                    "activity",
                    PlanWords.activity[language],
                    .select(options, chosen: texts["activity"]),
                    error: error("activity"),
                    width: .full
                )
            )
        ]
        let recurrences = chosen.map { $0.plan.recurrences(of: $0.activity) } ?? []
        if recurrences.count > 1 {
            parts.append(
                .field(
                    Field(
                        "recurrence",
                        Text(lv: "Kas notika", en: "What took place")[language],
                        .radios(
                            recurrences.map {
                                Option(String($0.ordinal), $0.name.isEmpty ? "\($0.ordinal)." : $0.name)
                            },
                            chosen: texts["recurrence"]
                        ),
                        error: error("recurrence")
                    )
                )
            )
        }
        if places.count > 1 {
            parts.append(
                .field(
                    Field(
                        "institution",
                        Text(lv: "Iestāde vai institūcija", en: "Institution or body")[language],
                        .select(
                            places.map { Option(String($0.id), $0.name[language]) },
                            chosen: texts["institution"]
                        ),
                        error: error("institution")
                    )
                )
            )
        }
        return parts + details(texts, errors)
    }

    private var options: [Option] {
        plans.flatMap { plan in
            plan.activities.map { activity in
                let prefix = plans.count > 1 ? "\(plan.programme.code): " : ""
                return Option(String(activity.id), "\(prefix)\(activity.number) \(activity.name)")
            }
        }
    }
}
