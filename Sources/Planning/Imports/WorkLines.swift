internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Takes lines of what is done: goals with their results, activities, tasks, resources, outcomes.
struct WorkLines {
    let run: ImportRun

    /// Takes a line into its programme and the import; gives what a finding would be about.
    func take(
        _ part: ProgrammePart,
        _ line: ProgrammeLine,
        _ plan: inout Plan
    ) throws -> PlanFinding.Subject? {
        switch part {
        case .goal: try goal(line, &plan)
        case .result: return try result(line, &plan)
        case .activity: return try activity(line, &plan)
        case .recurrence: try recurrence(line, &plan)
        case .task: return try task(line, &plan)
        case .resource: try resource(line, &plan)
        case .outcome: try outcome(line, &plan)
        default: break
        }
        return nil
    }

    private func numbered(_ line: ProgrammeLine) -> Bool {
        if line.number.isEmpty { line.fail(.number, Problem(ParseFault.empty)) }
        return !line.number.isEmpty
    }

    private func activityOf(_ line: ProgrammeLine, _ plan: Plan) -> Activity? {
        guard let found = plan.activities.first(where: { $0.number == line.parent }) else {
            line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
            return nil
        }
        return found
    }

    private func goal(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard numbered(line) else { return }
        let index = line.index(in: plan.goals) { $0.number == line.number }
        guard !line.isBroken else { return }
        var row =
            try index.map { plan.goals[$0] }
            ?? Goal(id: try run.staging.newID("plan_goal"), plan: plan.programme, number: line.number)
        row.number = line.number
        line.set(.level, code: &row.level)
        line.set(.name, &row.name)
        line.set(.result, &row.result)
        try line.keepFirst(row, at: index, in: &plan.goals)
    }

    private func activity(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard numbered(line) else { return nil }
        let index = line.index(in: plan.activities) { $0.number == line.number }
        guard !line.isBroken else { return nil }
        var row =
            try index.map { plan.activities[$0] }
            ?? Activity(id: try run.staging.newID("plan_activity"), plan: plan.programme, number: line.number)
        row.number = line.number
        if !line.parent.isEmpty {
            guard let goal = plan.goals.first(where: { $0.number == line.parent }) else {
                line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
                return nil
            }
            row.goal = goal.id
        }
        line.set(.name, &row.name)
        line.set(.aim, &row.aim)
        line.set(.result, &row.result)
        line.set(.responsible, &row.responsible)
        line.set(.involved, &row.involved)
        line.set(.years, years: &row.years)
        line.set(.from, &row.from)
        line.set(.to, &row.to)
        return try line.keepFirst(row, at: index, in: &plan.activities) ? .activity(row.id) : nil
    }

    private func recurrence(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard let ordinal = line.ordinal(), let activity = activityOf(line, plan) else { return }
        let index = plan.recurrences.firstIndex { $0.activity == activity.id && $0.ordinal == ordinal }
        var row = index.map { plan.recurrences[$0] } ?? Recurrence(activity: activity.id, ordinal: ordinal)
        line.set(.name, &row.name)
        line.set(.least, count: &row.least)
        row.most = max(row.most, row.least)
        line.set(.most, count: &row.most)
        line.set(.rhythm, code: &row.rhythm)
        line.set(.inEach, flag: &row.inEach)
        if row.most < row.least { line.fail(.most, ProgrammeProblem.most) }
        try line.keep(row, at: index, in: &plan.recurrences)
    }

    private func task(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard numbered(line), let activity = activityOf(line, plan) else { return nil }
        let index = line.index(in: plan.tasks) { $0.number == line.number }
        guard !line.isBroken else { return nil }
        var row =
            try index.map { plan.tasks[$0] }
            ?? WorkTask(id: try run.staging.newID("plan_task"), plan: plan.programme, number: line.number)
        row.number = line.number
        row.activity = activity.id
        line.set(.name, &row.name)
        line.set(.term, &row.term)
        line.set(.from, &row.from)
        line.set(.to, &row.to)
        line.set(.doer, &row.doer)
        line.set(.supervisor, &row.supervisor)
        line.set(.person, &row.person)
        line.set(.state, code: &row.state)
        line.set(.date, &row.done)
        line.set(.note, &row.note)
        if let from = row.from, let to = row.to, to < from { line.fail(.to, ProgrammeProblem.order) }
        return try line.keepFirst(row, at: index, in: &plan.tasks) ? .task(row.id) : nil
    }

    /// Resources of an activity, or of a goal where several activities share them.
    private func resource(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard numbered(line) else { return }
        let index = line.index(in: plan.resources) { $0.number == line.number }
        guard !line.isBroken else { return }
        var row =
            try index.map { plan.resources[$0] }
            ?? Resource(id: try run.staging.newID("plan_resource"), plan: plan.programme, number: line.number)
        row.number = line.number
        if let activity = plan.activities.first(where: { $0.number == line.parent }) {
            (row.activity, row.goal) = (activity.id, 0)
        } else if let goal = plan.goals.first(where: { $0.number == line.parent }) {
            (row.activity, row.goal) = (0, goal.id)
        } else {
            return line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
        }
        line.set(.name, &row.name)
        line.set(.result, &row.result)
        line.set(.human, &row.human)
        line.set(.support, &row.support)
        line.set(.finance, &row.finance)
        line.set(.duration, &row.duration)
        line.set(.source, &row.source)
        line.set(.responsible, &row.responsible)
        try line.keepFirst(row, at: index, in: &plan.resources)
    }

    private func outcome(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard let activity = activityOf(line, plan), let year = line.year() else { return }
        let index = plan.outcomes.firstIndex { $0.activity == activity.id && $0.year == year }
        var row = index.map { plan.outcomes[$0] } ?? Outcome(activity: activity.id, year: year)
        line.set(.spent, hundredths: &row.spent)
        line.set(.result, &row.planned)
        line.set(.done, &row.done)
        line.set(.impact, &row.impact)
        line.set(.factors, &row.factors)
        line.set(.state, code: &row.state)
        try line.keep(row, at: index, in: &plan.outcomes)
    }

    /// An event that took place; it is known by activity, day, institution or other body, and name.
    func event(_ line: ProgrammeLine, _ plan: inout Plan, _ institution: InstitutionID) throws {
        guard let activity = activityOf(line, plan) else { return }
        var held: Day?
        line.set(.date, &held)
        guard let day = held else {
            if !line.isBroken { line.fail(.date, Problem(ParseFault.empty)) }
            return
        }
        if day > run.today { return line.fail(.date, ProgrammeProblem.ahead(line.text(.date))) }
        let name = line.text(.name)
        let words = line.text(.body)
        let body = words.isEmpty ? nil : CaseBody.read(words)
        if !words.isEmpty, body == nil || body == .school || institution.rawValue != 0 {
            let codes = CaseBody.outside.map(\.code).joined(separator: ", ")
            return line.fail(.body, ProgrammeProblem.code(words, codes))
        }
        let index = plan.events.firstIndex {
            $0.activity == activity.id && $0.day == day && $0.institution == institution && $0.name == name
                && $0.body == body
        }
        var row =
            try index.map { plan.events[$0] }
            ?? PlanEvent(
                id: try run.staging.newID("plan_event"),
                activity: activity.id,
                institution: institution,
                day: day
            )
        (row.name, row.body) = (name, body)
        let recurrences = plan.recurrences(of: activity)
        if recurrences.count == 1, let only = recurrences.first { row.ordinal = only.ordinal }
        if !line.number.isEmpty {
            guard let ordinal = line.ordinal() else { return }
            guard recurrences.contains(where: { $0.ordinal == ordinal }) else {
                return line.fail(.number, ProgrammeProblem.parent(line.number))
            }
            row.ordinal = ordinal
        }
        var people = row.participants ?? -1
        line.set(.participants, count: &people)
        row.participants = people < 0 ? nil : people
        line.set(.sheet, &row.sheet)
        line.set(.note, &row.note)
        try line.keep(row, at: index, in: &plan.events)
    }
}
