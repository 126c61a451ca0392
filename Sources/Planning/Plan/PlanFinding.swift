internal import Kernel

/// Something in a programme that contradicts itself or leaves out what it needs.
///
/// It is told and never mended by itself: the document was decided as it stands.
struct PlanFinding: Hashable, Sendable {
    /// Which part of a programme it is about.
    enum Subject: Hashable, Sendable {
        case goal(Int)
        case task(Int)
        case activity(Int)
        case indicator(Int)
        case target(Int, year: Int)
        case line(Int)
        case amount(Int, year: Int)
        /// The number of a part of a kind.
        case number(ProgrammePart, Int)
    }

    /// A stable code: `task.parent`.
    let code: String
    let subject: Subject
    /// The number of the part in the document.
    let number: String
    let words: Text
    let advice: Text

    /// The finding as a problem of a line.
    var problem: Problem { Problem("plan.\(code)", value: number, words, advice: advice) }
}

/// Looks a programme through (domain facts, section 10, rows 16–22).
struct PlanCheck {
    let plan: Plan

    /// Everything that is found, in the order of the document.
    var findings: [PlanFinding] {
        twice + results + activities + tasks + indicators + BudgetCheck(plan: plan).findings
    }

    private var activities: [PlanFinding] {
        plan.activities.flatMap { activity -> [PlanFinding] in
            var found: [PlanFinding] = []
            if let goal = plan.goal(activity.goal), PlanNumber.parent(activity.number) != goal.number {
                found.append(.parent(.activity(activity.id), activity.number, under: goal.number))
            }
            let outside = activity.years.filter { !isWithin($0) }
            if !outside.isEmpty { found.append(.years(.activity(activity.id), activity.number, outside)) }
            return found
        }
    }

    private var tasks: [PlanFinding] {
        plan.tasks.flatMap { task -> [PlanFinding] in
            var found: [PlanFinding] = []
            if let activity = plan.activity(task.activity), PlanNumber.parent(task.number) != activity.number
            {
                found.append(.parent(.task(task.id), task.number, under: activity.number))
            }
            if let from = plan.programme.from, let start = task.from, start < from {
                found.append(.term(task))
            } else if let to = plan.programme.to, let end = task.to, to < end {
                found.append(.term(task))
            }
            return found + gaps(task)
        }
    }

    private var indicators: [PlanFinding] {
        plan.indicators.flatMap { indicator -> [PlanFinding] in
            let targets = plan.targets(of: indicator)
            var found: [PlanFinding] = []
            if indicator.base == nil { found.append(.baseline(indicator)) }
            if targets.contains(where: { $0.way == .undefined }) { found.append(.undefined(indicator)) }
            if IndicatorPath(indicator, targets).turnsUnsaid { found.append(.turn(indicator)) }
            for target in targets where indicator.unit == .percent && target.way == .value {
                guard let amount = target.amount, amount > 10_000 else { continue }
                found.append(.percent(indicator, target))
            }
            let outside = targets.map(\.year).filter { !isWithin($0) }
            if !outside.isEmpty { found.append(.years(.indicator(indicator.id), indicator.label, outside)) }
            return found
        }
    }

    private func isWithin(_ year: Int) -> Bool {
        plan.programme.years.isEmpty || plan.programme.years.contains(year)
    }
}

extension PlanFinding {
    fileprivate static func parent(_ subject: Subject, _ number: String, under parent: String) -> PlanFinding
    {
        PlanFinding(
            code: "number.parent",
            subject: subject,
            number: number,
            words: Text(
                lv: "Numurs \(number) neatbilst numuram \(parent), zem kura tas ir.",
                en: "Number \(number) does not fit number \(parent), which it stands under."
            ),
            advice: Text(
                lv: "Pārbaudiet, vai dokumentā nav pārrakstīšanās kļūdas.",
                en: "Check whether the document has a slip of the pen."
            )
        )
    }

    fileprivate static func years(_ subject: Subject, _ number: String, _ years: [Int]) -> PlanFinding {
        let list = years.map(String.init).joined(separator: ", ")
        return PlanFinding(
            code: "year.outside",
            subject: subject,
            number: number,
            words: Text(
                lv: "Gads ārpus programmas termiņa (\(number)): \(list).",
                en: "A year outside the programme's term (\(number)): \(list)."
            ),
            advice: Text(
                lv: "Labojiet gadu vai programmas termiņu.",
                en: "Mend the year or the programme's term."
            )
        )
    }

    fileprivate static func term(_ task: WorkTask) -> PlanFinding {
        PlanFinding(
            code: "task.term",
            subject: .task(task.id),
            number: task.number,
            words: Text(
                lv: "Uzdevuma \(task.number) termiņš ir ārpus programmas termiņa.",
                en: "The term of task \(task.number) is outside the programme's."
            ),
            advice: Text(lv: "Labojiet uzdevuma termiņu.", en: "Mend the term of the task.")
        )
    }

    fileprivate static func baseline(_ indicator: Indicator) -> PlanFinding {
        let due = indicator.baseDue.map { (Format(.lv).day($0), Format(.en).day($0)) }
        return PlanFinding(
            code: "indicator.baseline",
            subject: .indicator(indicator.id),
            number: indicator.label,
            words: Text(
                lv: "\(indicator.label). rādītājam nav bāzes vērtības, tāpēc mērķis nav izmērāms.",
                en: "Indicator \(indicator.label) has no baseline, so its target cannot be measured."
            ),
            advice: due.map {
                Text(lv: "Nosakiet bāzes vērtību līdz \($0.0)", en: "Set the baseline by \($0.1).")
            }
                ?? Text(
                    lv: "Nosakiet bāzes vērtību vai tās termiņu.",
                    en: "Set the baseline, or the day it is due."
                )
        )
    }

    fileprivate static func undefined(_ indicator: Indicator) -> PlanFinding {
        PlanFinding(
            code: "target.unit",
            subject: .indicator(indicator.id),
            number: indicator.label,
            words: Text(
                lv: """
                    \(indicator.label). rādītāja mērķī nav norādīts, vai pieaugums ir procenti no bāzes vērtības vai \
                    procentpunkti.
                    """,
                en: """
                    The target of indicator \(indicator.label) does not say whether it is percent of the baseline or \
                    percentage points.
                    """
            ),
            advice: Text(
                lv: "Vienojieties darba grupā un norādiet mērķa veidu.",
                en: "Agree on it in the working group and choose how the target is said."
            )
        )
    }

    fileprivate static func turn(_ indicator: Indicator) -> PlanFinding {
        PlanFinding(
            code: "target.turn",
            subject: .indicator(indicator.id),
            number: indicator.label,
            words: Text(
                lv: "\(indicator.label). rādītāja mērķlielumi vispirms iet vienā virzienā, tad pretējā.",
                en: "The targets of indicator \(indicator.label) go one way first and then the other."
            ),
            advice: Text(
                lv: "Ja tā ir domāts, norādiet virzienu: pieaug, samazinās.",
                en: "If that is meant, say the direction: rises, falls."
            )
        )
    }

    /// A measure that no room has.
    static func measure(_ indicator: Indicator) -> PlanFinding {
        PlanFinding(
            code: "indicator.measure",
            subject: .indicator(indicator.id),
            number: indicator.label,
            words: Text(
                lv: "\(indicator.label). rādītāja avots „\(indicator.measure)” Sekmē nav zināms.",
                en:
                    "Sekme knows no measure “\(indicator.measure)”, the source of indicator \(indicator.label)."
            ),
            advice: Text(lv: "Labojiet rādītāja nosaukumu.", en: "Mend the name of the measure.")
        )
    }

    /// A measure that counts something where the indicator is in percent, or the other way round.
    static func unit(_ indicator: Indicator) -> PlanFinding {
        PlanFinding(
            code: "indicator.unit",
            subject: .indicator(indicator.id),
            number: indicator.label,
            words: Text(
                lv:
                    "\(indicator.label). rādītāja mērvienība nav tā, kādā skaita „\(indicator.measure)”, tāpēc mērķlielumus nevar vērtēt.",
                en:
                    "Indicator \(indicator.label) has another unit than “\(indicator.measure)”, so its targets cannot be judged."
            ),
            advice: Text(
                lv: "Labojiet mērvienību vai izvēlieties citu Sekmes rādītāju.",
                en: "Mend the unit, or choose another measure of Sekme."
            )
        )
    }

    fileprivate static func percent(_ indicator: Indicator, _ target: Target) -> PlanFinding {
        PlanFinding(
            code: "target.percent",
            subject: .target(indicator.id, year: target.year),
            number: indicator.label,
            words: Text(
                lv: "\(indicator.label). rādītāja mērķlielums \(target.year). gadā ir virs 100 %.",
                en: "The target of indicator \(indicator.label) in \(target.year) is over 100%."
            ),
            advice: Text(
                lv: "Pārbaudiet mērvienību un skaitli.",
                en: "Check the unit and the number."
            )
        )
    }
}
