internal import Access
internal import Frame
internal import Kernel
internal import Planning

/// How the programme was amended since it was decided: each amendment keeps it as it stood.
struct DemoAmendments {
    let desk: Desk
    let plan: BoardPlan

    func write() async throws {
        let coordinator = try await Accounts(desk).asker(login: Role.preventionCoordinator.name)
        let amendments = Amendments(desk.seated(coordinator))
        let first = plan.today.parts.year - 1
        for change in changes(first + 4) { try await amendments.amend("PMP-\(first)", change) }
    }

    /// The targets of the programme's last year that the council raised.
    private func changes(_ last: Int) -> [Amendments.Change] {
        [
            Amendments.Change(
                "Palielināts sociālo pedagogu slodžu mērķis pirmsskolā.",
                decision: "Nr. 118",
                day: plan.today - 200,
                targets: [Amendments.NewTarget("7", in: last, hundredths: 500)]
            ),
            Amendments.Change(
                "Palielināts mērķis pedagogu mācībām par sociāli emocionālo atbalstu.",
                decision: "Nr. 31",
                day: plan.today - 40,
                targets: [Amendments.NewTarget("9", in: last, hundredths: 8000)]
            ),
        ]
    }
}
