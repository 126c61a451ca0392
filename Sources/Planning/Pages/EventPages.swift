internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The short form for an event that took place, made to be filled in on a phone.
struct EventNewPage: Page {
    let method = PageMethod.get
    let path = "/planning/events/new"
    let permission = Permission.recordEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await EventForm.load(request, desk).opened())
    }
}

/// Registers an event.
struct EventAction: Page {
    let method = PageMethod.post
    let path = "/planning/events/new"
    let permission = Permission.recordEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await EventForm.load(request, desk).answer(below: "/planning/events")
    }
}

/// A registered event, with the button that takes it back.
struct EventPage: Page {
    let method = PageMethod.get
    let path = "/planning/events/:part"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (event, view) = try await EventUndo.find(request, desk)
        let (language, format) = (view.language, view.format)
        guard let activity = view.plan.activity(event.activity) else { throw Refusal.noSuchPage }
        let title = event.name.isEmpty ? activity.name : event.name
        var facts: [(name: String, value: HTML)] = [
            (Text(lv: "Datums", en: "Day")[language], HTML(text: format.day(event.day))),
            (
                PlanWords.activity[language],
                Link("\(activity.number) \(activity.name)", "/planning/activities/\(activity.id)").html
            ),
        ]
        let place = view.place(of: event)
        if !place.isEmpty {
            let who =
                event.body == nil
                ? Text(lv: "Iestāde", en: "Institution") : Text(lv: "Institūcija", en: "Body")
            facts.append((who[language], HTML(text: place)))
        }
        let back = EventTakingBack(event: event, request: request, address: "/planning/events/\(event.id)")
        let head = PageHead(title, lede: view.plan.programme.title)
        let undo = back.button(if: EventUndo.mayUndo(event, view))
        let more: HTML? = view.recordButton(activity, .second).map { "<div class=\"buttons\">\($0)</div>" }
        return .page(
            PageContent(
                Text(same: title),
                "\(head)\(back.notice)\(DefinitionList(facts + back.attendance))\(more)\(undo)",
                crumbs: PlanCrumbs.of(view.plan)
                    + [PageContent.Crumb(Text(same: activity.number), "/planning/activities/\(activity.id)")]
            )
        )
    }
}

/// Takes an event back that was registered by mistake; it stays in the history.
struct EventUndo: Page {
    let method = PageMethod.post
    let path = "/planning/events/:part/undo"
    let permission = Permission.recordEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let (event, view) = try await EventUndo.find(request, desk)
        guard EventUndo.mayUndo(event, view) else { throw Refusal.noSuchPage }
        try await event.takeBack(version: Int(request.field("version")) ?? 0, desk)
        return .redirect(
            "/planning/activities/\(event.activity)",
            notice: Text(lv: "Pasākums atsaukts.", en: "The event was taken back.")
        )
    }

    /// Whoever registered it, and who edits the programme or may register for its institution.
    static func mayUndo(_ event: PlanEvent, _ view: PlanView) -> Bool {
        let asker = view.desk.asker
        if asker.account.rawValue != 0, event.account == asker.account { return true }
        if view.mayEdit { return true }
        guard event.institution.rawValue != 0 else { return false }
        return asker.may(.editPlans, in: Scope(institution: event.institution), on: view.today)
    }

    static func find(_ request: PageRequest, _ desk: Desk) async throws -> (PlanEvent, PlanView) {
        let id = try request.number("part")
        let event = try await desk.database.data.read {
            try PlanEvent.rows("id = \(id)", desk.tenant, $0).first
        }
        guard let event else { throw Refusal.noSuchPage }
        let view = try await PlanView.load(request, desk, part: event.activity, of: "plan_activity")
        return (event, view)
    }
}

extension PlanEvent {
    /// Takes it back, as it was read at a version; whether the asker may was asked before.
    func takeBack(version: Int, _ desk: Desk) async throws {
        let event = self
        guard !event.isUndone, event.version == version else { throw Refusal.eventChanged }
        try await desk.writeAndRecord { connection in
            var undone = event
            undone.isUndone = true
            try undone.update(desk.tenant, connection)
            undone.version += 1
            try PlanEditor.note(undone, before: event.texts, after: undone.texts, desk, connection)
        }
    }
}

extension Refusal {
    fileprivate static let eventChanged = Refusal(
        .conflict,
        Text(lv: "Pasākums tikmēr ir mainīts.", en: "The event was changed meanwhile."),
        advice: Text(lv: "Atveriet to vēlreiz.", en: "Open it again.")
    )
}
