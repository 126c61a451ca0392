import Kernel

extension DemoCases {
    /// The last day on which a case was worked on by its script: today, but for a few that wait for a family or for others.
    ///
    /// So the board's cases stand in every state between opened and closed.
    func worked(_ number: Int, from start: Day) -> Day {
        guard let days = DemoCases.halts[number] else { return plan.today }
        return min(plan.today, start + days)
    }

    /// Days from its opening after which a case went no further, by its place: new, in assessment, in planning, in review.
    private static let halts = [23: 5, 5: 12, 17: 22, 14: 115]
}
