internal import Frame
internal import Storage

/// What a row can hang on, by the word that stands in its addresses.
enum PlanParent: String {
    case programmes
    case goals
    case activities
    case indicators
    case lines

    private var table: Name {
        switch self {
        case .programmes: ActionProgramme.table.name
        case .goals: Goal.table.name
        case .activities: Activity.table.name
        case .indicators: Indicator.table.name
        case .lines: BudgetLine.table.name
        }
    }

    /// The programme that it belongs to; nil where there is none of the id.
    func plan(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> Int? {
        let column: SQL = self == .programmes ? "id" : "plan_id"
        return try connection.value(
            "SELECT \(column) FROM \(table.sql) WHERE tenant_id = \(tenant) AND id = \(id)",
            Int.self
        )
    }

    /// What people call it; nil where the programme has none of the id.
    func name(_ id: Int, in plan: Plan) -> String? {
        switch self {
        case .programmes: plan.programme.id == id ? plan.programme.title : nil
        case .goals: plan.goal(id).map { "\($0.number). \($0.name)" }
        case .activities: plan.activity(id).map { "\($0.number) \($0.name)" }
        case .indicators: plan.indicators.first { $0.id == id }.map { "\($0.label). \($0.name)" }
        case .lines: plan.lines.first { $0.id == id }.map { "\($0.number). \($0.name)" }
        }
    }

    /// The page that shows it.
    func home(_ id: Int, in plan: Plan) -> String {
        switch self {
        case .activities: "/planning/activities/\(id)"
        case .lines: "/planning/\(plan.programme.id)#money"
        case .goals: "/planning/\(plan.programme.id)#results-section"
        case .programmes, .indicators: "/planning/\(plan.programme.id)"
        }
    }
}
