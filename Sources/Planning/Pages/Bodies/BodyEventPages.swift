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
        let form = try await EventForm.loadOwn(request, desk)
        var texts = ["day": Format(.lv).day(desk.today)]
        texts["activity"] = request.query["activity"]
        return .page(form.content(texts, FieldErrors()))
    }
}

/// Registers an event that one's own body held.
struct BodyEventAction: Page {
    let method = PageMethod.post
    let path = "/planning/body/new"
    let permission = Permission.recordBodyEvents
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let form = try await EventForm.loadOwn(request, desk)
        let texts = request.form.compactMapValues(\.last)
        do {
            let id = try await form.save(texts)
            return .redirect(
                "/planning/body/\(id)",
                notice: Text(lv: "Pasākums reģistrēts.", en: "The event is registered.")
            )
        } catch let errors as FieldErrors {
            return .page(form.content(texts, errors))
        }
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
        let undone: HTML? =
            event.isUndone
            ? Notice(
                .attention,
                language,
                Text(lv: "Pasākums ir atsaukts.", en: "The event was taken back.")[language]
            ).html
            : nil
        let undo: HTML? =
            event.isUndone
            ? nil
            : Form(
                id: "undo",
                language,
                action: Address("/planning/body/\(event.id)/undo"),
                csrf: request.formToken,
                parts: [.hidden(name: "version", value: String(event.version))],
                buttons: [Button(Text(lv: "Atsaukt reģistrēto", en: "Take it back")[language], .warning)]
            ).html
        let head = PageHead(title, lede: held.programme.title)
        return .page(
            PageContent(
                Text(same: title),
                "\(head)\(undone)\(DefinitionList(facts(held, language)))\(undo)",
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
        if let people = event.participants {
            facts.append(
                (Text(lv: "Dalībnieki", en: "Participants")[language], HTML(text: format.integer(people)))
            )
        }
        if !event.sheet.isEmpty {
            facts.append(
                (Text(lv: "Reģistrācijas lapa", en: "Registration sheet")[language], HTML(text: event.sheet))
            )
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
