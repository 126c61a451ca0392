internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What is to be entered in VIIS, in the order of its form, each with where to note the day and number of the entry.
struct DutyRegisterPage: Page {
    let method = PageMethod.get
    let path = "/absence-duty/register"
    let permission = Permission.readSignals
    let scope = PageScope.anywhere

    static let title = Text(lv: "Ievadīt VIIS", en: "To be entered in VIIS")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = DutyAsked(request, desk.today)
        let data = try await desk.database.data.read { connection in
            let names = RegistryNames(tenant: desk.tenant, year: asked.year, connection)
            var wanted = DutyBook.Asked(
                year: asked.year,
                term: asked.term,
                reach: desk.asker.reach(.readSignals, on: desk.today)
            )
            wanted.institution = asked.institution.map { InstitutionID(rawValue: $0) }
            let book = try DutyBook.load(
                wanted,
                desk.house.measures,
                today: desk.today,
                desk.tenant,
                connection
            )
            let open = book.cases.filter { duty in !duty.entries.contains { $0.step == .register } }
            let pass = desk.pass(.readSignals)
            var notes: [Int: DutyNote] = [:]
            for duty in open {
                for entry in duty.entries {
                    notes[entry.id] = try entry.told(duty.scope, desk.tenant, pass, connection)
                }
            }
            let byInstitution = Dictionary(grouping: open) { $0.institution.rawValue }
            return DutyRegister(
                asked: asked,
                groups: names.sorted(.institution, byInstitution.keys).map { id in
                    (names.name(.institution, id), DutyList.groups(byInstitution[id] ?? [], names))
                },
                notes: notes,
                isStep: book.steps.contains { $0.step == .register },
                lists: try CodeLists.load(desk.tenant, connection)
            )
        }
        let view = DutyRegisterView(data: data, request: request, desk: desk)
        var content = PageContent(
            DutyRegisterPage.title,
            view.html,
            crumbs: [PageContent.Crumb(DutyPage.title, "/absence-duty")]
        )
        content.persons = data.persons
        return .page(content)
    }
}

/// The pupils who are over the limit and of whom no entry in VIIS is noted, by institution and class.
struct DutyRegister: Sendable {
    let asked: DutyAsked
    let groups: [(institution: Text, classes: [DutyList.Group])]
    /// The notes of their steps that this reader may read, by the entry's id.
    let notes: [Int: DutyNote]
    /// Whether the board's order has the step.
    let isStep: Bool
    let lists: CodeLists

    var persons: [PupilID] {
        Array(Set(groups.flatMap { $0.classes.flatMap { $0.lines.map(\.duty.pupil) } })).sorted()
    }
}

private struct DutyRegisterView {
    let data: DutyRegister
    let request: PageRequest
    let desk: Desk

    private var language: Language { request.language }
    private var format: Format { Format(language) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(
            DutyRegisterPage.title[language],
            lede: text(
                "Ziņas, kas jāievada VIIS. Pēc ievadīšanas pierakstiet ieraksta dienu un numuru: rinda pazudīs.",
                "What has to be typed into VIIS. Then note the day and number of the entry: the row will go."
            )
        )
        guard data.isStep else {
            let none = EmptyState(
                text(
                    "Pašvaldības kārtībā nav soļa „Ieraksts VIIS”",
                    "The board’s order has no step “Entry in VIIS”"
                ),
                advice: text(
                    "Soļus nosaka prasība „Rīcība neattaisnotu kavējumu gadījumā”.",
                    "The rule “Steps in case of unexcused absence” says which steps there are."
                )
            )
            return "\(head)\(none)"
        }
        guard !data.groups.isEmpty else {
            let none = EmptyState(
                text("Nav ko ievadīt", "There is nothing to be entered"),
                advice: text(
                    "Visiem izglītojamajiem virs robežas ieraksts VIIS ir pierakstīts.",
                    "Of all pupils over the limit the entry in VIIS is noted."
                ),
                link: Link(DutyPage.title[language], "/absence-duty")
            )
            return "\(head)\(none)"
        }
        return "\(head)\(data.groups.enumerated().map { section($0.offset, $0.element) })"
    }

    private func section(_ index: Int, _ group: (institution: Text, classes: [DutyList.Group])) -> HTML {
        let mayWork = !desk.asker.reach(.workSignals, on: desk.today).isEmpty
        var columns = [
            DataTable.Column(text("Izglītojamais", "Pupil")),
            DataTable.Column(text("Semestris", "Term"), .number, width: .narrow),
            DataTable.Column(text("Neattaisnoti kavēts", "Missed without excuse")),
            DataTable.Column(text("Robeža pārsniegta", "Limit passed"), width: .narrow),
            DataTable.Column(text("Iemesls", "Reason")),
            DataTable.Column(text("Veiktie pasākumi", "Measures taken"), width: .broad),
        ]
        if mayWork { columns.append(DataTable.Column(text("Ieraksts VIIS", "Entry in VIIS"), width: .roomy)) }
        var table = DataTable(
            id: "register-\(index)",
            language,
            caption: group.institution[language],
            columns: columns,
            groups: group.classes.map { group in
                DataTable.Group(group.name[language], group.lines.map { row($0, mayWork) })
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        return Section(group.institution[language], table.html).html
    }

    private func row(_ line: DutyList.Line, _ mayWork: Bool) -> DataTable.Row {
        let (duty, cause) = (line.duty, line.duty.cause(data.notes))
        let measures = duty.entries.map { entry -> String in
            let words = duty.steps.first { $0.step == entry.step }?.words ?? entry.step.words
            return "\(words[language]) (\(format.day(entry.day)))"
        }
        var cells: [DataTable.Cell] = [
            .words(line.name), .words(String(duty.term)),
            duty.missed.map { .words($0.words[language]) } ?? .noData,
            duty.passed.map { .words(format.day($0)) } ?? .noData,
            .words(
                cause.map { data.lists.words(CodeLists.absenceCauses, $0)[language] }
                    ?? text("nav noskaidrots", "not found out"),
                needsAttention: cause == nil
            ),
            .words(
                measures.isEmpty
                    ? text("nekas nav pierakstīts", "nothing recorded") : measures.joined(separator: "; ")
            ),
        ]
        if mayWork { cells.append(.markup(form(line))) }
        return DataTable.Row(cells, address: Address("/pupils/\(String(duty.pupil.rawValue))/absence-duty"))
    }

    private func form(_ line: DutyList.Line) -> HTML {
        let duty = line.duty
        let id = "\(duty.pupil.rawValue)-\(duty.term)"
        let about = HTML(text: " \(line.name)")
        return """
            <form method="post" action="\(Address("/pupils/\(String(duty.pupil.rawValue))/absence-duty"))">\
            <input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="year" value="\(data.asked.year.description)">\
            <input type="hidden" name="term" value="\(duty.term)">\
            <input type="hidden" name="step" value="register"><input type="hidden" name="back" value="register">\
            <label class="unseen" for="day-\(id)">\(text("Diena", "Day"))\(about)</label>\
            <input class="input" id="day-\(id)" name="day" value="\(Format(.lv).day(desk.today))" size="10">\
            <label class="unseen" for="reference-\(id)">\(text("Ieraksta numurs", "Number of the entry"))\(about)</label>\
            <input class="input" id="reference-\(id)" name="reference" size="12" \
            placeholder="\(text("numurs", "number"))">\
            \(cause(line, id))<button type="submit" class="button second small">\(text("Pierakstīt", "Note"))\
            <span class="unseen">:\(about)</span></button></form>
            """
    }

    /// The reason that was typed into VIIS: the one found out last, unless another is chosen.
    private func cause(_ line: DutyList.Line, _ id: String) -> HTML {
        let known = line.duty.cause(data.notes) ?? ""
        let items = data.lists.items(CodeLists.absenceCauses, on: desk.today)
        let none = [(code: "", words: text("iemesls", "reason"))]
        let choices = none + items.map { (code: $0.code, words: $0.words[language]) }
        let options: [HTML] = choices.map { choice in
            "<option value=\"\(choice.code)\"\(" selected", if: choice.code == known)>\(choice.words)</option>"
        }
        let about = HTML(text: " \(line.name)")
        return """
            <label class="unseen" for="cause-\(id)">\(text("Iemesls", "Reason"))\(about)</label>\
            <select class="input" id="cause-\(id)" name="cause">\(options)</select>
            """
    }
}
