internal import Kernel

extension PlanCheck {
    /// What a task lacks to be on anybody's list or ever late; nothing of a task that is over.
    func gaps(_ task: WorkTask) -> [PlanFinding] {
        guard !task.state.isSettled else { return [] }
        var found: [PlanFinding] = []
        if task.isNobodys { found.append(.doer(task)) }
        if task.to == nil { found.append(.day(task)) }
        return found
    }
}

extension WorkTask {
    /// Whether no body does it and no person answers for it: lists of who does what go by those names alone.
    var isNobodys: Bool { Plan.names(doer).isEmpty && Plan.names(person).isEmpty }
}

extension Plan {
    /// How many tasks that are not over nobody does, or have no day by which they are to be done.
    var incompleteTasks: Int {
        let check = PlanCheck(plan: self)
        return tasks.count { !check.gaps($0).isEmpty }
    }
}

extension PlanFinding {
    fileprivate static func doer(_ task: WorkTask) -> PlanFinding {
        PlanFinding(
            code: "task.doer",
            subject: .task(task.id),
            number: task.number,
            words: Text(
                lv: "Uzdevumam \(task.number) nav ne izpildītāja, ne atbildīgās personas.",
                en: "Nobody does task \(task.number): it names neither a body nor a person."
            ),
            advice: Text(
                lv: "Norādiet, kas to dara; citādi tas nav neviena darbu sarakstā.",
                en: "Say who does it; else it is on nobody's list."
            )
        )
    }

    fileprivate static func day(_ task: WorkTask) -> PlanFinding {
        PlanFinding(
            code: "task.day",
            subject: .task(task.id),
            number: task.number,
            words: Text(
                lv: "Uzdevumam \(task.number) nav dienas, līdz kurai tas jāizpilda.",
                en: "Task \(task.number) has no day by which it is to be done."
            ),
            advice: Text(
                lv: "Norādiet termiņa dienu; bez tās uzdevums nekad nekavējas.",
                en: "Set the day; without it the task is never late."
            )
        )
    }
}
