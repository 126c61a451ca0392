internal import Frame
internal import Storage

/// The tables of the room; a table stands after those that it refers to.
enum PlanTables {
    static let all: [RegisterTable] = [
        ActionProgramme.table, Approval.table, Amendment.table, Party.table, Goal.table, GoalResult.table,
        Activity.table, Recurrence.table, WorkTask.table, Resource.table, Outcome.table, BudgetLine.table,
        BudgetAmount.table,
        Indicator.table, Target.table, IndicatorValue.table, PlanEvent.table, CycleMark.table,
        AnnualReport.table,
    ]
}

extension Migration {
    static let planning = Migration(
        id: "2026-11-planning",
        tables: PlanTables.all.filter { !later.contains($0.name) }.map(note),
        sql: PlanTables.programmes + PlanTables.activities + PlanTables.tasks + PlanTables.money
            + PlanTables.indicators + PlanTables.work
    )

    /// Tables that came with migrations of their own.
    private static let later: Set<Name> = [AnnualReport.table.name, GoalResult.table.name]

    private static func note(_ table: RegisterTable) -> TableNote {
        TableNote(
            name: table.name.text,
            // A task names the person who answers for it.
            holds: table.name == WorkTask.table.name ? .staff : .organisations,
            retention: "permanent",
            key: ["tenant_id"] + table.key.map(\.text)
        )
    }
}

extension Migration {
    /// Which other body held an event, 0 where none is named: until now they were all one.
    static let eventBodies = Migration(
        id: "2027-04-event-bodies",
        tables: [],
        sql: """
            ALTER TABLE plan_event ADD COLUMN body INTEGER NOT NULL DEFAULT 0;
            """
    )
}
