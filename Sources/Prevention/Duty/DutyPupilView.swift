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
    private var format: Format { Format(language) }
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
        let look: Badge.Look = standing == .late ? .attention : standing == .done ? .good : .plain
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
                guard let entry = duty.entries.last(where: { $0.step == step.step }) else {
                    return DataTable.Row([
                        .words(step.words[language], note: step.doer.words[language]), open(step, duty),
                        .words(""), .words(""),
                    ])
                }
                return DataTable.Row([
                    .words(step.words[language], note: data.told(entry, language)),
                    .words(format.day(entry.day)),
                    .words(entry.reference), .words(entry.who),
                ])
            }
        )
        table.hidesCaption = true
        return table.html
    }

    private func open(_ step: AbsenceDutyRule.Step, _ duty: DutyCase) -> DataTable.Cell {
        guard step == duty.next else { return .words("–") }
        let isLate = duty.isLate(on: data.today)
        let words = duty.due.map { text("līdz \(format.day($0))", "by \(format.day($0))") }
        return .words(words ?? text("tagad", "now"), needsAttention: isLate)
    }

    // MARK: What was written

    private var history: HTML? {
        guard !data.entries.isEmpty else { return nil }
        var columns = [
            DataTable.Column(text("Diena", "Day"), width: .narrow),
            DataTable.Column(text("Solis", "Step"), width: .broad),
            DataTable.Column(text("Semestris", "Term"), isOptional: true),
            DataTable.Column(text("Dokumenta numurs", "Document"), isOptional: true),
            DataTable.Column(text("Kas pierakstīja", "Recorded by")),
        ]
        if mayWork { columns.append(DataTable.Column(text("Darbība", "Action"), width: .narrow)) }
        var table = DataTable(
            id: "entries",
            language,
            caption: text("Visi ieraksti", "All entries"),
            columns: columns,
            rows: data.entries.map(row)
        )
        table.hidesCaption = true
        return Section(text("Visi ieraksti", "All entries"), table.html).html
    }

    private func row(_ entry: DutyEntry) -> DataTable.Row {
        let words = data.steps.first { $0.step == entry.step }?.words ?? entry.step.words
        var cells: [DataTable.Cell] = [
            .words(format.day(entry.day)), .words(words[language], note: data.told(entry, language)),
            .words("\(format.schoolYear(entry.year)), \(entry.term)."), .words(entry.reference),
            .words(entry.who, note: format.moment(entry.at)),
        ]
        if mayWork { cells.append(.markup(entry.undoneBy.map(undone) ?? undo(entry, words[language]))) }
        return DataTable.Row(cells)
    }

    private func undone(_ who: String) -> HTML { Badge(text("atsauca \(who)", "taken back by \(who)")).html }

    private func undo(_ entry: DutyEntry, _ words: String) -> HTML {
        """
        <form method="post" action="\(Address(address + "/undo/\(entry.id)"))">\
        <input type="hidden" name="csrf" value="\(request.formToken)">\
        <input type="hidden" name="version" value="\(entry.version)">\
        <button type="submit" class="button second small">\(text("Atsaukt", "Take back"))\
        <span class="unseen">: \(words), \(format.day(entry.day))</span></button></form>
        """
    }
}
