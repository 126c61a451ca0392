internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The page that a meeting is worked on: its agenda first, then who is asked, then the minutes.
struct MeetingView {
    let data: MeetingContent
    let request: PageRequest
    let returned: ReturnedForm?

    var meeting: Meeting { data.meeting }
    var language: Language { request.language }
    var format: Format { Format(language) }
    var address: String { "/meetings/\(meeting.id)" }
    var pieces: FormPieces {
        FormPieces(language: language, token: request.formToken, returned: returned)
    }
    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(
            MeetingWords.title(meeting, data.place)[language],
            lede: MeetingFacts(data: data, language: language).line,
            actions: actions
        )
        return "\(head)\(notice)\(begin)\(agenda)\(standings)\(people)\(general)\(next)"
    }

    var version: Form.Part { .hidden(name: "version", value: String(meeting.version)) }

    private var actions: [HTML] {
        var all = [ButtonLink(text("Darba kārtība", "Agenda"), Address(address + "/agenda"), .second).html]
        if meeting.state == .held || meeting.state == .approved {
            all.append(ButtonLink(text("Protokols", "Minutes"), Address(address + "/minutes"), .second).html)
        }
        if !data.persons.isEmpty {
            let all2 = text("Izglītojamo lapas drukai", "Sheets of the pupils to print")
            all.append(ButtonLink(all2, Address(address + "/sheets"), .second).html)
        }
        if data.key.manages, meeting.state.takesItems {
            all.append(
                ButtonLink(
                    text("Labot laiku un vietu", "Change time and place"),
                    Address(address + "/edit"),
                    .second
                ).html
            )
        }
        return all
    }

    private var notice: HTML? {
        switch meeting.state {
        case .planned, .held: return nil
        case .approved:
            let day = meeting.approved.map { format.day($0) } ?? ""
            return Notice(
                .info,
                language,
                text(
                    "Protokols apstiprināts \(day) (\(meeting.approvedBy)).",
                    "The minutes were approved on \(day) (\(meeting.approvedBy))."
                ),
                more: text(
                    "To vairs nemaina; jauno pieraksta kā papildinājumu.",
                    "They are not changed any more; what is new is an addition."
                )
            ).html
        case .cancelled:
            return Notice(.info, language, text("Sanāksme nenotika.", "The meeting did not take place.")).html
        }
    }

    // MARK: What comes next

    /// How the meeting begins, and how it ends once its day is over: at the top while that is what comes next.
    private var begin: HTML? {
        guard data.key.manages else { return nil }
        if isToBeApproved { return approve }
        return meeting.state == .planned && meeting.day <= data.today ? hold : nil
    }

    private var isToBeApproved: Bool { meeting.state == .held && meeting.day < data.today }

    private var next: HTML? {
        guard data.key.manages else { return nil }
        switch meeting.state {
        case .planned:
            let cancel = pieces.folded(
                "cancel",
                text("Sanāksme nenotiks", "The meeting will not take place"),
                address + "/cancel",
                [version],
                text("Atzīmēt, ka nenotiek", "Say that it does not take place")
            )
            return cancel
        case .held: return isToBeApproved ? hold : "\(approve)\(hold)"
        case .approved, .cancelled: return nil
        }
    }

    private var approve: HTML {
        pieces.folded(
            "approve",
            text("Apstiprināt protokolu", "Approve the minutes"),
            address + "/approve",
            [
                version,
                .markup(
                    "<p>\(text("Pēc apstiprināšanas protokolu nemaina; var pievienot papildinājumus.", "Approved minutes are not changed; additions can be written."))</p>"
                ),
            ],
            text("Apstiprināt", "Approve")
        )
    }

    private var hold: HTML {
        let isHeld = meeting.state == .held
        let options = data.members.map { Option(String($0.id), $0.name, hint: $0.body.words[language]) }
        let came = data.members.filter { $0.came ?? true }.map { String($0.id) }
        return pieces.folded(
            "hold",
            isHeld
                ? text("Labot, kas piedalījās", "Change who came")
                : text("Sākt sanāksmi: kas piedalās", "Begin the meeting: who is here"),
            address + "/hold",
            [
                version,
                .field(
                    Field(
                        "came",
                        text("Kas piedalās", "Who is here"),
                        .checkboxes(options, chosen: Set(came)),
                        error: pieces.error("hold", "came")
                    )
                ),
            ],
            isHeld ? text("Saglabāt", "Save") : text("Sākt", "Begin"),
            isOpen: !isHeld && meeting.day == data.today
        )
    }
}

/// Facts of a meeting in one line: time, place, leader, state.
struct MeetingFacts {
    let data: MeetingContent
    let language: Language

    var line: String {
        let leads = Text(lv: "Vada \(data.meeting.leaderName)", en: "Led by \(data.meeting.leaderName)")
        let time = data.meeting.time(language).map { Text(lv: "plkst. \($0)", en: $0)[language] }
        let place = data.meeting.place.isEmpty ? nil : data.meeting.place
        return [data.meeting.state.words.capitalised[language], time, place, leads[language]].compactMap {
            $0
        }
        .joined(separator: " · ")
    }
}
