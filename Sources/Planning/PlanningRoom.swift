package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The door of the room of planning: programmes, what is done for them, what they cost and reach.
package let planningRoom = Room(
    "planning",
    PlanWords.title,
    migrations: [.planning, .annualReports],
    permissions: [.seePlans],
    registers: PlanTables.all,
    reports: [IndicatorsReport.self, ActivitiesReport.self, BudgetReport.self, LateReport.self],
    imports: [ProgrammeTable.self, BudgetTable.self],
    pages: [
        PlansPage(), PlanPage(), CalendarPage(), PeoplePage(), ActivityPage(), LatePage(), EventNewPage(),
        EventAction(), EventPage(), EventUndo(), StepAction(), FormerPage(),
    ] + annualPages() + editPages,
    navigation: [NavigationEntry(PlanWords.title, "/planning", .seePlans, order: 40)]
)

private let editPages: [any Page] =
    edited(AnnualTexts.self) + edited(ProgrammeRow.self) + added(ProgrammeNew.self) + added(AmendmentNew.self)
    + edited(PartRow<Goal>.self) + edited(PartRow<Activity>.self) + edited(PartRow<WorkTask>.self)
    + edited(PartRow<Indicator>.self) + added(PartNew<Goal>.self) + added(PartNew<Activity>.self)
    + added(PartNew<WorkTask>.self) + added(PartNew<Indicator>.self) + edited(ChildRow<Outcome>.self)
    + edited(ChildRow<Recurrence>.self) + edited(ChildRow<IndicatorValue>.self)
    + edited(ChildRow<Target>.self)

private func added<Row: EditedRow>(_ row: Row.Type) -> [any Page] { [EditPage<Row>(), EditAction<Row>()] }

private func edited<Row: EditedRow>(_ row: Row.Type) -> [any Page] { added(row) + [RestoreAction<Row>()] }

extension Permission {
    /// Seeing programmes: they are decisions of a council and tell of no person's data.
    package static let seePlans = Permission(
        "plans.see",
        .aggregates,
        Text(lv: "Skatīt rīcības programmas un plānus", en: "See action programmes and plans")
    )
}
