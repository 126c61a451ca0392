internal import Access
internal import Frame
internal import Kernel
internal import Prevention

/// What was done for pupils over the limit of unexcused absence: of some all steps, of others the first few, of some
/// nothing yet.
struct DemoDuty {
    let desk: Desk
    let plan: BoardPlan

    func record() async throws {
        let coordinator = try await Accounts(desk).asker(login: Role.preventionCoordinator.name)
        let desk = desk.seated(coordinator)
        let year = SchoolYear(containing: plan.today)
        for place in try await AbsenceDuty.overLimit(year, desk) {
            var dice = Dice(plan.seed, .duty, place.pupil.rawValue, place.term)
            let steps = dice.pick([0, 1, 2, 3, 4, 6])
            let note = dice.pick(DemoDuty.notes)
            try await AbsenceDuty.record(steps, for: place, year, note: note, desk)
        }
    }

    private static let notes = [
        "Ģimene atbildēja uz zvanu; solīja runāt ar bērnu.",
        "Vecāki strādā maiņās, rītos bērns ir viens. Vienojās par zvanu plkst. 7.30.",
        "Uz zvanu neatbildēja; nosūtīta ziņa.",
    ]
}
