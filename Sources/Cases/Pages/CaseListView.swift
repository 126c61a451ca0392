internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The page of the list.
struct CaseListView {
    let list: CaseList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        var actions: [HTML] = []
        if list.mayOpen {
            actions.append(ButtonLink(NewCasePage.title[language], "/cases/new").html)
            actions.append(ButtonLink(text("Konsultācijas", "Consultations"), "/consultations", .second).html)
        }
        actions.append(
            ButtonLink(text("Vai izglītojamajam ir gadījums?", "Has a pupil a case?"), "/cases/find", .second)
                .html
        )
        let head = PageHead(
            CasesPage.title[language],
            lede: text(
                "Gadījumi, kuros piedalāties, un tie, kuri ir jūsu izglītojamajiem. Saraksts nav sakārtots pēc riska.",
                "Cases that you take part in, and those of pupils you work with. The list is not ordered by risk."
            ),
            actions: actions
        )
        return "\(head)\(TeamTabs.html("/cases", language))\(bar)\(table)\(over)"
    }

    /// The way to cases that are over, where only those worked on are shown.
    private var over: HTML? {
        guard list.asked.state == "active" else { return nil }
        let way = Address("/cases").adding("state", "all")
        return
            "<p class=\"screen-only\">\(Link(text("Rādīt arī noslēgušos", "Show those that are over too"), way))</p>"
    }

    private var bar: FilterBar {
        let ownerless =
            list.leads ? [Option("ownerless", text("Bez gadījuma vadītāja", "Without an owner"))] : []
        let states =
            [
                Option("active", text("Aktuālie", "Worked on")), Option("over", text("Noslēgušies", "Over")),
                Option("all", text("Visi", "All")),
            ] + ownerless + CaseState.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        var choices = [
            FilterBar.Choice("state", text("Stāvoklis", "State"), states, chosen: list.asked.state),
            FilterBar.Choice(
                "own",
                text("Kuri", "Which"),
                [
                    Option("0", text("Visi zināmie", "All I know of")),
                    Option("1", text("Kuros piedalos", "Mine")),
                ],
                chosen: list.asked.isOwn ? "1" : "0"
            ),
        ]
        if list.institutions.count > 1 {
            let places = list.institutions.map { Option(String($0.id), $0.name[language]) }
            choices.append(
                FilterBar.Choice(
                    "institution",
                    text("Iestāde", "Institution"),
                    [Option("", text("Visas", "All"))] + places,
                    chosen: list.asked.institution.map { String($0) } ?? ""
                )
            )
        }
        return FilterBar(language, action: "/cases", choices: choices, clear: "/cases")
    }

    private var table: HTML {
        let names = Dictionary(list.institutions.map { ($0.id, $0.name) }) { first, _ in first }
        let groups = Dictionary(grouping: list.lines, by: \.file.institution.rawValue)
        var table = DataTable(
            id: "cases",
            language,
            caption: CasesPage.title[language],
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil"), width: .roomy),
                DataTable.Column(text("Stāvoklis", "State")),
                DataTable.Column(text("Gadījuma vadītājs", "Owner")),
                DataTable.Column(text("Pārskatīt", "Review"), .number),
                DataTable.Column(text("Jūsu loma", "You"), isOptional: true),
            ],
            groups: list.institutions.compactMap { place in
                groups[place.id].map { DataTable.Group(names[place.id]?[language] ?? "", $0.map { row($0) }) }
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Tādu gadījumu nav", "There are no such cases"),
            advice: list.mayOpen
                ? text(
                    "Jaunu gadījumu atver ar pogu „Atvērt gadījumu”. Izvēlieties citu stāvokli, lai redzētu pārējos.",
                    "A new case is opened by the button “Open a case”. Choose another state to see the others."
                )
                : text(
                    "Šeit parādīsies gadījumi, kuros jūs uzaicinās.",
                    "Cases that you are invited to will appear here."
                )
        )
        return table.html
    }

    private func row(_ line: CaseList.Line) -> DataTable.Row {
        let format = Format(language)
        let part = line.key.takesPart
        let review = part ? line.file.review : nil
        return DataTable.Row(
            [
                .words(line.name, note: line.classGroup?[language]),
                part ? .words(line.file.state.words[language]) : .words(""),
                line.isOwnerless
                    ? .words(Text.noOwner[language], note: line.file.ownerName, needsAttention: true)
                    : .words(line.file.ownerName),
                .words(
                    review.map { format.day($0) } ?? "",
                    needsAttention: review.map { $0 < list.today } ?? false
                ),
                .words(standing(line.key.standing)),
            ],
            address: Address("/cases/\(String(line.file.id))")
        )
    }

    private func standing(_ standing: CaseStanding) -> String {
        switch standing {
        case .knows: text("nepiedalāties", "not taking part")
        case .invited: text("uzaicināts", "invited")
        case .member: text("piedalāties", "taking part")
        case .owner: text("gadījuma vadītājs", "owner")
        case .supervisor: text("pārraugs", "supervisor")
        }
    }
}
