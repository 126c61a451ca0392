internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What the indicators of a goal say of its results and of the outcomes of its activities in a year.
///
/// The system proposes, a person judges.
///
/// Nothing of it is kept: it is made of the values that the reader may see, whenever a page shows it.
struct OutcomeHint: Sendable {
    /// An indicator of the goal, as it counts.
    struct Part: Sendable {
        enum Stand {
            case reached
            case below
            /// Its target's year is not over.
            case onTheWay
            /// There is no value, or none that the target of the year can be held to.
            case unknown
        }

        let indicator: Indicator
        let reading: IndicatorReading
        /// Whether the value is held to the target of the year, and not to one before it.
        let isOfYear: Bool

        var stand: Stand {
            guard isOfYear, reading.latest?.isTold == true else { return .unknown }
            switch reading.standing {
            case .reached?: return .reached
            case .below?: return reading.isUnderWay ? .onTheWay : .below
            case .unknown?, nil: return .unknown
            }
        }
    }

    let year: Int
    /// The indicators in the order of their numbers.
    let parts: [Part]
    let rule: OutcomeStateRule

    /// What is proposed; nil where too little is known.
    var state: OutcomeState? {
        let open = count(.onTheWay) + count(.unknown)
        return rule.proposed(reached: count(.reached), open: open, of: parts.count)
    }

    /// How many indicators reach their target, which, and which of them nobody can judge yet.
    var reason: Text {
        let (reached, all) = (count(.reached), parts.count)
        let indicators = Noun(lv: "rādītāja", "rādītājiem", en: "indicator", "indicators").form(all)
        let head = Text(
            lv: "\(reached) no \(all) \(indicators.lv) sasniedz mērķi",
            en: "\(reached) of \(all) \(indicators.en) reached the target"
        )
        return head + named(.reached, Text(same: ": "))
            + named(.onTheWay, Text(lv: "; vēl ceļā: ", en: "; still on the way: "))
            + named(.unknown, Text(lv: "; nav zināms: ", en: "; not known: "))
    }

    /// The proposal and its number in one line, beside what a person judged.
    var brief: Text? {
        guard let state else { return nil }
        let (reached, all) = (count(.reached), parts.count)
        return Text(
            lv: "pēc rādītājiem: \(state.words.lv) (\(reached) no \(all))",
            en: "by the indicators: \(state.words.en) (\(reached) of \(all))"
        )
    }

    private func count(_ stand: Part.Stand) -> Int { parts.count { $0.stand == stand } }

    private func named(_ stand: Part.Stand, _ words: Text) -> Text {
        let numbers = parts.filter { $0.stand == stand }.map(\.indicator.label)
        return numbers.isEmpty ? Text(same: "") : words + Text(same: numbers.joined(separator: ", "))
    }
}

extension OutcomeHint {
    /// The hints of a year by goal, from what the asker may see; there is none of a goal without indicators.
    static func all(
        _ goals: [Goal],
        of plan: Plan,
        year: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int: OutcomeHint] {
        let watched = goals.filter { !plan.indicators(of: $0).isEmpty }
        // A year is judged by the rule of its last day, and one that runs by that of today.
        let day = min(Day(year, 12, 31) ?? desk.today, desk.today)
        let found: OutcomeStateRule? = try Regulations.load(desk.tenant, connection).parameters(on: day)
        guard !watched.isEmpty, let rule = found else { return [:] }
        // What was typed for later years says nothing of this one.
        var past = plan
        past.indicatorValues.removeAll { $0.year > year }
        var selection = Selection(year: PlanYear.reported(year))
        selection.reach = desk.asker.reach(.seePlans, on: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let asked = try PlanQuestion(desk.question(selection, names, connection), only: past)
        var hints: [Int: OutcomeHint] = [:]
        for goal in watched {
            let parts = try past.indicators(of: goal).map { indicator in
                let reading = try IndicatorReading(indicator, of: past, asked, year: year)
                let aim = past.targets(of: indicator).held(in: year)
                return Part(
                    indicator: indicator,
                    reading: reading,
                    isOfYear: reading.target?.year == aim?.year
                )
            }
            hints[goal.id] = OutcomeHint(year: year, parts: parts, rule: rule)
        }
        return hints
    }

    /// The hints of the goals that have results of their own, by goal, in the year that these are judged in.
    static func ofResults(_ plan: Plan, _ desk: Desk) async throws -> [Int: OutcomeHint] {
        let goals = plan.goals.filter { !plan.results(of: $0).isEmpty }
        guard !goals.isEmpty, !plan.indicators.isEmpty else { return [:] }
        let year = plan.judgedYear(on: desk.today)
        return try await desk.database.data.read { connection in
            try all(goals, of: plan, year: year, desk, connection)
        }
    }

    /// The hints of a goal by year.
    static func of(
        _ goal: Goal,
        in plan: Plan,
        years: [Int],
        _ desk: Desk
    ) async throws -> [Int: OutcomeHint] {
        guard !plan.indicators(of: goal).isEmpty else { return [:] }
        return try await desk.database.data.read { connection in
            var hints: [Int: OutcomeHint] = [:]
            for year in years {
                hints[year] = try all([goal], of: plan, year: year, desk, connection)[goal.id]
            }
            return hints
        }
    }
}

extension OutcomeStateRule {
    /// What is proposed where so many of all indicators reach their target; nil where it cannot be told yet.
    ///
    /// Open ones, of which nobody knows yet, do not reach it; that an outcome is not reached is proposed where they
    /// could change nothing.
    func proposed(reached: Int, open: Int, of all: Int) -> OutcomeState? {
        guard all > 0 else { return nil }
        let sure = state(reached, of: all)
        guard sure == .missed, state(reached + open, of: all) != .missed else { return sure }
        return nil
    }

    private func state(_ reached: Int, of all: Int) -> OutcomeState {
        guard reached > 0 else { return .missed }
        if reached * 100 >= full * all { return .reached }
        return reached * 100 >= partly * all ? .partly : .missed
    }

    /// The shares in words.
    var words: Text {
        let all = Text(lv: "visi rādītāji", en: "all indicators")
        let one = Text(lv: "vismaz viens rādītājs", en: "at least one indicator")
        let most = full == 100 ? all : share(full)
        let least = partly == 0 ? one : share(partly)
        return Text(
            lv: "sasniegts, ja mērķi sasniedz \(most.lv); daļēji sasniegts, ja \(least.lv)",
            en: "reached where \(most.en) reached the target, partly reached where \(least.en) did"
        )
    }

    private func share(_ percent: Int) -> Text {
        Text(lv: "vismaz \(percent)\u{a0}% rādītāju", en: "at least \(percent)% of the indicators")
    }
}
