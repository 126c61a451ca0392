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

    private var meeting: Meeting { data.meeting }
    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var address: String { "/meetings/\(meeting.id)" }
    private var pieces: FormPieces {
        FormPieces(language: language, token: request.formToken, returned: returned)
    }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(
            MeetingWords.title(meeting, data.place)[language],
            lede: MeetingFacts(data: data, language: language).line,
            actions: actions
        )
        return "\(head)\(notice)\(begin)\(agenda)\(people)\(general)\(next)"
    }

    private var version: Form.Part { .hidden(name: "version", value: String(meeting.version)) }

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

    /// How the meeting begins, at the top while that is what comes next.
    private var begin: HTML? {
        data.key.manages && meeting.state == .planned && meeting.day <= data.today ? hold : nil
    }

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
        case .held:
            let approve = pieces.folded(
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
            return "\(approve)\(hold)"
        case .approved, .cancelled: return nil
        }
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

    // MARK: The agenda

    private var agenda: HTML {
        let open = meeting.state.takesItems
        let gather: HTML? =
            open
            ? ButtonLink(
                text(
                    "Salikt no pazīmēm, termiņiem un lūgumiem",
                    "Put together from signs, reviews and requests"
                ),
                Address(address + "/gather"),
                data.lines.isEmpty ? .primary : .second
            ).html : nil
        let rows = data.lines.enumerated().map { row($0.offset, $0.element) }
        var table = DataTable(
            id: "agenda",
            language,
            caption: text("Darba kārtība", "Agenda"),
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Kāpēc", "Why"), width: .roomy),
                DataTable.Column(text("Pierakstīts", "Written"), isOptional: true),
                DataTable.Column(text("Darbības", "Actions")),
            ],
            rows: rows
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            text("Darba kārtība vēl ir tukša", "The agenda is empty so far"),
            advice: open
                ? text(
                    "Salieciet to no pazīmēm, termiņiem un lūgumiem. Citu izglītojamo pievieno viņa lapā „Sanāksmes”.",
                    "Put it together from signs, reviews and requests. Another pupil is added on the pupil’s page “Meetings”."
                )
                : text("Par izglītojamiem nerunāja.", "No pupils were spoken of.")
        )
        let ways: HTML? = gather.map { "<div class=\"buttons\">\($0)</div>" }
        return Section(text("Darba kārtība", "Agenda"), id: "agenda-part", "\(table)\(ways)").html
    }

    private func row(_ place: Int, _ line: AgendaLine) -> DataTable.Row {
        guard line.key != nil else {
            return DataTable.Row([.words(MeetingWords.hidden[language]), .empty, .empty, .empty])
        }
        let item = address + "/items/\(line.item.id)"
        let written: HTML? =
            line.notes.isEmpty && line.tasks.isEmpty
            ? nil
            : Badge(
                text(
                    "piezīmes \(line.notes.count), lēmumi \(line.tasks.count)",
                    "notes \(line.notes.count), decisions \(line.tasks.count)"
                )
            ).html
        var buttons: [HTML] = [Link(text("Lapa", "Sheet"), Address(item + "/sheet")).html]
        if meeting.state.takesItems, data.key.manages, data.lines.count > 1 {
            if place > 0 {
                buttons.append(
                    pieces.button(
                        "↑",
                        item + "/move",
                        about: text("augstāk: \(line.name)", "up: \(line.name)"),
                        [("way", "up")]
                    )
                )
            }
            if place + 1 < data.lines.count {
                buttons.append(
                    pieces.button(
                        "↓",
                        item + "/move",
                        about: text("zemāk: \(line.name)", "down: \(line.name)"),
                        [("way", "down")]
                    )
                )
            }
        }
        if meeting.state.takesItems, line.notes.isEmpty, line.tasks.isEmpty {
            buttons.append(pieces.button(text("Izņemt", "Take off"), item + "/off", about: line.name))
        }
        return DataTable.Row(
            [
                .words(line.name, note: line.place[language].isEmpty ? nil : line.place[language]),
                .words(line.reasons.map { $0[language] }.joined(separator: ", ")),
                written.map { .markup($0) } ?? .empty, .markup("<div class=\"buttons\">\(buttons)</div>"),
            ],
            address: Address(item)
        )
    }

    // MARK: Who is asked

    private var people: HTML {
        let open = data.key.manages && meeting.state.takesItems
        let rows = data.members.map { member -> DataTable.Row in
            let came: HTML? = member.came.map {
                Badge(
                    $0 ? text("piedalījās", "came") : text("nepiedalījās", "did not come"),
                    $0 ? .good : .plain
                ).html
            }
            let remove: HTML? =
                open && meeting.state == .planned && member.account != meeting.leader
                ? pieces.button(
                    text("Izņemt", "Take off"),
                    address + "/members/\(member.id)/remove",
                    about: member.name
                ) : nil
            return DataTable.Row([
                .words(member.name, note: member.account == meeting.leader ? text("vada", "leads") : nil),
                .words(member.body.words[language]), .markup("\(came)\(remove)"),
            ])
        }
        var table = DataTable(
            id: "members",
            language,
            caption: text("Dalībnieki", "Participants"),
            columns: [
                DataTable.Column(text("Kas", "Who"), width: .roomy),
                DataTable.Column(text("Institūcija", "Institution")),
                DataTable.Column(text("Piedalījās", "Came")),
            ],
            rows: rows
        )
        table.hidesCaption = true
        let forms: HTML? = open ? "\(staffForm)\(otherForm)" : nil
        return Section(text("Dalībnieki", "Participants"), id: "people", "\(table)\(forms)").html
    }

    private var staffForm: HTML? {
        guard !data.staff.isEmpty else { return nil }
        let options = data.staff.map { Option(String($0.account.rawValue), $0.name, hint: $0.role[language]) }
        return pieces.folded(
            "staff",
            text("Pievienot kolēģus", "Add colleagues"),
            address + "/staff",
            [
                .field(
                    Field(
                        "staff",
                        text("Kolēģi", "Colleagues"),
                        .checkboxes(options, chosen: []),
                        error: pieces.error("staff", "staff")
                    )
                )
            ],
            text("Pievienot", "Add")
        )
    }

    private var otherForm: HTML {
        let bodies = CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        var parts: [Form.Part] = []
        if !data.others.isEmpty {
            let people = data.others.map { Option(String($0.account.rawValue), $0.name) }
            parts.append(
                .field(
                    Field(
                        "account",
                        text("Speciālists, kam ir konts", "A specialist with an account"),
                        .select(people, chosen: pieces.typed("other", "account")),
                        error: pieces.error("other", "account"),
                        isOptional: true
                    )
                )
            )
        }
        parts += [
            .field(
                Field(
                    "name",
                    text("Vārds, uzvārds un amats", "Name and post"),
                    .text(value: pieces.typed("other", "name") ?? ""),
                    hint: data.others.isEmpty ? nil : text("Ja konta nav.", "Where there is no account."),
                    error: pieces.error("other", "name"),
                    isOptional: !data.others.isEmpty
                )
            ),
            .field(
                Field(
                    "body",
                    text("Institūcija", "Institution"),
                    .select(bodies, chosen: pieces.typed("other", "body") ?? "2"),
                    error: pieces.error("other", "body")
                )
            ),
        ]
        return pieces.folded(
            "other",
            text("Pievienot citas institūcijas pārstāvi", "Add somebody of another body"),
            address + "/others",
            parts,
            text("Pievienot", "Add")
        )
    }

    // MARK: Beside the pupils

    private var general: HTML? {
        guard meeting.state == .held || meeting.state == .approved else { return nil }
        let words: HTML = data.general.isEmpty ? "" : "<p class=\"lines\">\(data.general)</p>"
        let added: [HTML] = data.additions.map {
            "<li><p>\($0.text)</p><p class=\"quiet\">\(format.day($0.day)) · \($0.who)</p></li>"
        }
        let list: HTML? =
            added.isEmpty ? nil : "<h3>\(text("Papildinājumi", "Additions"))</h3><ul>\(added)</ul>"
        var form: HTML?
        if data.key.manages, meeting.state == .held {
            form = pieces.folded(
                "general",
                text("Pierakstīt citus jautājumus", "Write down other matters"),
                address + "/general",
                [
                    version,
                    .field(
                        Field(
                            "text",
                            text("Citi jautājumi", "Other matters"),
                            .area(value: pieces.typed("general", "text") ?? data.general, rows: 5),
                            hint: text(
                                "To redz visi dalībnieki. Par izglītojamiem rakstiet viņu lapās.",
                                "All participants see it. What is about pupils belongs to their own pages."
                            ),
                            isOptional: true
                        )
                    ),
                ],
                text("Saglabāt", "Save")
            )
        } else if data.key.manages {
            form = pieces.folded(
                "addition",
                text("Pievienot papildinājumu", "Write an addition"),
                address + "/additions",
                [
                    .field(
                        Field(
                            "text",
                            text("Papildinājums", "Addition"),
                            .area(value: pieces.typed("addition", "text") ?? "", rows: 3),
                            error: pieces.error("addition", "text")
                        )
                    )
                ],
                text("Pievienot", "Add")
            )
        }
        let none: HTML? =
            data.general.isEmpty && added.isEmpty
            ? "<p class=\"quiet\">\(text("Nav pierakstīts.", "Nothing is written."))</p>" : nil
        return Section(
            text("Citi jautājumi", "Other matters"),
            id: "other-matters",
            "\(words)\(none)\(list)\(form)"
        ).html
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
