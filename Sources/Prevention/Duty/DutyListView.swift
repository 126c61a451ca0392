internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The list of duties.
struct DutyListView {
    let list: DutyList
    let language: Language

    private var asked: DutyAsked { list.asked }
    private var format: Format { Format(language) }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let title = list.institution.map { "\(DutyPage.title[language]): \($0[language])" }
        let lede = text(
            "Kuri izglītojamie bez attaisnojoša iemesla kavējuši virs robežas, un kurš solis jāveic nākamais.",
            "Which pupils are over the limit of unexcused absence, and which step comes next."
        )
        let viis = ButtonLink(
            text("Ievadīt VIIS", "To be entered in VIIS"),
            asked.address("/absence-duty/register", institution: asked.institution),
            .second
        )
        let today = ButtonLink(
            DutyTodayPage.title[language],
            asked.institution.map { Address("/absence-duty/today?institution=\($0)") }
                ?? "/absence-duty/today",
            .second
        )
        let head = PageHead(title ?? DutyPage.title[language], lede: lede, actions: [today.html, viis.html])
        let note: HTML = "<p class=\"quiet\">\(list.limits, language)</p>"
        return "\(head)\(bar)\(list.places.isEmpty ? pupils : places)\(note)"
    }

    private var bar: FilterBar {
        let all = Option("", text("Visi", "All"))
        var kept: [(name: String, value: String)] = []
        if let institution = asked.institution { kept.append(("institution", String(institution))) }
        let years = [asked.today, asked.today - 365].map { SchoolYear(containing: $0) }
        return FilterBar(
            language,
            action: "/absence-duty",
            choices: [
                FilterBar.Choice(
                    "state",
                    text("Stāvoklis", "State"),
                    [all]
                        + DutyCase.Standing.allCases.map {
                            Option($0.rawValue, $0.words.capitalised[language])
                        },
                    chosen: asked.standing?.rawValue ?? ""
                ),
                FilterBar.Choice(
                    "term",
                    text("Semestris", "Term"),
                    [Option("", text("Abi", "Both")), Option("1", "1."), Option("2", "2.")],
                    chosen: asked.term.map(String.init) ?? ""
                ),
                FilterBar.Choice(
                    "year",
                    text("Mācību gads", "School year"),
                    years.map { Option($0.description, format.schoolYear($0)) },
                    chosen: asked.year.description
                ),
            ],
            keeping: kept,
            clear: "/absence-duty"
        )
    }

    private var places: HTML {
        var table = DataTable(
            id: "places",
            language,
            caption: text("Izglītojamie virs robežas pa iestādēm", "Pupils over the limit by institution"),
            columns: [
                DataTable.Column(text("Iestāde", "Institution")),
                DataTable.Column(text("Virs robežas", "Over the limit"), .number),
            ] + DutyCase.Standing.allCases.map { DataTable.Column($0.words.capitalised[language], .number) },
            rows: list.places.map { place in
                DataTable.Row(
                    [.words(place.name[language])] + numbers(place.counts),
                    address: asked.address("/absence-duty", institution: place.id)
                )
            }
        )
        let whole: [DutyCase.Standing: Int] = list.places.reduce(into: [:]) {
            $0.merge($1.counts, uniquingKeysWith: +)
        }
        table.totals = [DataTable.Row([.words(text("Kopā", "Total"))] + numbers(whole))]
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        return table.html
    }

    /// How many there are, and how many of them stand where.
    private func numbers(_ counts: [DutyCase.Standing: Int]) -> [DataTable.Cell] {
        [.words(format.integer(counts.values.reduce(0, +)))]
            + DutyCase.Standing.allCases.map { standing -> DataTable.Cell in
                let count = counts[standing] ?? 0
                return .words(
                    format.integer(count),
                    needsAttention: standing == .untouched && count > 0
                )
            }
    }

    private var pupils: HTML {
        var table = DataTable(
            id: "duties",
            language,
            caption: text("Izglītojamie virs robežas", "Pupils over the limit"),
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil")),
                DataTable.Column(text("Semestris", "Term"), .number, width: .narrow, isOptional: true),
                DataTable.Column(text("Kavēts", "Missed"), .number),
                DataTable.Column(text("Robeža pārsniegta", "Limit passed"), width: .narrow, isOptional: true),
                DataTable.Column(text("Pēdējais solis", "Last step")),
                DataTable.Column(text("Dienas kopš tā", "Days since"), .number),
                DataTable.Column(text("Nākamais solis", "Next step")),
            ],
            groups: list.groups.map { group in
                DataTable.Group(group.name[language], group.lines.map(row))
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Tādu izglītojamo nav", "There are no such pupils"),
            advice: text(
                "Te parādās izglītojamie, kuri pārsnieguši neattaisnoto kavējumu robežu, kad kavējumi ir importēti.",
                "Pupils over the limit of unexcused absence appear here once absences are imported."
            )
        )
        return table.html
    }

    private func row(_ line: DutyList.Line) -> DataTable.Row {
        let duty = line.duty
        let days = duty.last.map { asked.today - $0 }
        return DataTable.Row(
            [
                .words(line.name), .words(String(duty.term)),
                duty.missed.map { .words($0.words[language]) } ?? .noData, passed(duty),
                .words(
                    duty.reached?.words[language] ?? text("nekas nav pierakstīts", "nothing recorded"),
                    note: duty.reachedEntry.map { format.day($0.day) }
                ),
                days.map { .words(format.integer($0)) } ?? .noData, next(duty),
            ],
            address: Address("/pupils/\(String(duty.pupil.rawValue))/absence-duty")
        )
    }

    /// When the limit was passed; where only sums are known, since when they are.
    private func passed(_ duty: DutyCase) -> DataTable.Cell {
        switch duty.passing {
        case .on(let day): .words(format.day(day))
        case .known(let day):
            .words(
                text("diena nav zināma", "day not known"),
                note: text("ziņas saņemtas \(format.day(day))", "known since \(format.day(day))")
            )
        case nil: .noData
        }
    }

    private func next(_ duty: DutyCase) -> DataTable.Cell {
        guard let next = duty.next else { return .markup(Badge(text("viss veikts", "all done"), .good).html) }
        let due = duty.due.map { text("līdz \(format.day($0))", "by \(format.day($0))") }
        let note = [due, next.doer.words[language]].compactMap { $0 }.joined(separator: ", ")
        return .words(next.words[language], note: note, needsAttention: duty.isLate(on: asked.today))
    }
}
