internal import Frame
internal import Kernel
internal import Registry

/// What the numbers in tables of cases stand for, for a person who asks what is kept of them.
enum CaseCodes {
    static let all = cases + plans

    private static let cases = [
        ColumnCode("prevention_case", "state") { (state: CaseState) in state.words },
        ColumnCode("prevention_case", "outcome") { (outcome: CaseOutcome) in outcome.words },
        ColumnCode("prevention_case", "origin") { (origin: CaseOrigin) in origin.words },
        ColumnCode("case_step", "state") { (state: CaseState) in state.words },
        ColumnCode("case_member", "body") { (body: CaseBody) in body.words },
        ColumnCode("case_member", "level") { (level: NoteLevel) in level.words },
        ColumnCode("case_member", "state") { (state: MemberState) in state.words },
        ColumnCode("case_member", "basis") { (basis: LegalBasis) in basis.words },
        ColumnCode("case_note", "level") { (level: NoteLevel) in level.words },
        ColumnCode("case_task", "body") { (body: CaseBody) in body.words },
        ColumnCode("case_referral", "way") { (way: ReferralWay) in way.words },
        ColumnCode("case_referral", "body") { (body: CaseBody) in body.words },
        ColumnCode("case_referral", "basis") { (basis: LegalBasis) in basis.words },
        ColumnCode("case_referral", "state") { (state: ReferralState) in state.words },
        ColumnCode("case_referral", "kind", .list(CodeLists.referralKinds)),
    ]

    private static let plans = [
        ColumnCode("support_plan", "kind") { (kind: PlanKind) in kind.words },
        ColumnCode("support_plan", "ground") { (ground: PlanGround) in ground.words },
        ColumnCode("support_plan", "parents") { (answer: ParentsAnswer) in answer.words },
        ColumnCode("plan_measure", "kind", .list(CodeLists.supportMeasures)),
        ColumnCode("plan_measure", "body") { (body: CaseBody) in body.words },
        ColumnCode("plan_measure", "result") { (result: PlanResult) in result.ofAnyMeasure },
    ]
}
