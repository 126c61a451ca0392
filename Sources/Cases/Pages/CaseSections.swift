internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// What may come next, for whoever answers for the case.
struct CaseStateView: Renderable {
    let view: CaseView

    private var file: CaseFile { view.data.file }
    private var language: Language { view.language }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let version = Form.Part.hidden(name: "version", value: String(file.version))
        // A case that is worked on ends by forms of their own.
        let next = file.state.isActive ? file.state.next.filter(\.isActive) : file.state.next
        let states = next.map { Option(String($0.rawValue), verb($0)[language]) }
        let only = states.count == 1 ? states[0].value : nil
        var parts: [Form.Part] = [
            version,
            .field(
                Field(
                    "state",
                    text("Kas tālāk", "What next"),
                    .radios(states, chosen: view.typed("state", "state") ?? only),
                    error: view.error("state", "state")
                )
            ),
        ]
        parts.append(reason)
        parts.append(
            .field(
                Field(
                    "review",
                    text("Kad pārskatīt", "When to look again"),
                    .date(
                        value: view.typed("state", "review") ?? file.review.map { view.format.day($0) } ?? ""
                    ),
                    error: view.error("state", "review"),
                    isOptional: true
                )
            )
        )
        let title =
            file.state.isActive
            ? text("Mainīt stāvokli", "Change the state")
            : text("Atvērt no jauna", "Reopen")
        let move = view.folded("state", title, "state", parts, text("Saglabāt", "Save"))
        return "\(HandOverView(view: view))\(move)\(owner(version))\(CaseEndView(view: view))"
    }

    private var reason: Form.Part {
        .field(
            Field(
                "reason",
                file.state.isActive
                    ? text("Piezīme par soli", "A word on the step")
                    : text("Kāpēc atver no jauna", "Why it is reopened"),
                .area(value: view.typed("state", "reason") ?? "", rows: 3),
                hint: text("Redzama gadījuma gaitā.", "Shown in the course of the case."),
                error: view.error("state", "reason"),
                isOptional: file.state.isActive
            )
        )
    }

    private func owner(_ version: Form.Part) -> HTML? {
        guard file.state.isActive, !view.data.owners.isEmpty else { return nil }
        let options = view.data.owners.map {
            Option(String($0.account.rawValue), "\($0.name) (\($0.role[language]))")
        }
        return view.folded(
            "owner",
            text("Nodot citam gadījuma vadītājam", "Give to another owner"),
            "owner",
            [
                version,
                .field(
                    Field(
                        "owner",
                        text("Jaunais gadījuma vadītājs", "New owner"),
                        .select(options, chosen: nil),
                        error: view.error("owner", "owner")
                    )
                ),
            ],
            text("Nodot", "Give")
        )
    }

    private func verb(_ next: CaseState) -> Text {
        switch next {
        case .open: Text(lv: "Atvērt", en: "Open")
        case .assessment:
            file.state.isActive
                ? Text(lv: "Sākt izvērtēšanu", en: "Begin the assessment")
                : Text(lv: "Atvērt no jauna un izvērtēt", en: "Reopen and assess")
        case .plan: Text(lv: "Plānot atbalstu", en: "Plan the support")
        case .progress: Text(lv: "Īstenot plānu", en: "Carry out the plan")
        case .review: Text(lv: "Pārskatīt, kas sasniegts", en: "Review what was reached")
        case .closed: Text(lv: "Slēgt ar iznākumu", en: "Close with an outcome")
        case .transferred: Text(lv: "Nodot citai iestādei vai pašvaldībai", en: "Transfer elsewhere")
        }
    }
}

/// Notes of a case that the reader may read.
struct CaseNoteView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let items: [HTML] = view.data.notes.map { note in
            let level: HTML? = note.level == .team ? nil : " \(Badge(note.level.words[language], .attention))"
            return """
                <li><p>\(note.text)</p><p class="quiet">\(view.format.day(note.day)) · \(note.who)\(level)</p></li>
                """
        }
        let none = text("Piezīmju nav.", "There are no notes.")
        let list: HTML =
            items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        let older: HTML? =
            view.data.hasOlder
            ? "<p>\(Link(text("Rādīt arī senākas piezīmes", "Show older notes too"), Address(view.address + "?notes=all")))</p>"
            : nil
        let form: HTML? = view.data.key.writes ? add : nil
        return Section(text("Piezīmes", "Notes"), id: "notes", "\(list)\(older)\(form)").html
    }

    private var add: HTML {
        let levels = view.data.key.ownLevels.map {
            Option(String($0.rawValue), $0.words.capitalised[language], hint: $0.hint[language])
        }
        return view.folded(
            "note",
            text("Pievienot piezīmi", "Add a note"),
            "notes",
            [
                .field(
                    Field(
                        "text",
                        text("Piezīme", "Note"),
                        .area(value: view.typed("note", "text") ?? "", rows: 4),
                        hint: text(
                            "Rakstiet faktus. Ģimene var lūgt piezīmes parādīt.",
                            "Write facts. The family may ask to be shown notes."
                        ),
                        error: view.error("note", "text")
                    )
                ),
                .field(
                    Field(
                        "level",
                        text("Kam redzama", "Who may read it"),
                        .radios(levels, chosen: view.typed("note", "level") ?? "1"),
                        error: view.error("note", "level")
                    )
                ),
            ],
            text("Pierakstīt", "Write down")
        )
    }
}
