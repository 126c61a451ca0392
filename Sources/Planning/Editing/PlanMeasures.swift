internal import Frame
internal import Kernel
internal import Registry

/// The measures of all rooms, as the form of an indicator offers them.
enum PlanMeasures {
    /// All measures by what people call them, in Latvian order.
    static func all(_ book: MeasureBook) throws -> [(name: String, title: Text)] {
        try book.names.map { (name: $0, title: try book.named($0).title) }
            .sorted { left, right in
                let keys = (LatvianKey.sort(left.title.lv), LatvianKey.sort(right.title.lv))
                return keys.0 == keys.1
                    ? left.name < right.name : keys.0.lexicographicallyPrecedes(keys.1)
            }
    }

    /// What an indicator is chosen from: none, the measures, and what indicators name that no room has, as a form that left
    /// it out would change it unseen.
    static func choices(_ plan: Plan) -> [EditField.Choice] {
        let known = Set(plan.measures.map { $0.name })
        let titles = Dictionary(grouping: plan.measures) { $0.title.lv }
        let lost = Set(plan.indicators.map(\.measure)).subtracting(known).subtracting([""]).sorted()
        return [EditField.Choice("", Text(lv: "nav", en: "none"))]
            + plan.measures.map { measure in
                let isAlone = titles[measure.title.lv]?.count == 1
                let more = isAlone ? "" : " (\(measure.name))"
                return EditField.Choice(measure.name, measure.title + Text(same: more))
            } + lost.map { EditField.Choice($0, Text(same: $0)) }
    }
}
