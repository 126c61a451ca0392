internal import Prevention

/// How many risks of each group the answers of a plan name; nothing more of them leaves the sealed body.
struct PlanRisks: Equatable, Sendable {
    /// By group; nil where plans of the kind name no risks.
    private let counts: [RiskGroup: Int]?

    /// Counts the risks of a plan's answers: the code of a risk begins with that of its group.
    init(_ answers: PlanAnswers) {
        guard answers.kind == .support else {
            counts = nil
            return
        }
        var counts: [RiskGroup: Int] = [:]
        for (name, code) in answers.body where PlanRisks.isRisk(name) {
            guard let number = Int(code.prefix(1)), let group = RiskGroup(rawValue: number) else { continue }
            counts[group, default: 0] += 1
        }
        self.counts = counts
    }

    /// The risks of a group; nil where the plan has none to count.
    subscript(group: RiskGroup) -> Int? { counts.map { $0[group] ?? 0 } }

    /// Whether an answer is the kind of a risk: `risk1`, and not what stands beside it.
    private static func isRisk(_ name: String) -> Bool {
        name.hasPrefix("risk") && Int(name.dropFirst(4)) != nil
    }
}
