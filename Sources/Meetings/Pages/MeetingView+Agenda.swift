internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The pupils who are spoken of, and why.
extension MeetingView {
    /// Whether the agenda is still to be spoken of: what was held on another day is only written down.
    private var isBeingPlanned: Bool {
        meeting.state == .planned || meeting.state == .held && meeting.day >= data.today
    }

    var agenda: HTML {
        let open = isBeingPlanned
        let gather: HTML? =
            open && data.mayGather
            ? ButtonLink(
                text(
                    "Sastādīt no pazīmēm, termiņiem un lūgumiem",
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
        table.isStackedOnPhones = true
        table.empty = EmptyState(
            text("Darba kārtība vēl ir tukša", "The agenda is empty so far"),
            advice: emptyAdvice(open)
        )
        let ways: HTML? = gather.map { "<div class=\"buttons\">\($0)</div>" }
        return Section(text("Darba kārtība", "Agenda"), id: "agenda-part", "\(table)\(ways)").html
    }

    /// What was written of a pupil, by numbers; of which there is nothing, nothing is said.
    static func written(_ notes: Int, _ decisions: Int) -> Text {
        let note = Noun(lv: "piezīme", "piezīmes", en: "note", "notes")
        let decision = Noun(lv: "lēmums", "lēmumi", en: "decision", "decisions")
        let parts = [(note, notes), (decision, decisions)].filter { $0.1 > 0 }.map { $0.0.counted($0.1) }
        return Text(
            lv: parts.map(\.lv).joined(separator: ", "),
            en: parts.map(\.en).joined(separator: ", ")
        )
    }

    private func emptyAdvice(_ isOpen: Bool) -> String {
        guard isOpen else { return text("Par izglītojamajiem nerunāja.", "No pupils were spoken of.") }
        return data.mayGather
            ? text(
                "Sastādiet to no pazīmēm, termiņiem un lūgumiem. Citu izglītojamo pievieno viņa lapā „Sanāksmes”.",
                "Put it together from signs, reviews and requests. Another pupil is added on the pupil’s page “Meetings”."
            )
            : text(
                "Darba kārtību sastāda tie, kas strādā ar izglītojamajiem.",
                "Those who work with the pupils put the agenda together."
            )
    }

    private func row(_ place: Int, _ line: AgendaLine) -> DataTable.Row {
        guard line.key != nil else {
            return DataTable.Row([.words(MeetingWords.hidden[language]), .empty, .empty, .empty])
        }
        let item = address + "/items/\(line.item.id)"
        let written: HTML? =
            line.notes.isEmpty && line.tasks.isEmpty
            ? nil
            : Badge(MeetingView.written(line.notes.count, line.tasks.count)[language]).html
        var buttons: [HTML] = [Link(text("Lapa", "Sheet"), Address(item + "/sheet")).html]
        if isBeingPlanned, data.key.manages, data.lines.count > 1 {
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
}
