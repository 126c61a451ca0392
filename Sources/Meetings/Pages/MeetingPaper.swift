internal import Cases
internal import Frame
internal import Kernel
internal import Pages

/// A meeting on paper: the agenda before it, and the minutes after it.
struct MeetingPaper {
    let data: MeetingContent
    let language: Language

    private var meeting: Meeting { data.meeting }
    private var format: Format { Format(language) }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    private var print: HTML {
        "<button type=\"button\" class=\"button second js-only\" data-print>\(text("Drukāt", "Print"))</button>"
    }

    /// The agenda: when, where, who is asked, whom it is about and why.
    var agenda: HTML {
        let head = PageHead(
            text("Darba kārtība", "Agenda"),
            lede: MeetingWords.title(meeting, data.place)[language],
            actions: [print]
        )
        let items: [HTML] = data.lines.map { line in
            guard line.key != nil else { return "<li>\(MeetingWords.hidden, language)</li>" }
            let place: HTML? = line.place[language].isEmpty ? nil : ", \(line.place, language)"
            let why = line.reasons.map { $0[language] }.joined(separator: ", ")
            let reason: HTML? = why.isEmpty ? nil : " <span class=\"quiet\">(\(why))</span>"
            return "<li>\(line.name)\(place)\(reason)</li>"
        }
        let list: HTML =
            items.isEmpty
            ? "<p class=\"quiet\">\(text("Izglītojamo darba kārtībā nav.", "There are no pupils on the agenda."))</p>"
            : "<ol>\(items)</ol>"
        let section = Section(text("Izglītojamie", "Pupils"), list)
        return "\(head)\(facts(data.members))\(section)\(other)"
    }

    private var other: HTML {
        Section(
            text("Citi jautājumi", "Other matters"),
            "<p class=\"quiet\">\(text("Lēmumu izpilde; nākamā sanāksme.", "What came of decisions; the next meeting."))</p>"
        ).html
    }

    /// The minutes: who came, what was said of whom, what was decided; a place to sign.
    var minutes: HTML {
        let isDraft = meeting.state == .held
        let title =
            isDraft ? text("Protokola projekts", "Draft of the minutes") : text("Protokols", "Minutes")
        let head = PageHead(title, lede: MeetingWords.title(meeting, data.place)[language], actions: [print])
        guard meeting.state == .held || meeting.state == .approved else {
            let empty = EmptyState(
                text("Protokola vēl nav", "There are no minutes yet"),
                advice: text(
                    "Tas top, kad sanāksme ir sākta.",
                    "They are written once the meeting has begun."
                ),
                link: Link(text("Uz sanāksmi", "To the meeting"), Address("/meetings/\(String(meeting.id))"))
            )
            return "\(head)\(empty)"
        }
        let absent = data.members.filter { $0.came == false }.map(\.name).joined(separator: ", ")
        let missed: HTML? =
            absent.isEmpty ? nil : "<p class=\"quiet\">\(text("Nepiedalījās", "Did not come")): \(absent)</p>"
        let lines: [HTML] = data.lines.enumerated().map { section($0.offset + 1, $0.element) }
        return """
            \(head)\(facts(data.members.filter { $0.came == true }))\(missed)\(lines)\(general)\(signature)
            """
    }

    private func facts(_ people: [MeetingMember]) -> HTML {
        let names: [HTML] = people.map { "<div>\($0.name), \($0.body.words, language)</div>" }
        var facts: [(name: String, value: HTML)] = [
            (text("Sanāksme", "Meeting"), HTML(text: meeting.kind.words[language])),
            (text("Rīko", "Held by"), HTML(text: data.place[language])),
        ]
        let time = meeting.time(language).map { Text(lv: ", plkst. \($0)", en: ", \($0)")[language] } ?? ""
        facts.append((text("Laiks", "Time"), HTML(text: format.day(meeting.day) + time)))
        if !meeting.place.isEmpty { facts.append((text("Vieta", "Place"), HTML(text: meeting.place))) }
        facts.append((text("Vada", "Led by"), HTML(text: meeting.leaderName)))
        if !names.isEmpty { facts.append((text("Dalībnieki", "Participants"), "\(names)")) }
        return DefinitionList(facts).html
    }

    private func section(_ number: Int, _ line: AgendaLine) -> HTML {
        guard line.key != nil else { return Section("\(number). \(MeetingWords.hidden[language])", "").html }
        let place = line.place[language].isEmpty ? "" : ", \(line.place[language])"
        let notes: [HTML] = line.notes.compactMap { note in
            note.text.map { words -> HTML in
                let late =
                    note.isAddition
                    ? "\(text("Papildinājums", "Addition")) \(format.day(note.day)), \(note.who): " : ""
                return "<p class=\"lines\">\(late)\(words)</p>"
            }
        }
        let hidden: HTML? = line.hasHidden ? "<p class=\"quiet\">\(MeetingWords.inCase, language)</p>" : nil
        let tasks: [HTML] = line.tasks.map { task in
            let done =
                task.done.map { "; \(text("pabeigts", "done")) \(format.day($0)): \(task.outcome)" } ?? ""
            return
                "<li>\(task.text) – \(task.person), \(task.body.words, language), \(text("līdz", "by")) \(format.day(task.due))\(done)</li>"
        }
        let decided: HTML? =
            tasks.isEmpty ? nil : "<p><strong>\(text("Nolemts", "Decided"))</strong></p><ul>\(tasks)</ul>"
        let nothing: HTML? =
            notes.isEmpty && tasks.isEmpty && hidden == nil
            ? "<p class=\"quiet\">\(text("Nav pierakstīts.", "Nothing is written."))</p>" : nil
        return Section("\(number). \(line.name)\(place)", "\(notes)\(hidden)\(decided)\(nothing)").html
    }

    private var general: HTML? {
        guard !data.general.isEmpty || !data.additions.isEmpty else { return nil }
        let words: HTML? = data.general.isEmpty ? nil : "<p class=\"lines\">\(data.general)</p>"
        let added: [HTML] = data.additions.map {
            "<p class=\"lines\">\(text("Papildinājums", "Addition")) \(format.day($0.day)), \($0.who): \($0.text)</p>"
        }
        return Section(text("Citi jautājumi", "Other matters"), "\(words)\(added)").html
    }

    private var signature: HTML {
        let approved: HTML? = meeting.approved.map {
            "<p>\(text("Protokols apstiprināts", "The minutes were approved")) \(format.day($0)), \(meeting.approvedBy).</p>"
        }
        let line = text("Sanāksmes vadītājs", "Leader of the meeting")
        return """
            <div class="apart">\(approved)<p>\(line): ______________________ \(meeting.leaderName)</p></div>
            """
    }
}
