internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What the indicators say beside the judgement of an outcome: the proposal and its numbers.
///
/// Each number has the way to how it was made. The choice in the form stays the person's.
struct OutcomeHintView: Sendable {
    let hint: OutcomeHint
    let plan: Plan
    let desk: Desk

    /// Where the indicators of a programme stand with their figures.
    static func indicators(of plan: Plan) -> Address {
        Address("/planning/\(plan.programme.id)#indicators-section")
    }

    func html(_ language: Language) -> HTML {
        let lines: [HTML] = hint.parts.map { "<li>\(line($0, language))</li>" }
        let list: HTML = "<ul>\(lines)</ul>"
        let facts: [(name: String, value: HTML)] = [
            (Text(lv: "Sistēma iesaka", en: "The system proposes")[language], proposal(language)),
            (Text(lv: "Rādītāji", en: "Indicators")[language], list),
            (Text(lv: "Prasība", en: "Rule")[language], HTML(text: hint.rule.words[language])),
        ]
        let title = Text(lv: "Ko rāda mērķa rādītāji", en: "What the indicators of the goal say")
        return Section(title[language], id: "outcome-hint", DefinitionList(facts).html).html
    }

    private func proposal(_ language: Language) -> HTML {
        let reason = Link(hint.reason[language], OutcomeHintView.indicators(of: plan))
        guard let state = hint.state else {
            let nothing = Text(
                lv: "pagaidām neko, jo zināms par maz",
                en: "nothing yet, as too little is known"
            )
            return "\(nothing, language) – \(reason)"
        }
        let choice = Text(lv: "Novērtējumu izvēlas cilvēks.", en: "A person chooses the judgement.")
        return "<strong>\(state.words, language)</strong> – \(reason). \(choice, language)"
    }

    /// One indicator: its value, the target that it is held to, how it stands.
    private func line(_ part: OutcomeHint.Part, _ language: Language) -> HTML {
        let indicator = part.indicator
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        let head = "\(indicator.number). \(name)"
        guard let value = part.reading.latest, let number = value.words(indicator, language) else {
            return "\(head): \(OutcomeHintView.untold(part.reading.latest), language)"
        }
        let told: HTML = "\(head): \(Link(number, address(value, indicator))) (\(value.year, language))"
        guard let target = part.reading.target else {
            return "\(told); \(Text(lv: "mērķa nav", en: "there is no target"), language)"
        }
        let aim = Text(lv: "mērķis", en: "target")
        let unsaid = Text(lv: "nav nosakāms, vai sasniegts", en: "it cannot be told whether it is reached")
        let standing = part.reading.standingWords ?? unsaid
        let older = Text(
            lv: "; \(hint.year). gada vērtība nav zināma",
            en: "; the value of \(hint.year) is not known"
        )
        let note = part.isOfYear ? "" : older[language]
        return
            "\(told); \(aim, language): \(indicator.words(target, language)) – \(standing, language)\(note)"
    }

    /// Why there is no number.
    private static func untold(_ value: IndicatorReading.Value?) -> Text {
        if case .figure(let figure)? = value, figure.isHidden {
            return Text(
                lv: "vērtību nerāda, jo tā ir par pārāk maz cilvēkiem",
                en: "the value is not shown, as it is about too few people"
            )
        }
        return Text(lv: "vērtība nav zināma", en: "the value is not known")
    }

    /// Where a value comes from: how the figure is made, or what somebody typed with its source.
    private func address(_ value: IndicatorReading.Value, _ indicator: Indicator) -> Address {
        let table = OutcomeHintView.indicators(of: plan)
        switch value {
        case .figure(let figure):
            let mayOpen = !desk.asker.reach(.readFigures, on: desk.today).isEmpty
            return mayOpen ? figure.making ?? table : table
        case .typed(let typed):
            guard PlanEditor(desk).mayEdit(plan) else { return table }
            return Address(IndicatorValue.page(indicator.id, typed.year))
        }
    }
}

extension Outcome {
    func beside(_ plan: Plan, _ desk: Desk) async throws -> (@Sendable (Language) -> HTML?)? {
        guard let goal = plan.activity(activity).flatMap({ plan.goal($0.goal) }) else { return nil }
        return try await OutcomeHintView.beside(goal, year, of: plan, desk)
    }
}

extension GoalResult {
    /// What the indicators of its goal say in the year that it is judged in.
    func beside(_ plan: Plan, _ desk: Desk) async throws -> (@Sendable (Language) -> HTML?)? {
        guard let own = plan.goal(goal) else { return nil }
        return try await OutcomeHintView.beside(own, plan.judgedYear(on: desk.today), of: plan, desk)
    }
}

extension Plan {
    /// The year that results of its goals are judged by: the one that runs, and the last of a programme that is over.
    func judgedYear(on today: Day) -> Int {
        let now = today.parts.year
        return min(now, years.last ?? now)
    }
}

extension OutcomeHintView {
    /// What stands beside a judgement that hangs on a goal; nil where the programme has no indicators at all.
    fileprivate static func beside(
        _ goal: Goal,
        _ year: Int,
        of plan: Plan,
        _ desk: Desk
    ) async throws -> (@Sendable (Language) -> HTML?)? {
        guard !plan.indicators.isEmpty else { return nil }
        let hints = try await OutcomeHint.of(goal, in: plan, years: [year], desk)
        if let hint = hints[year] {
            let view = OutcomeHintView(hint: hint, plan: plan, desk: desk)
            return { language in view.html(language) }
        }
        guard plan.indicators(of: goal).isEmpty else { return nil }
        let words = Text(
            lv: "Mērķim \(goal.number) programmā nav rādītāju, tāpēc sistēma novērtējumu neiesaka.",
            en: "Goal \(goal.number) has no indicators in the programme, so no judgement is proposed."
        )
        return { language in "<p class=\"quiet\">\(words, language)</p>" }
    }
}
