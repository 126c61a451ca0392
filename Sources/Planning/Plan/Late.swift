internal import Frame
internal import Kernel

/// Something of a programme that should have been done.
struct LateItem: Sendable {
    enum Kind: Int, Sendable {
        case task
        case events
        case baseline
        case value
        case outcome
        case step
    }

    let kind: Kind
    let number: String
    let name: Text
    /// The last day on which it was in time.
    let due: Day
    /// Who answers for it, as the document says.
    let who: String
    let person: String
    /// The part of the programme: task, activity, indicator; 0 for steps of the year.
    let part: Int
    /// Of events that each institution is to hold: those that lack some, with how many each.
    var behind: [(institution: InstitutionID, missing: Int)] = []
    /// How many institutions are asked for them.
    var asked = 0

    func days(_ today: Day) -> Int { today - due }
}

/// Which institutions are behind, in words: a document says “institutions”, and it is one of them that is late.
enum Behind {
    /// More of them are told as all, where it is all.
    private static let few = 3

    /// `Ozolu vidusskola (1), Bērzu pamatskola (2)`; nil where none is.
    static func words(
        _ behind: [(institution: InstitutionID, missing: Int)],
        of asked: Int,
        _ name: (InstitutionID) -> Text
    ) -> Text? {
        guard !behind.isEmpty else { return nil }
        if behind.count == asked, asked > few {
            return Text(lv: "visas iestādes", en: "all institutions")
        }
        func list(_ language: Language) -> String {
            behind.map { "\(name($0.institution)[language]) (\(Format(language).integer($0.missing)))" }
                .joined(separator: ", ")
        }
        return Text(lv: list(.lv), en: list(.en))
    }
}

/// What is late in a programme on a day, the longest first.
struct LateList {
    let plan: Plan
    let institutions: [InstitutionID]
    let today: Day

    /// Nothing of a programme that is not decided can be late.
    var items: [LateItem] {
        guard plan.programme.status == .approved else { return [] }
        return (tasks + events + baselines + values + outcomes + steps)
            .sorted { left, right in
                if left.due != right.due { return left.due < right.due }
                if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
                return PlanNumber.precedes(left.number, right.number)
            }
    }

    private var tasks: [LateItem] {
        plan.tasks.compactMap { task in
            guard let due = task.to, due < today, !task.state.isSettled else { return nil }
            return LateItem(
                kind: .task,
                number: task.number,
                name: Text(same: task.name),
                due: due,
                who: task.doer,
                person: task.person,
                part: task.id
            )
        }
    }

    private var events: [LateItem] {
        let years = PlanYear.counted(on: today)
        var items: [LateItem] = []
        for year in years {
            let counting = Counting(plan: plan, year: year, institutions: institutions, today: today)
            // What is counted over the whole programme is the same in both.
            items += plan.activities.flatMap { counting.counters($0) }
                .filter { year == years[0] || $0.recurrence.rhythm != .once }.compactMap(item)
        }
        return items
    }

    private func item(_ counter: Counter) -> LateItem? {
        guard counter.missing > 0 else { return nil }
        let ended = counter.period.months.map(\.last).last { $0 < today }
        let due = counter.recurrence.rhythm == .month ? ended ?? counter.period.to : counter.period.to
        let what = counter.recurrence.name.isEmpty ? counter.activity.name : counter.recurrence.name
        let noun = Noun(lv: "pasākuma", "pasākumu", en: "event", "events").counted(counter.missing)
        return LateItem(
            kind: .events,
            number: counter.activity.number,
            name: Text(lv: "\(what): trūkst \(noun.lv)", en: "\(what): \(noun.en) missing"),
            due: due,
            who: counter.activity.responsible,
            person: "",
            part: counter.activity.id,
            behind: counter.behind,
            asked: counter.institutions.count
        )
    }

    private var baselines: [LateItem] {
        plan.indicators.compactMap { indicator in
            guard indicator.base == nil, let due = indicator.baseDue, due < today else { return nil }
            return LateItem(
                kind: .baseline,
                number: indicator.label,
                name: Text(
                    lv: "\(indicator.name): bāzes vērtība nav noteikta",
                    en: "\(indicator.name): the baseline is not set"
                ),
                due: due,
                who: "",
                person: "",
                part: indicator.id
            )
        }
    }

    private var values: [LateItem] {
        plan.indicators.filter { $0.origin != .measure }.flatMap { indicator in
            plan.targets(of: indicator).compactMap { target -> LateItem? in
                guard let due = Day(target.year + 1, 12, 31), due < today else { return nil }
                guard !plan.values(of: indicator).contains(where: { $0.year == target.year }) else {
                    return nil
                }
                return LateItem(
                    kind: .value,
                    number: indicator.label,
                    name: Text(
                        lv: "\(indicator.name): nav \(target.year). gada vērtības",
                        en: "\(indicator.name): there is no value for \(target.year)"
                    ),
                    due: due,
                    who: "",
                    person: "",
                    part: indicator.id
                )
            }
        }
    }

    /// Results of a year are collected by the end of the next.
    private var outcomes: [LateItem] {
        guard let first = plan.years.first else { return [] }
        let last = min(plan.years.last ?? first, today.parts.year - 2)
        guard first <= last else { return [] }
        return plan.activities.flatMap { activity in
            (first...last).compactMap { year -> LateItem? in
                guard let due = Day(year + 1, 12, 31), due < today,
                    activity.years.isEmpty || activity.years.contains(year),
                    plan.outcome(of: activity, year) == nil
                else { return nil }
                return LateItem(
                    kind: .outcome,
                    number: activity.number,
                    name: Text(
                        lv: "\(activity.name): nav \(year). gada rezultāta",
                        en: "\(activity.name): there is no outcome for \(year)"
                    ),
                    due: due,
                    who: activity.responsible,
                    person: "",
                    part: activity.id
                )
            }
        }
    }

    private var steps: [LateItem] {
        Cycle(plan: plan, today: today).steps.filter { $0.state == .late }.map { step in
            LateItem(
                kind: .step,
                number: String(step.year),
                name: step.step.words,
                due: step.due,
                who: "",
                person: "",
                part: 0
            )
        }
    }
}

/// The steps of a programme's years: meetings, review, results, publication.
struct Cycle {
    enum State: Sendable {
        case done
        case late
        /// Its day comes within six weeks.
        case soon
        case ahead
    }

    struct Step: Sendable {
        let year: Int
        let step: CycleStep
        let due: Day
        let mark: CycleMark?
        let state: State
    }

    let plan: Plan
    let today: Day

    private static let notice = 42

    /// All steps, by their day; none of a programme without years, and none of an institution's priorities.
    var steps: [Step] {
        guard plan.programme.kind != .priorities, let first = plan.programme.years.first,
            let last = plan.programme.years.last
        else { return [] }
        return (first...(last + 1)).flatMap { year in
            CycleStep.allCases.compactMap { step -> Step? in
                let isAboutYearBefore = step == .results || step == .publication
                // Meetings are held while the programme runs; results are those of the year before.
                guard isAboutYearBefore ? year > first : year <= last, let due = step.due(in: year) else {
                    return nil
                }
                let mark = plan.marks.first { $0.year == year && $0.step == step }
                return Step(year: year, step: step, due: due, mark: mark, state: state(due, mark))
            }
        }
        .sorted { ($0.due, $0.step.rawValue) < ($1.due, $1.step.rawValue) }
    }

    private func state(_ due: Day, _ mark: CycleMark?) -> State {
        if mark?.day != nil { return .done }
        if due < today { return .late }
        return due - today <= Cycle.notice ? .soon : .ahead
    }
}
