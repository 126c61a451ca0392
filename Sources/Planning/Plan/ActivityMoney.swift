internal import Kernel
internal import Registry

/// The money that a programme plans for an activity over all its years, as far as the document says so.
///
/// Documents plan money by lines of their own. A line is an activity's where it is called as the activity is; else the
/// amounts count that the activity's own resources name. What a document leaves to words is not known, and no nought.
struct ActivityMoney {
    private let plan: Plan
    private let check: BudgetCheck
    /// The lines by the name that they are found by.
    private let lines: [String: [BudgetLine]]

    init(_ plan: Plan) {
        self.plan = plan
        check = BudgetCheck(plan: plan)
        lines = Dictionary(grouping: plan.lines) { LatvianKey.search($0.name) }
    }

    /// Cents; nil where they are not known.
    func planned(_ activity: Activity) -> Int? {
        let name = LatvianKey.search(activity.name)
        let named: [BudgetLine] = name.isEmpty ? [] : lines[name] ?? []
        let numbers = Set(named.map(\.number))
        // A part that is called as the line above it is in the sum of that line already.
        let tops = named.filter { line in
            PlanNumber.parent(line.number).map { !numbers.contains($0) } ?? true
        }
        return check.sum(tops) { check.total($0) ?? $0.printed } ?? ofResources(activity)
    }

    /// The sum of what an activity's own resources name; those of its goal are for several activities.
    private func ofResources(_ activity: Activity) -> Int? {
        let texts = plan.resources.filter { $0.activity == activity.id && !$0.finance.isEmpty }.map(\.finance)
        let amounts = texts.compactMap(ActivityMoney.amount)
        // One that is said in words makes the sum unknown: without it the sum would be too low.
        return texts.isEmpty || amounts.count < texts.count ? nil : amounts.reduce(0, +)
    }

    /// Cents of a text that is an amount in euros and nothing more: `1 200,50 EUR`.
    static func amount(_ text: String) -> Int? {
        let text = text.trimmed
        for mark in ["EUR", "eiro", "euro", "€"] {
            let low = text.lowercased()
            let plain: Substring
            if low.hasSuffix(mark.lowercased()) {
                plain = text.dropLast(mark.count)
            } else if low.hasPrefix(mark.lowercased()) {
                plain = text.dropFirst(mark.count)
            } else {
                continue
            }
            let cents = try? Parse.decimal(String(plain).trimmed, decimals: 2)
            return cents.flatMap { $0 < 0 ? nil : $0 }
        }
        return nil
    }
}

extension Plan {
    /// When an activity runs: its own days, else those of its tasks where all of them have one.
    func span(of activity: Activity) -> (from: Day?, to: Day?) {
        let tasks = tasks(of: activity)
        let (starts, ends) = (tasks.compactMap(\.from), tasks.compactMap(\.to))
        return (
            from: activity.from ?? (starts.count == tasks.count ? starts.min() : nil),
            to: activity.to ?? (ends.count == tasks.count ? ends.max() : nil)
        )
    }
}
