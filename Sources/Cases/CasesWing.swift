package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The wing of prevention that keeps cases of support: their plans, consultations and reports.
package let casesWing = Room(
    "prevention",
    CasesPage.title,
    migrations: [
        .cases, .supportPlans, .handOver, .planKinds, .taskOwners, .endedCases, .planRisks,
        .endedConsultations, .caseSeats, .planStates, .referrals, .referralForms, .caseOwners,
        .endedReferralKinds, .measureResults,
    ],
    registers: [.cases, .supportPlans, .consultations, .referrals],
    measures: CaseMeasures.all,
    reports: [
        CaseloadReport.self, OpenMeasuresReport.self, ConsultationsReport.self, SupportPlansReport.self,
        IndividualPlansReport.self, InstitutionsReport.self,
    ],
    mappings: [.consultationsByYear],
    pages: [
        CasesPage(), FindPage(), FindAction(), NewCasePage(), CasePage(), LooksPage(), PupilCasesPage(),
        OpenCaseAction(),
        PlanNewPage(), PlanNewAction(), PlanPage(), PlanFamilyPage(), PlanOwnPage(), PlanEditPage(),
        PlanAction(), MeasureAction(),
        MeasureGivenAction(), MeasurePage(), MeasureCorrectAction(), MeasureRemoveAction(),
        ConsultationsPage(), ConsultationNewPage(), ConsultationAction(),
        ConsultationUndo(), CaseMatrixPage(), CaseGivingPage(), CaseGivingAction(),
        ReferralsPage(), ReferralNewPage(), ReferralNewAction(), ReferralPage(),
    ] + CaseActions.all + ReferralAction.all,
    navigation: [NavigationEntry(ConsultationsPage.title, "/consultations", .logConsultations, order: 33)],
    pupilPages: [NavigationEntry(PupilCasesPage.title, "/pupils/:pupil/cases", .workCases, order: 11)],
    transferParts: [CaseTransfer.self],
    dues: [
        ReviewDues.self, TaskDues.self, MeasureDues.self, OwnerDues.self, SupportPlanDues.self,
        InvitationDues.self,
        SeatDues.self, ReferralDues.self,
    ],
    keeping: [CaseKeeping.self, ConsultationKeeping.self],
    counted: CaseCounts.all,
    codes: CaseCodes.all,
    givenApart: [CasesGiven.self, ReferralsGiven.self]
)
