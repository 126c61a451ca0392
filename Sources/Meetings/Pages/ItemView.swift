internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The page of a pupil at a meeting: why, what is said, what is decided.
struct ItemView {
    let data: MeetingContent
    let line: AgendaLine
    /// The signs of the pupil that hold, for those who may see them.
    let signs: [SignalGlance]
    /// The levels that notes may be written at; empty where the meeting holds them.
    let levels: [Option]
    let before: Int?
    let after: Int?
    let request: PageRequest
    let returned: ReturnedForm?

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var address: String { "/meetings/\(data.meeting.id)/items/\(line.item.id)" }
    private var pieces: FormPieces {
        FormPieces(language: language, token: request.formToken, returned: returned)
    }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// Whether the reader may write: in the case where there is one, else as somebody who works with the pupil.
    private var writes: Bool {
        guard let key = line.key else { return false }
        return key.openCase.map(\.writes) ?? key.works
    }

    var html: HTML {
        var actions = [
            ButtonLink(text("Lapa drukai", "Sheet to print"), Address(address + "/sheet"), .second).html
        ]
        if let glance = line.key?.openCase {
            actions.append(
                ButtonLink(
                    text("Atbalsta gadījums", "Case of support"),
                    Address("/cases/\(String(glance.id))"),
                    .second
                ).html
            )
        }
        if line.key?.works == true {
            let signals = Address("/pupils/\(String(line.item.pupil.rawValue))/signals")
            actions.append(ButtonLink(text("Riska pazīmes", "Signs of risk"), signals, .second).html)
            let own = Address("/pupils/\(String(line.item.pupil.rawValue))")
            actions.append(ButtonLink(text("Izglītojamā lapa", "The pupil's page"), own, .second).html)
        }
        let place = line.place[language]
        let head = PageHead(
            line.name,
            lede: [place.isEmpty ? nil : place, MeetingWords.title(data.meeting, data.place)[language]]
                .compactMap { $0 }.joined(separator: " · "),
            actions: actions
        )
        return "\(head)\(why)\(hidden)\(notes)\(tasks)\(ways)"
    }

    private var why: HTML? {
        var facts: [(name: String, value: HTML)] = []
        if !line.reasons.isEmpty {
            facts.append(
                (
                    text("Kāpēc darba kārtībā", "Why on the agenda"),
                    HTML(text: line.reasons.map { $0[language] }.joined(separator: ", "))
                )
            )
        }
        for request in line.requests {
            facts.append(
                (
                    "\(text("Lūdz", "Asked by")) \(request.who), \(format.day(request.day))",
                    HTML(text: request.text)
                )
            )
        }
        facts += known
        return facts.isEmpty ? nil : DefinitionList(facts).html
    }

    /// What is known of the pupil before anything is said: signs with their numbers, and the case.
    private var known: [(name: String, value: HTML)] {
        var facts: [(name: String, value: HTML)] = []
        if !signs.isEmpty {
            let lines: [HTML] = signs.map { "<div>\($0.words, language) (\($0.state.words, language))</div>" }
            facts.append((text("Riska pazīmes", "Signs of risk"), "\(lines)"))
        }
        if let glance = line.key?.openCase {
            let owner = glance.hasOwner ? glance.owner : text("nav gadījuma vadītāja", "no owner")
            let words = [glance.state?[language], owner].compactMap { $0 }.joined(separator: ", ")
            let way = Address("/cases/\(String(glance.id))")
            facts.append((text("Atbalsta gadījums", "Case of support"), Link(words, way).html))
        }
        return facts
    }

    private var hidden: HTML? {
        line.hasHidden ? Notice(.info, language, MeetingWords.inCase[language]).html : nil
    }

    // MARK: What was said

    private var notes: HTML {
        let items: [HTML] = line.notes.compactMap { note in
            guard let words = note.text else { return nil }
            let late: HTML? = note.isAddition ? " \(Badge(text("papildinājums", "addition")))" : nil
            let back: HTML? =
                note.isOwn && data.meeting.state == .held
                ? pieces.button(
                    text("Izņemt", "Take back"),
                    address + "/notes/\(note.id)/remove",
                    about: words
                ) : nil
            return """
                <li><p class="lines">\(words)</p><p class="quiet">\(format.day(note.day)) · \(note.who)\(late)</p>\(back)</li>
                """
        }
        let list: HTML =
            items.isEmpty
            ? "<p class=\"quiet\">\(text("Vēl nav pierakstīts.", "Nothing is written yet."))</p>"
            : "<ul>\(items)</ul>"
        return Section(text("Pārrunātais", "What was said"), id: "notes", "\(list)\(noteForm)").html
    }

    private var noteForm: HTML? {
        let isAddition = data.meeting.state == .approved
        guard writes, data.meeting.state == .held || isAddition else { return waits }
        var parts: [Form.Part] = [
            .field(
                Field(
                    "text",
                    isAddition ? text("Papildinājums", "Addition") : text("Pārrunātais", "What was said"),
                    .area(value: pieces.typed("note", "text") ?? "", rows: 4),
                    hint: levels.isEmpty
                        ? text(
                            "To redz sanāksmes dalībnieki, kas ar izglītojamo strādā. Rakstiet faktus; ģimene var lūgt tos parādīt.",
                            "Participants who work with the pupil see it. Write facts; the family may ask to be shown them."
                        )
                        : text(
                            "Ieraksts nonāk atbalsta gadījumā. Rakstiet faktus; ģimene var lūgt tos parādīt.",
                            "It is kept in the case of support. Write facts; the family may ask to be shown them."
                        ),
                    error: pieces.error("note", "text")
                )
            )
        ]
        if !levels.isEmpty {
            parts.append(
                .field(
                    Field(
                        "level",
                        text("Kam redzams", "Who may read it"),
                        .radios(levels, chosen: pieces.typed("note", "level") ?? "1"),
                        error: pieces.error("note", "level")
                    )
                )
            )
        }
        return pieces.folded(
            "note",
            isAddition
                ? text("Pievienot papildinājumu", "Write an addition")
                : text("Pierakstīt pārrunāto", "Write down what was said"),
            address + "/notes",
            parts,
            text("Pierakstīt", "Write down"),
            isOpen: !isAddition && line.notes.isEmpty
        )
    }

    /// Why nothing can be written, and what to do.
    private var waits: HTML? {
        if !writes, data.meeting.state == .held || data.meeting.state == .planned {
            return "<p class=\"quiet\">\(Refusal.caseOfOthers.advice[language])</p>"
        }
        guard data.meeting.state == .planned else { return nil }
        return
            "<p class=\"quiet\">\(text("Pierakstīt var, kad sanāksme ir sākta.", "It can be written once the meeting has begun."))</p>"
    }

    // MARK: What was decided

    private var tasks: HTML {
        let items: [HTML] = line.tasks.map {
            TaskItem(task: $0, today: data.today, isOpen: writes, pieces: pieces).html
        }
        let list: HTML =
            items.isEmpty
            ? "<p class=\"quiet\">\(text("Lēmumu nav.", "There are no decisions."))</p>" : "<ul>\(items)</ul>"
        let form: HTML? = writes && data.meeting.state == .held ? taskForm : nil
        return Section(text("Lēmumi un uzdevumi", "Decisions and tasks"), id: "tasks", "\(list)\(form)").html
    }

    private var taskForm: HTML {
        let fields = TaskFields(
            language,
            doers: data.members.map { ($0.id, $0.name, $0.body) },
            typed: { pieces.typed("task", $0) },
            error: { pieces.error("task", $0) }
        )
        return pieces.folded(
            "task",
            text("Pierakstīt lēmumu kā uzdevumu", "Write a decision down as a task"),
            address + "/tasks",
            fields.parts,
            text("Pierakstīt", "Write down")
        )
    }

    private var ways: HTML? {
        let base = "/meetings/\(data.meeting.id)/items/"
        var links: [HTML] = []
        if let before {
            links.append(
                ButtonLink(text("Iepriekšējais", "Previous"), Address(base + String(before)), .second).html
            )
        }
        if let after {
            links.append(ButtonLink(text("Nākamais", "Next"), Address(base + String(after)), .second).html)
        }
        return links.isEmpty ? nil : "<div class=\"buttons\">\(links)</div>"
    }
}
