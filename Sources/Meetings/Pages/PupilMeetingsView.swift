internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a pupil's meetings.
struct PupilMeetingsView {
    let data: PupilMeetings
    let request: PageRequest
    let returned: ReturnedForm?

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var address: String { "/pupils/\(data.pupil.rawValue)/meetings" }
    private var pieces: FormPieces {
        FormPieces(language: language, token: request.formToken, returned: returned)
    }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead("\(data.name): \(text("sanāksmes", "meetings"))")
        return "\(head)\(past)\(waiting)\(add)\(ask)"
    }

    private var past: HTML {
        let items: [HTML] = data.past.map { meeting, place, item in
            let words = MeetingWords.title(meeting, place)[language]
            let shown: HTML =
                item.map { Link(words, Address("/meetings/\(String(meeting.id))/items/\(String($0))")).html }
                ?? HTML(text: words)
            return "<li>\(shown) <span class=\"quiet\">\(meeting.state.words, language)</span></li>"
        }
        let none =
            data.hasOlder
            ? text(
                "Pēdējā gadā sanāksmēs par izglītojamo nav runāts.",
                "The pupil has not been spoken of at a meeting in the last year."
            )
            : text(
                "Sanāksmēs par izglītojamo vēl nav runāts.",
                "The pupil has not been spoken of at a meeting yet."
            )
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        return Section(text("Sanāksmēs", "At meetings"), "\(list)\(older)").html
    }

    /// The way to meetings of more than a year ago, where there are any.
    private var older: HTML? {
        guard data.hasOlder else { return nil }
        let words = text("Rādīt arī senākas sanāksmes", "Show older meetings too")
        return ShownPast.way(from: Address(address), words)
    }

    private var waiting: HTML? {
        guard !data.waiting.isEmpty else { return nil }
        let items: [HTML] = data.waiting.map { request in
            let back: HTML? =
                request.isOwn
                ? pieces.button(
                    text("Atsaukt", "Take back"),
                    address + "/take-back",
                    about: request.text,
                    [("request", String(request.id))]
                ) : nil
            return
                "<li><p>\(request.text)</p><p class=\"quiet\">\(request.who) · \(format.day(request.day))</p>\(back)</li>"
        }
        return Section(
            text("Lūgumi, kas gaida sanāksmi", "Requests that wait for a meeting"),
            "<ul>\(items)</ul>"
        ).html
    }

    private var add: HTML? {
        guard !data.open.isEmpty else { return nil }
        let options = data.open.map {
            Option(String($0.meeting.id), MeetingWords.title($0.meeting, $0.place)[language])
        }
        let form = pieces.form(
            "add",
            address + "/add",
            [
                .field(
                    Field(
                        "meeting",
                        text("Sanāksme", "Meeting"),
                        .select(options, chosen: options.first?.value),
                        width: .full
                    )
                )
            ],
            Button(text("Iekļaut darba kārtībā", "Put on the agenda"), .second)
        )
        return Section(text("Iekļaut sanāksmes darba kārtībā", "Put on the agenda of a meeting"), form).html
    }

    private var ask: HTML {
        let form = pieces.form(
            "ask",
            address,
            [
                .field(
                    Field(
                        "reason",
                        text("Kāpēc komandai par viņu jārunā", "Why the team should speak of the pupil"),
                        .area(value: pieces.typed("ask", "reason") ?? "", rows: 3),
                        hint: text(
                            "Lūgums parādīsies, kad sastādīs nākamās sanāksmes darba kārtību. Rakstiet faktus.",
                            "It comes up when the next agenda is put together. Write facts."
                        ),
                        error: pieces.error("ask", "reason")
                    )
                )
            ],
            Button(text("Lūgt iekļaut darba kārtībā", "Ask to put on the agenda"))
        )
        return Section(text("Lūgt atbalsta komandai", "Ask the support team"), form).html
    }
}
