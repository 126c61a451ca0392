internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension EventForm {
    /// The form for those of another body: activities that name it, and no place but their own.
    static func loadOwn(_ request: PageRequest, _ desk: Desk) async throws -> EventForm {
        let own = try await BodyPlans.load(desk)
        return EventForm(
            plans: own.plans.filter { !$0.activities.isEmpty },
            places: own.bodies.map { (id: -$0.rawValue, name: $0.words) },
            desk: desk,
            request: request,
            isOwn: true
        )
    }
}

/// The short form for an event that one's own body held.
struct BodyEventNewPage: Page {
    let method = PageMethod.get
    let path = "/planning/body/new"
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        .page(try await EventForm.loadOwn(request, desk).opened())
    }
}

/// Registers an event that one's own body held.
struct BodyEventAction: Page {
    let method = PageMethod.post
    let path = "/planning/body/new"
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await EventForm.loadOwn(request, desk).answer(below: "/planning/body")
    }
}

/// An event that one's own body held, with the button that takes it back.
struct BodyEventPage: Page {
    let method = PageMethod.get
    let path = "/planning/body/:part"
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let held = try await BodyPlans.event(try request.number("part"), desk)
        let (event, language) = (held.event, request.language)
        let title = event.name.isEmpty ? held.activity.name : event.name
        let back = EventTakingBack(event: event, request: request, address: "/planning/body/\(event.id)")
        let head = PageHead(title, lede: held.programme.title)
        return .page(
            PageContent(
                Text(same: title),
                "\(head)\(back.notice)\(DefinitionList(facts(held, language) + back.attendance))\(back.button(if: true))",
                crumbs: [BodyEventsPage.crumb]
            )
        )
    }

    private func facts(_ held: BodyPlans.Held, _ language: Language) -> [(name: String, value: HTML)] {
        let (event, format) = (held.event, Format(language))
        let activity = "\(held.activity.number) \(held.activity.name)"
        var facts: [(name: String, value: HTML)] = [
            (Text(lv: "Datums", en: "Day")[language], HTML(text: format.day(event.day))),
            (PlanWords.activity[language], HTML(text: activity)),
        ]
        if let body = event.body {
            facts.append((Text(lv: "Institūcija", en: "Body")[language], HTML(text: body.words[language])))
        }
        return facts
    }
}

/// Takes an event of one's own body back; it stays in the history.
struct BodyEventUndo: Page {
    let method = PageMethod.post
    let path = "/planning/body/:part/undo"
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let held = try await BodyPlans.event(try request.number("part"), desk)
        try await held.event.takeBack(version: Int(request.field("version")) ?? 0, desk)
        return .redirect(
            BodyEventsPage.address,
            notice: Text(lv: "Pasākums atsaukts.", en: "The event was taken back.")
        )
    }
}
