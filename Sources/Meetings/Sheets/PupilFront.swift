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
    let meeting: Int
    let signs: [SignalGlance]
    /// The level of prevention that a person set, for those who may see signs.
    let level: Text?
    let glance: CaseGlance?
    /// Open tasks of the case and of earlier meetings.
    let tasks: [(text: String, person: String, due: Day)]
    /// The latest notes of the case for the team.
    let notes: [(day: Day, who: String, text: String)]
    let today: Day

    /// So many notes are the latest ones.
    private static let mostNotes = 2

    static func load(
        _ line: AgendaLine,
        of meeting: Int,
        _ key: ItemKey,
        _ signs: [SignalGlance],
        _ level: Text?,
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
            meeting: meeting,
            signs: key.works ? signs : [],
            level: key.works ? level : nil,
            glance: glance,
            tasks: tasks.sorted { ($0.due, $0.text) < ($1.due, $1.text) },
            notes: try own.map { try CaseMinutes.latestNotes(mostNotes, of: $0.id, desk, connection) } ?? [],
            today: desk.today
        )
    }

    /// What of it stands above the pupil's own sheets.
    func paper(_ language: Language) -> FrontPaper { FrontPaper(facts(language), parts(language)) }

    /// The front as it is printed.
    func html(_ paper: FrontPaper, _ language: Language) -> HTML {
        var facts = paper.facts.map { (name: $0.name[language], value: HTML(text: $0.words)) }
        facts += paper.parts.map { shown -> (name: String, value: HTML) in
            let lines: [HTML] = shown.entries.map { "<div>\($0)</div>" }
            return (name: shown.part.name[language], value: "\(lines)")
        }
        return facts.isEmpty ? "" : "\(DefinitionList(facts))\(paper.restLine(language))"
    }

    private func facts(_ language: Language) -> [(name: Text, words: String)] {
        var facts: [(name: Text, words: String)] = []
        if !line.reasons.isEmpty {
            let reasons = line.reasons.map { $0[language] }.joined(separator: ", ")
            facts.append((Text(lv: "Kāpēc darba kārtībā", en: "Why on the agenda"), reasons))
        }
        if let level { facts.append((LevelGlance.title, level[language])) }
        if let glance {
            facts.append((Text(lv: "Atbalsta gadījums", en: "Case of support"), words(glance, language)))
        }
        return facts
    }

    private func words(_ glance: CaseGlance, _ language: Language) -> String {
        func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let state = glance.state.map { "\($0[language]), " } ?? ""
        let owner =
            glance.hasOwner
            ? "\(text("atbild", "answered for by")) \(glance.owner)"
            : text("nav gadījuma vadītāja", "no owner")
        let review = glance.review.map {
            "; \(text("jāpārskata", "to review by")) \(Format(language).day($0))"
        }
        return state + owner + (review ?? "")
    }

    /// Lists, the first of which are asked for first at a meeting.
    private func parts(_ language: Language) -> [FrontPart] {
        func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let format = Format(language)
        let item = Address("/meetings/\(String(meeting))/items/\(String(line.item.id))")
        let there = (words: Text(lv: "darba kārtības punkts", en: "the item of the agenda"), address: item)
        let ofCase = glance.map { glance in
            (
                words: Text(lv: "atbalsta gadījums", en: "the case of support"),
                address: Address("/cases/\(String(glance.id))")
            )
        }
        let ofSigns = (
            words: Text(lv: "riska pazīmes", en: "signs of risk"),
            address: Address("/pupils/\(String(line.item.pupil.rawValue))/signals")
        )
        return [
            FrontPart(
                name: Text(lv: "Lūgumi", en: "Requests"),
                entries: line.requests.map { "\($0.who): \($0.text)" },
                noun: Noun(lv: "lūgums", "lūgumi", en: "request", "requests"),
                way: there
            ),
            FrontPart(
                name: Text(lv: "Riska pazīmes", en: "Signs of risk"),
                entries: signs.map { "\($0.words[language]) (\($0.state.words[language]))" },
                noun: Noun(lv: "riska pazīme", "riska pazīmes", en: "sign of risk", "signs of risk"),
                way: ofSigns
            ),
            FrontPart(
                name: Text(lv: "Nepabeigtie uzdevumi", en: "Open tasks"),
                entries: tasks.map { task in
                    let late = task.due < today ? " (\(text("kavējas", "late")))" : ""
                    let by = "\(text("līdz", "by")) \(format.day(task.due))"
                    return "\(task.text) – \(task.person), \(by)\(late)"
                },
                noun: Noun(lv: "uzdevums", "uzdevumi", en: "task", "tasks"),
                way: glance?.takesPart == true ? ofCase : there
            ),
            FrontPart(
                name: Text(lv: "Pēdējās piezīmes komandai", en: "Latest notes for the team"),
                entries: notes.map { "\(format.day($0.day)), \($0.who): \($0.text)" },
                noun: Noun(lv: "piezīme", "piezīmes", en: "note", "notes"),
                way: ofCase
            ),
        ]
    }
}
