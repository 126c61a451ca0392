internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What pages of events share, whether an institution or another body held them.
extension EventForm {
    /// The form as it is opened: of today, for the activity that a link names.
    func opened() -> PageContent {
        var texts = ["day": Format(.lv).day(desk.today)]
        texts["activity"] = request.query["activity"]
        return content(texts, FieldErrors())
    }

    /// Saves what was sent and leads to the event below an address, or shows beside each field what is wrong.
    func answer(below address: String) async throws -> PageResponse {
        let texts = request.form.compactMapValues(\.last)
        do {
            let id = try await save(texts)
            return .redirect(
                "\(address)/\(id)",
                notice: Text(lv: "Pasākums reģistrēts.", en: "The event is registered.")
            )
        } catch let errors as FieldErrors {
            return .page(content(texts, errors))
        }
    }
}

/// Whether an event was taken back, and the button that does it.
struct EventTakingBack {
    let event: PlanEvent
    let request: PageRequest
    /// Where its page is.
    let address: String

    /// Says that the event was taken back; nil where it stands.
    var notice: HTML? {
        guard event.isUndone else { return nil }
        return Notice(
            .attention,
            request.language,
            Text(lv: "Pasākums ir atsaukts.", en: "The event was taken back.")[request.language]
        ).html
    }

    /// The button for whoever may; nil where it was taken back already.
    func button(if may: Bool) -> HTML? {
        guard may, !event.isUndone else { return nil }
        let words = Text(lv: "Atsaukt reģistrēto", en: "Take it back")
        return Form(
            id: "undo",
            request.language,
            action: Address("\(address)/undo"),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(event.version))],
            buttons: [Button(words[request.language], .warning)]
        ).html
    }

    /// Who came, and where their signatures are kept, where that is known.
    var attendance: [(name: String, value: HTML)] {
        let language = request.language
        var facts: [(name: String, value: HTML)] = []
        if let people = event.participants {
            let words = Format(language).integer(people)
            facts.append((Text(lv: "Dalībnieki", en: "Participants")[language], HTML(text: words)))
        }
        if !event.sheet.isEmpty {
            let name = Text(lv: "Reģistrācijas lapa", en: "Registration sheet")
            facts.append((name[language], HTML(text: event.sheet)))
        }
        return facts
    }
}
