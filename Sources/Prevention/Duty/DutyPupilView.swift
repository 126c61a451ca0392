internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of a pupil's duties: each term with its steps, what to write down, letters, what was written.
struct DutyPupilView {
    let data: DutyPupil
    let request: PageRequest
    let mayWork: Bool
    /// What was typed, where the form comes back with errors.
    var typed: EditTexts?
    var errors = FieldErrors()

    var language: Language { request.language }
    var format: Format { Format(language) }
    var address: String { "/pupils/\(data.pupil.rawValue)/absence-duty" }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let place = [data.institution[language], data.className].filter { !$0.isEmpty }
        let back = ButtonLink(
            text("Riska pazīmes", "Signs of risk"),
            Address("/pupils/\(String(data.pupil.rawValue))/signals"),
            .second
        )
        let head = PageHead(
            "\(data.name): \(text("rīcība kavējumu gadījumā", "steps in case of absence"))",
            lede: place.joined(separator: ", "),
            actions: [back.html]
        )
        let terms = (1...data.term).reversed().map(section)
        return "\(head)\(terms)\(form)\(letters)\(history)"
    }

    // MARK: Terms

    private func section(_ term: Int) -> HTML {
        let title = text(
            "\(format.schoolYear(data.year)) mācību gada \(term). semestris",
            "Term \(term) of \(format.schoolYear(data.year))"
        )
        let facts = DefinitionList(facts(term))
        guard let duty = data.duty(term) else { return Section(title, facts.html).html }
        return Section(title, "\(facts)\(steps(duty))").html
    }

    private func facts(_ term: Int) -> [(name: String, value: HTML)] {
        let missed = data.amount(term)?.words[language] ?? text("nav ziņu", "not known")
        var facts: [(name: String, value: HTML)] = [
            (text("Bez attaisnojoša iemesla kavēts", "Missed without excuse"), HTML(text: missed))
        ]
        if let limit = data.limit(term) {
            facts.append((text("Robeža", "Limit"), HTML(text: limit.above[language])))
        }
        guard let duty = data.duty(term) else {
            facts.append(
                (text("Stāvoklis", "State"), HTML(text: text("robeža nav pārsniegta", "not over the limit")))
            )
            return facts
        }
        facts.append((text("Robeža pārsniegta", "Limit passed"), HTML(text: passed(duty))))
        let standing = duty.standing(on: data.today)
        let look: Badge.Look =
            switch standing {
            case .untouched, .late: .attention
            case .waiting: .plain
            case .done: .good
            }
        facts.append((text("Stāvoklis", "State"), Badge(standing.words[language], look).html))
        return facts
    }

    private func passed(_ duty: DutyCase) -> String {
        let unknown = text("diena nav zināma", "the day is not known")
        switch duty.passing {
        case .on(let day): return format.day(day)
        case .known(let day):
            let since = text(
                "ziņas saņemtas \(format.day(day)), termiņu skaita no šīs dienas",
                "known since \(format.day(day)), from which the step counts"
            )
            return "\(unknown); \(since)"
        case nil: return unknown
        }
    }

    private func steps(_ duty: DutyCase) -> HTML {
        var table = DataTable(
            id: "steps-\(duty.term)",
            language,
            caption: text("Soļi", "Steps"),
            columns: [
                DataTable.Column(text("Solis", "Step")),
                DataTable.Column(text("Veikts", "Done"), width: .narrow),
                DataTable.Column(text("Dokumenta numurs", "Document"), isOptional: true),
                DataTable.Column(text("Kas pierakstīja", "Recorded by")),
            ],
            rows: duty.steps.map { step in
                let own = duty.entries.filter { $0.step == step.step }
                let entry = duty.taken(step)
                let told: String? =
                    if let entry { data.told(entry, language) } else { step.doer.words[language] }
                let note = ([told] + own.map(letter)).compactMap(\.self)
                return DataTable.Row([
                    .words(step.words[language], note: note.isEmpty ? nil : note.joined(separator: " · ")),
                    entry.map { .words(format.day($0.day)) } ?? open(step, duty),
                    .words(own.map(\.reference).first { !$0.isEmpty } ?? ""), .words(entry?.who ?? ""),
                ])
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        return table.html
    }

    /// The letter of an entry, with the day on which it was sent.
    private func letter(_ entry: DutyEntry) -> String? {
        entry.letter.map { "\($0.title[language]): \(format.day(entry.day))" }
    }

    private func open(_ step: AbsenceDutyRule.Step, _ duty: DutyCase) -> DataTable.Cell {
        guard step == duty.next else { return .words("–") }
        let isLate = duty.isLate(on: data.today)
        let words = duty.due.map { text("līdz \(format.day($0))", "by \(format.day($0))") }
        return .words(words ?? text("tagad", "now"), needsAttention: isLate)
    }
}
