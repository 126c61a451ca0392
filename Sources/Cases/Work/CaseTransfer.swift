internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Plans of support of a pupil who came from another institution, and a case that was left behind there.
///
/// Plans are told to those alone whose key opens them; that a case is worked on elsewhere, to those who learn it on the
/// page of the pupil's cases.
enum CaseTransfer: TransferPart {
    static func words(of transfer: Transfer, _ desk: Desk, _ connection: Connection) throws -> TransferWords {
        guard desk.asker.mayAskForCases(on: desk.today) else { return TransferWords() }
        let gate = CaseGate(desk, connection)
        var words = TransferWords()
        var plans: [SupportPlan] = []
        var (isLeft, isKnown) = (false, false)
        for file in try CaseFile.all(of: transfer.pupil, desk.tenant, connection) {
            let key = try gate.key(to: file)
            if key?.opens(.plan) == true {
                let made = try SupportPlan.all(of: file.id, desk.tenant, connection)
                plans += made.filter { $0.made < transfer.day }
            }
            guard file.state.isActive, file.institution != transfer.to else { continue }
            isLeft = true
            isKnown = isKnown || key != nil
        }
        words.came = told(plans)
        if isLeft, try isKnown || works(transfer.pupil, desk, connection) { words.missing.append(left) }
        return words
    }

    private static let left = Text(
        lv: "Atbalsta gadījums: vēl nav nodots šai iestādei",
        en: "The case of support: not handed over to this institution yet"
    )

    private static func told(_ plans: [SupportPlan]) -> [Text] {
        guard !plans.isEmpty else { return [] }
        let assessed = plans.filter { $0.result != PlanResult.none }.count
        let open = plans.count - assessed
        return [
            Text(
                lv: "Individuālie plāni: \(plans.count), no tiem vēl nav izvērtēti: \(open)",
                en: "Individual plans: \(plans.count), of these not assessed yet: \(open)"
            )
        ]
    }

    private static func works(_ pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> Bool {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        return scope.map { desk.asker.may(.workCases, in: $0, on: desk.today) } ?? false
    }
}
