internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The list of what is to be entered in VIIS.
struct DutyRegisterView {
    let data: DutyRegister
    let request: PageRequest
    let desk: Desk

    var language: Language { request.language }
    private var format: Format { Format(language) }

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(
            DutyRegisterPage.title[language],
            lede: text(
                "Ziņas, kas jāievada VIIS. Pēc ievadīšanas pierakstiet ieraksta dienu un numuru: rinda pazudīs.",
                "What has to be typed into VIIS. Then note the day and number of the entry: the row will go."
            ),
            actions: data.offersCodes
                ? [
                    ButtonLink(
                        text("Rādīt personas kodus", "Show personal codes"),
                        data.asked.codesAddress,
                        .second
                    ).html
                ] : []
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
        let mark: HTML? = data.watermark.map { "<p class=\"quiet\">\($0, language)</p>" }
        return "\(head)\(data.groups.enumerated().map { section($0.offset, $0.element) })\(mark)"
    }

    private func section(_ index: Int, _ group: (institution: Text, classes: [DutyList.Group])) -> HTML {
        let mayWork = !desk.asker.reach(.workSignals, on: desk.today).isEmpty
        var columns = [DataTable.Column(text("Izglītojamais", "Pupil"))]
        // A code stands on one line, as it is read off, and all columns in the window of a small screen.
        if data.codes != nil {
            columns.append(DataTable.Column(text("Personas kods", "Personal code"), .number))
        }
        if data.programmes != nil {
            columns.append(DataTable.Column(text("Programma", "Programme"), width: .narrow))
        }
        columns += [
            DataTable.Column(text("Neattaisnoti kavēts", "Missed without excuse")),
            DataTable.Column(text("Iemesls", "Reason")),
            DataTable.Column(text("Veiktie pasākumi", "Measures taken")),
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
        table.isStackedOnPhones = true
        table.hasTools = true
        return Section(group.institution[language], table.html).html
    }

    private func row(_ line: DutyList.Line, _ mayWork: Bool) -> DataTable.Row {
        let (duty, cause) = (line.duty, line.duty.cause(data.notes))
        let measures = duty.entries.map { entry -> HTML in
            "<li>\(entry.words(duty.steps), language) (\(format.day(entry.day)))</li>"
        }
        var cells: [DataTable.Cell] = [.words(line.name)]
        if let codes = data.codes { cells.append(DutyRegisterView.known(codes[duty.pupil])) }
        if let programmes = data.programmes { cells.append(DutyRegisterView.known(programmes[duty.place])) }
        let facts: [DataTable.Cell] = [
            missed(duty),
            .words(
                cause.map { data.lists.words(CodeLists.absenceCauses, $0)[language] }
                    ?? text("nav noskaidrots", "not found out"),
                needsAttention: cause == nil
            ),
            measures.isEmpty
                ? .words(text("nekas nav pierakstīts", "nothing recorded"))
                : .markup("<ul class=\"plain\">\(measures)</ul>"),
        ]
        cells += facts
        if mayWork { cells.append(.markup("\(form(line))\(blanks)")) }
        return DataTable.Row(cells, address: Address("/pupils/\(String(duty.pupil.rawValue))/absence-duty"))
    }

    /// The term, how much was missed in it, and when the limit was passed: each on a line of its own.
    private func missed(_ duty: DutyCase) -> DataTable.Cell {
        let amount =
            duty.missed?.words[language] ?? text("skaits nav zināms", "it is not known how much")
        let passed =
            duty.passed.map { text("robeža pārsniegta \(format.day($0))", "limit passed \(format.day($0))") }
            ?? text("robeža pārsniegta, diena nav zināma", "limit passed, day not known")
        let lines = [text("\(duty.term). semestris", "Term \(duty.term)"), amount, passed]
        return .markup("<ul class=\"plain\">\(lines.map { "<li>\($0)</li>" as HTML })</ul>")
    }

    private static func known(_ code: String?) -> DataTable.Cell {
        guard let code, !code.isEmpty else { return .noData }
        return .words(code)
    }
}
