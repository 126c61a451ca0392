package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The door of the room of planning: programmes, what is done for them, what they cost and reach.
package let planningRoom = Room(
    "planning",
    PlanWords.title,
    migrations: [
        .planning, .annualReports, .openReports, .reviewedReports, .eventBodies, .goalResults,
        .surveyedValues,
    ],
    permissions: [.seePlans],
    registers: PlanTables.all,
    reports: [IndicatorsReport.self, ActivitiesReport.self, BudgetReport.self, LateReport.self],
    imports: [ProgrammeTable.self, BudgetTable.self],
    pages: [
        PlansPage(), PlanPage(), CalendarPage(), PeoplePage(), PlanPlacePage(), ActivityPage(),
        RegistrationSheetPage(), LatePage(),
        EventNewPage(),
        EventAction(), EventPage(), EventUndo(), BodyEventsPage(), BodyEventNewPage(), BodyEventAction(),
        BodyEventPage(), BodyEventUndo(), StepAction(), FormerPage(), FormerActivityPage(),
        FormerFile(),
    ] + annualPages() + editPages,
    navigation: [
        NavigationEntry(PlanWords.title, "/planning", .seePlans, order: 40),
        NavigationEntry(BodyEventsPage.title, BodyEventsPage.address, .recordBodyEvents, order: 41),
    ],
    dues: [PlanTaskDues.self, PlanDues.self, EventDues.self],
    codes: PlanColumnCodes.all,
    openDoors: [OpenAnnualDoor.self],
    benchmarks: [PlanTargets.self]
)

/// The kinds of rows that people add, edit and take out on pages of their own: each a file of `Editing`, a word here.
enum PlanKinds {
    static let parts: [any PlanPart.Type] = [
        Party.self, Goal.self, Activity.self, WorkTask.self, Resource.self, Indicator.self, BudgetLine.self,
    ]
    static let children: [any PlanChild.Type] = [
        Approval.self, GoalResult.self, Outcome.self, Recurrence.self, IndicatorValue.self, Target.self,
        BudgetAmount.self,
    ]

    fileprivate static var pages: [any Page] {
        let ofParts = parts.flatMap { $0.pages }
        let ofChildren = children.flatMap { $0.pages }
        return ofParts + ofChildren
    }
}

private let editPages: [any Page] =
    edited(AnnualTexts.self) + edited(ProgrammeRow.self) + added(ProgrammeNew.self) + added(AmendmentNew.self)
    + PlanKinds.pages

extension PlanPart {
    fileprivate static var pages: [any Page] { added(PartNew<Self>.self) + removable(PartRow<Self>.self) }
}

extension PlanChild {
    fileprivate static var pages: [any Page] { removable(ChildRow<Self>.self) }
}

private func added<Row: EditedRow>(_ row: Row.Type) -> [any Page] { [EditPage<Row>(), EditAction<Row>()] }

private func edited<Row: EditedRow>(_ row: Row.Type) -> [any Page] { added(row) + [RestoreAction<Row>()] }

private func removable<Row: RemovableRow>(_ row: Row.Type) -> [any Page] {
    edited(row) + [RemoveAction<Row>()]
}

extension Permission {
    /// Seeing programmes: they are decisions of a council and tell of no person's data.
    package static let seePlans = Permission(
        "plans.see",
        .aggregates,
        Text(lv: "Skatīt rīcības programmas un plānus", en: "See action programmes and plans")
    )
}
