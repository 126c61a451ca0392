internal import Frame
internal import Kernel
internal import Pages

/// The list of pupils with signals: by institution first where there are several, then by class and name.
struct SignalListView {
    let list: SignalList
    let language: Language

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let lede = text(
            "Izglītojamie, kuru dati rosina paskatīties. Saraksts nav sakārtots pēc riska; ko darīt, izlemj cilvēki.",
            "Pupils whose data ask for a look. The list is not in the order of risk; people decide what to do."
        )
        let title = list.institution.map { "\(SignalsPage.title[language]): \($0[language])" }
        let duty = ButtonLink(DutyPage.title[language], "/absence-duty", .second)
        let head = PageHead(title ?? SignalsPage.title[language], lede: lede, actions: [duty.html])
        return "\(head)\(bar)\(list.places.isEmpty ? pupils : places)"
    }

    private func numbers(_ counts: [SignalState: Int]) -> [DataTable.Cell] {
        SignalState.allCases.map { .words(Format(language).integer(counts[$0] ?? 0)) }
    }

    private var places: HTML {
        var table = DataTable(
            id: "places",
            language,
            caption: text("Izglītojamie ar pazīmēm pa iestādēm", "Pupils with signs by institution"),
            columns: [DataTable.Column(text("Iestāde", "Institution"))]
                + SignalState.allCases.map { DataTable.Column($0.words.capitalised[language], .number) },
            rows: list.places.map { place in
                var address = Address("/signals").adding("institution", String(place.id))
                address = address.adding("state", list.asked.state.map { String($0.rawValue) } ?? "all")
                if list.asked.day != list.asked.today {
                    address = address.adding("day", list.asked.day.description)
                }
                return DataTable.Row([.words(place.name[language])] + numbers(place.counts), address: address)
            }
        )
        table.totals = [DataTable.Row([.words(text("Kopā", "Total"))] + numbers(list.whole))]
        table.hidesCaption = true
        table.hasTools = true
        table.notes = [
            text(
                "Skaitīti izglītojamie pēc pazīmes stāvokļa: kam ir pazīmes vairākos stāvokļos, ieskaitīts katrā.",
                "Pupils are counted by the state of a sign: whoever has signs in several states is counted in each."
            )
        ]
        return table.html
    }

    private var pupils: HTML {
        // A column that is empty all the way down tells nothing.
        let hasLevels = list.groups.contains { $0.pupils.contains { $0.level != nil } }
        let levels = hasLevels ? [DataTable.Column(text("Līmenis", "Level"), isOptional: true)] : []
        var table = DataTable(
            id: "pupils",
            language,
            caption: text("Izglītojamie ar riska pazīmēm", "Pupils with signs of risk"),
            columns: [
                DataTable.Column(text("Izglītojamais", "Pupil")),
                DataTable.Column(text("Pazīmes", "Signs"), width: .broad),
                DataTable.Column(text("Zināma kopš", "Known since"), .number),
            ] + levels,
            groups: list.groups.map { group in
                DataTable.Group(group.name[language], group.pupils.map { row($0, hasLevels) })
            }
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
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

    private func row(_ pupil: SignalList.Pupil, _ hasLevels: Bool) -> DataTable.Row {
        let since = pupil.signals.map(\.since).min().map { Format(language).day($0) } ?? ""
        var cells: [DataTable.Cell] = [.words(pupil.name), .markup(signs(pupil)), .words(since)]
        if hasLevels { cells.append(pupil.level.map { .words($0.words[language]) } ?? .empty) }
        return DataTable.Row(cells, address: Address("/pupils/\(String(pupil.id.rawValue))/signals"))
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
