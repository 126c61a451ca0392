internal import Frame
internal import Kernel
internal import Pages

extension SignalListView {
    /// What the list is narrowed to.
    var bar: FilterBar {
        let states =
            [Option("all", text("Visas", "All"))]
            + SignalState.allCases.map { Option(String($0.rawValue), $0.words.capitalised[language]) }
        var kept: [(name: String, value: String)] = []
        if let institution = list.asked.institution { kept.append(("institution", String(institution))) }
        let state = FilterBar.Choice(
            "state",
            text("Stāvoklis", "State"),
            states,
            chosen: list.asked.state.map { String($0.rawValue) } ?? "all"
        )
        let day = FilterBar.Choice(
            "day",
            text("Kā bija dienā", "As on the day"),
            day: list.asked.day == list.asked.today ? nil : list.asked.day.description
        )
        return FilterBar(
            language,
            action: "/signals",
            choices: [state] + classes + [day],
            keeping: kept,
            clear: "/signals"
        )
    }

    /// The classes of the one institution whose pupils are named; of one class there is nothing to choose.
    private var classes: [FilterBar.Choice] {
        guard list.places.isEmpty, list.classes.count > 1 || list.asked.classGroup != nil else { return [] }
        let options = list.classes.map { Option(String($0.id), $0.name[language]) }
        return [
            FilterBar.Choice(
                "class",
                text("Klase", "Class"),
                [Option("", text("Visas", "All"))] + options,
                chosen: list.asked.classGroup.map { String($0) } ?? ""
            )
        ]
    }
}
