internal import Frame
internal import Kernel
internal import Pages

/// The list of pupils with signals: by institution first where there are several, then by class and name.
struct SignalListView {
    let list: SignalList
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let lede = text(
            "Izglītojamie, kuru dati rosina paskatīties. Neviens netiek sarindots; ko darīt, izlemj cilvēki.",
            "Pupils whose data ask for a look. Nobody is ranked; people decide what to do."
        )
        let title = list.institution.map { "\(SignalsPage.title[language]): \($0[language])" }
        let duty = ButtonLink(DutyPage.title[language], "/absence-duty", .second)
        let head = PageHead(title ?? SignalsPage.title[language], lede: lede, actions: [duty.html])
        return "\(head)\(bar)\(list.places.isEmpty ? pupils : places)"
    }

    private var bar: FilterBar {
        let states =
            [Option("all", text("Visas", "All"))]
            + SignalState.allCases.map { Option(String($0.rawValue), $0.words.capitalised[language]) }
        var kept: [(name: String, value: String)] = []
        if let institution = list.asked.institution { kept.append(("institution", String(institution))) }
        return FilterBar(
            language,
            action: "/signals",
            choices: [
                FilterBar.Choice(
                    "state",
                    text("Stāvoklis", "State"),
                    states,
                    chosen: list.asked.state.map { String($0.rawValue) } ?? "all"
                ),
                FilterBar.Choice(
                    "day",
                    text("Kā bija dienā", "As on the day"),
                    day: list.asked.day == list.asked.today ? nil : list.asked.day.description
                ),
            ],
            keeping: kept,
            clear: "/signals"
        )
    }

    private var places: HTML {
        let format = Format(language)
        var table = DataTable(
            id: "places",
            language,
            caption: text("Izglītojamie ar pazīmēm pa iestādēm", "Pupils with signs by institution"),
            columns: [DataTable.Column(text("Iestāde", "Institution"))]
                + SignalState.allCases.map { DataTable.Column($0.words.capitalised[language], .number) },
            rows: list.places.map { place in
                let cells = SignalState.allCases.map { state -> DataTable.Cell in
                    .words(format.integer(place.counts[state] ?? 0))
                }
                var address = Address("/signals").adding("institution", String(place.id))
                address = address.adding("state", list.asked.state.map { String($0.rawValue) } ?? "all")
                if list.asked.day != list.asked.today {
                    address = address.adding("day", list.asked.day.description)
                }
                return DataTable.Row([.words(place.name[language])] + cells, address: address)
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        return table.html
    }

    private var pupils: HTML {
        let format = Format(language)
        var table = DataTable(
            id: "pupils",
            language,
            caption: text("Izglītojamie ar riska pazīmēm", "Pupils with signs of risk"),
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil")),
                DataTable.Column(text("Pazīmes", "Signs"), width: .broad),
                DataTable.Column(text("Kopš", "Since"), .number),
                DataTable.Column(text("Līmenis", "Level"), isOptional: true),
            ],
            groups: list.groups.map { group in
                DataTable.Group(
                    group.name[language],
                    group.pupils.map { pupil in
                        DataTable.Row(
                            [
                                .words(pupil.name), .markup(signs(pupil)),
                                .words(pupil.signals.map(\.since).min().map { format.day($0) } ?? ""),
                                pupil.level.map { .words($0.words[language]) } ?? .empty,
                            ],
                            address: Address("/pupils/\(String(pupil.id.rawValue))/signals")
                        )
                    }
                )
            }
        )
        table.hidesCaption = true
        table.hasTools = true
        table.empty = EmptyState(
            text("Tādu izglītojamo nav", "There are no such pupils"),
            advice: text(
                "Izvēlieties citu stāvokli vai dienu. Pazīmes rodas, kad importē kavējumus un vērtējumus.",
                "Choose another state or day. Signs come with imports of absences and marks."
            )
        )
        return table.html
    }

    private func signs(_ pupil: SignalList.Pupil) -> HTML {
        let lines: [HTML] = pupil.signals.map { signal in
            let badge: HTML? =
                signal.state == .new ? nil : " \(Badge(signal.state.words[language]))"
            return "<div>\(signal.title, language): \(signal.fact, language)\(badge)</div>"
        }
        return "\(lines)"
    }
}
