internal import Frame
internal import Kernel
internal import Storage

/// A whole programme in memory: a few hundred rows, from which every report, page and check is made.
struct Plan: Sendable {
    var programme: ActionProgramme
    var approvals: [Approval] = []
    var amendments: [Amendment] = []
    var parties: [Party] = []
    var goals: [Goal] = []
    var results: [GoalResult] = []
    var activities: [Activity] = []
    var recurrences: [Recurrence] = []
    var tasks: [WorkTask] = []
    var resources: [Resource] = []
    var outcomes: [Outcome] = []
    var lines: [BudgetLine] = []
    var amounts: [BudgetAmount] = []
    var indicators: [Indicator] = []
    var targets: [Target] = []
    var indicatorValues: [IndicatorValue] = []
    var events: [PlanEvent] = []
    var marks: [CycleMark] = []
    /// The institutions that its bodies may be; filled for editors alone, as nobody else chooses one.
    var places: [(id: InstitutionID, name: String)] = []
    /// The measures that its indicators may be; filled for editors alone too.
    var measures: [(name: String, title: Text)] = []

    init(_ programme: ActionProgramme) {
        self.programme = programme
    }

    /// Loads a programme; nil where there is none of the id.
    init?(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws {
        guard let programme = try ActionProgramme.rows("id = \(id)", tenant, connection).first else {
            return nil
        }
        self.init(programme)
        try load(tenant, connection)
    }

    /// The programmes of a tenant that a reach covers: the municipality's, and those of institutions within it.
    static func all(_ reach: Reach, _ tenant: TenantID, _ connection: Connection) throws -> [Plan] {
        guard !reach.isEmpty else { return [] }
        let places: SQL =
            reach.everything
            ? "1 = 1" : "institution_id IN (\(list: [0] + reach.institutions.map(\.rawValue).sorted()))"
        return try ActionProgramme.rows(places, tenant, connection).map { programme in
            var plan = Plan(programme)
            try plan.load(tenant, connection)
            return plan
        }
    }

    private mutating func load(_ tenant: TenantID, _ connection: Connection) throws {
        let own: SQL = "plan_id = \(programme.id)"
        func of(_ parent: SQL, _ column: SQL) -> SQL {
            "\(column) IN (SELECT id FROM \(parent) WHERE tenant_id = \(tenant) AND \(own))"
        }
        let ofActivity = of("plan_activity", "activity_id")
        let ofGoal = of("plan_goal", "goal_id")
        let ofIndicator = of("plan_indicator", "indicator_id")
        approvals = try Approval.rows(own, tenant, connection)
        amendments = try Amendment.rows(own, tenant, connection)
        parties = try Party.rows(own, tenant, connection)
        goals = try Goal.rows(own, tenant, connection)
        results = try GoalResult.rows(ofGoal, tenant, connection)
        activities = try Activity.rows(own, tenant, connection)
        recurrences = try Recurrence.rows(ofActivity, tenant, connection)
        tasks = try WorkTask.rows(own, tenant, connection)
        resources = try Resource.rows(own, tenant, connection)
        outcomes = try Outcome.rows(ofActivity, tenant, connection)
        lines = try BudgetLine.rows(own, tenant, connection)
        amounts = try BudgetAmount.rows(of("plan_line", "line_id"), tenant, connection)
        indicators = try Indicator.rows(own, tenant, connection)
        targets = try Target.rows(ofIndicator, tenant, connection)
        indicatorValues = try IndicatorValue.rows(ofIndicator, tenant, connection)
        events = try PlanEvent.rows("\(ofActivity) AND is_undone = 0", tenant, connection)
        marks = try CycleMark.rows(own, tenant, connection)
        sort()
    }

    /// Puts numbered parts into the order of their numbers: 1.2 before 1.10.
    mutating func sort() {
        parties.sort { PlanNumber.precedes($0.number, $1.number) }
        goals.sort { PlanNumber.precedes($0.number, $1.number) }
        activities.sort { PlanNumber.precedes($0.number, $1.number) }
        tasks.sort { PlanNumber.precedes($0.number, $1.number) }
        resources.sort { PlanNumber.precedes($0.number, $1.number) }
        lines.sort { PlanNumber.precedes($0.number, $1.number) }
        indicators.sort {
            $0.number == $1.number ? $0.part < $1.part : PlanNumber.precedes($0.number, $1.number)
        }
        events.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    }
}

extension Plan {
    func goal(_ id: Int) -> Goal? { goals.first { $0.id == id } }
    func activity(_ id: Int) -> Activity? { activities.first { $0.id == id } }
    /// The expected results of a goal, the qualitative ones first.
    func results(of goal: Goal) -> [GoalResult] {
        results.filter { $0.goal == goal.id }
            .sorted { ($0.kind.rawValue, $0.ordinal) < ($1.kind.rawValue, $1.ordinal) }
    }
    func tasks(of activity: Activity) -> [WorkTask] { tasks.filter { $0.activity == activity.id } }
    func activities(of goal: Goal) -> [Activity] { activities.filter { $0.goal == goal.id } }
    func indicators(of goal: Goal) -> [Indicator] { indicators.filter { $0.goal == goal.id } }
    func recurrences(of activity: Activity) -> [Recurrence] {
        recurrences.filter { $0.activity == activity.id }.sorted { $0.ordinal < $1.ordinal }
    }
    /// Resources of an activity, then those that its goal has for all its activities.
    func resources(of activity: Activity) -> [Resource] {
        resources.filter { $0.activity == activity.id }
            + resources.filter { $0.activity == 0 && $0.goal != 0 && $0.goal == activity.goal }
    }
    func outcome(of activity: Activity, _ year: Int) -> Outcome? {
        outcomes.first { $0.activity == activity.id && $0.year == year }
    }
    func targets(of indicator: Indicator) -> [Target] {
        targets.filter { $0.indicator == indicator.id }.sorted { $0.year < $1.year }
    }
    func values(of indicator: Indicator) -> [IndicatorValue] {
        indicatorValues.filter { $0.indicator == indicator.id }.sorted { $0.year < $1.year }
    }
    func amount(of line: BudgetLine, _ year: Int) -> BudgetAmount? {
        amounts.first { $0.line == line.id && $0.year == year }
    }

    /// The level of prevention of an activity: that of its goal.
    func level(of activity: Activity) -> PreventionLevel { goal(activity.goal)?.level ?? .none }

    /// The number of an activity's goal; empty where it has none.
    func goalNumber(of activity: Activity) -> String { goal(activity.goal)?.number ?? "" }

    /// What an activity is for, as documents have it in the column of goals: its own aim, else its goal.
    func aim(of activity: Activity) -> String {
        activity.aim.isEmpty ? goal(activity.goal)?.name ?? "" : activity.aim
    }

    /// The calendar years of the programme; of one without dates, those that its parts name.
    var years: [Int] {
        if !programme.years.isEmpty { return programme.years }
        let named = activities.flatMap(\.years) + amounts.map(\.year) + targets.map(\.year)
        return Array(Set(named)).sorted()
    }

    /// Whether a school year touches the programme.
    func touches(_ year: SchoolYear) -> Bool {
        if let from = programme.from, year.last < from { return false }
        if let to = programme.to, to < year.first { return false }
        return true
    }

    /// Names of bodies out of a list as the document has it.
    static func names(_ list: String) -> [String] {
        list.split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}

/// Numbers of parts: `1`, `1.2`, `5.5.1`.
enum PlanNumber {
    /// The number without a point at its end and blanks around.
    static func clean(_ text: String) -> String {
        var text = text.split(whereSeparator: \.isWhitespace).joined()
        while text.hasSuffix(".") { text.removeLast() }
        return text
    }

    static func precedes(_ left: String, _ right: String) -> Bool {
        let keys = (NaturalKey.sort(left), NaturalKey.sort(right))
        return keys.0 == keys.1 ? left < right : keys.0.lexicographicallyPrecedes(keys.1)
    }

    /// The number after the last of some, or after the last part of a whole.
    static func next(among numbers: [String], under whole: String? = nil) -> String {
        let siblings = numbers.filter { parent($0) == whole }
        let last = siblings.compactMap { Int($0.split(separator: ".").last ?? "") }.max() ?? 0
        return (whole.map { "\($0)." } ?? "") + String(last + 1)
    }

    /// The number of what it is a part of; nil for a whole.
    static func parent(_ number: String) -> String? {
        number.lastIndex(of: ".").map { String(number[..<$0]) }
    }
}
