internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
internal import Storage

/// What a meeting needs of a pupil before the pupil's own two sheets: why, signs, the case, what is to be done.
struct PupilFront: Sendable {
    let line: AgendaLine
    let signs: [SignalGlance]
    let glance: CaseGlance?
    /// Open tasks of the case and of earlier meetings.
    let tasks: [(text: String, person: String, due: Day)]
    /// The latest notes of the case for the team.
    let notes: [(day: Day, who: String, text: String)]
    let today: Day

    /// A sheet has room for no more of each.
    private static let (mostTasks, mostNotes) = (4, 2)

    static func load(
        _ line: AgendaLine,
        _ key: ItemKey,
        _ signs: [SignalGlance],
        _ reader: AgendaReader,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilFront {
        let glance = key.openCase ?? key.cases.first
        let own = key.openCase?.takesPart == true ? key.openCase : nil
        let ofCase = try own.map { try CaseMinutes.openTasks(of: $0.id, desk, connection) } ?? []
        let items = try AgendaItem.all(of: key.pupil, desk.tenant, connection)
            .filter { $0.institution == line.item.institution }.map(\.id)
        let given = try MeetingTask.all(of: items, desk.tenant, connection)
            .filter { $0.caseID == 0 && $0.done == nil }
        // Tasks of earlier meetings are read by those who work with the pupil, whichever meeting gave them.
        let gate = MeetingGate(desk, connection)
        let scope = try line.item.scope(on: desk.today, connection)
        let ofMeetings = try given.compactMap { task in
            try gate.key(task.item, key.pupil, in: scope).flatMap { try reader.shown([task], $0).shown.first }
        }
        let tasks = ofCase + ofMeetings.map { ($0.text, $0.person, $0.due) }
        return PupilFront(
            line: line,
            signs: key.works ? signs : [],
            glance: glance,
            tasks: Array(tasks.sorted { ($0.due, $0.text) < ($1.due, $1.text) }.prefix(mostTasks)),
            notes: try own.map { try CaseMinutes.latestNotes(mostNotes, of: $0.id, desk, connection) } ?? [],
            today: desk.today
        )
    }

    func html(_ language: Language) -> HTML {
        func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let format = Format(language)
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
            facts.append((text("Lūdz \(request.who)", "Asked by \(request.who)"), HTML(text: request.text)))
        }
        if !signs.isEmpty {
            let lines: [HTML] = signs.map { "<div>\($0.words, language) (\($0.state.words, language))</div>" }
            facts.append((text("Riska pazīmes", "Signs of risk"), "\(lines)"))
        }
        if let glance {
            let state = glance.state.map { "\($0[language]), " } ?? ""
            let review =
                glance.review.map { "; \(text("jāpārskata", "to review by")) \(format.day($0))" } ?? ""
            let owner =
                glance.hasOwner
                ? "\(text("atbild", "answered for by")) \(glance.owner)"
                : text("nav gadījuma vadītāja", "no owner")
            facts.append(
                (
                    text("Atbalsta gadījums", "Case of support"),
                    HTML(text: "\(state)\(owner)\(review)")
                )
            )
        }
        if !notes.isEmpty {
            let lines: [HTML] = notes.map { "<div>\(format.day($0.day)), \($0.who): \($0.text)</div>" }
            facts.append((text("Pēdējās piezīmes komandai", "Latest notes for the team"), "\(lines)"))
        }
        if !tasks.isEmpty {
            let lines: [HTML] = tasks.map { task in
                let late = task.due < today ? " (\(text("kavējas", "late")))" : ""
                return
                    "<div>\(task.text) – \(task.person), \(text("līdz", "by")) \(format.day(task.due))\(late)</div>"
            }
            facts.append((text("Nepabeigtie uzdevumi", "Open tasks"), "\(lines)"))
        }
        return facts.isEmpty ? "" : DefinitionList(facts).html
    }
}
