internal import Kernel

extension PlanCheck {
    /// Goals whose expected results are of one kind alone, where the form of self-evaluation asks for both.
    ///
    /// Often a second block is headed as the first one was (domain facts, section 10, row 12).
    var results: [PlanFinding] {
        plan.goals.compactMap { goal in
            let kinds = Set(plan.results(of: goal).map(\.kind))
            guard kinds.count == 1, let only = kinds.first else { return nil }
            let missing: ResultKind = only == .qualitative ? .quantitative : .qualitative
            return PlanFinding(
                code: "result.kinds",
                subject: .goal(goal.id),
                number: goal.number,
                words: Text(
                    lv: "\(goal.number). prioritātei nav rezultātu „\(missing.lettered.lv)”.",
                    en: "Priority \(goal.number) has no results “\(missing.lettered.en)”."
                ),
                advice: Text(
                    lv: "Pārbaudiet, vai dokumentā abi bloki nav nosaukti vienādi.",
                    en: "Check whether the document heads both blocks alike."
                )
            )
        }
    }
}
