internal import Frame
internal import Kernel

/// Takes lines of what is expected of goals.
extension WorkLines {
    /// A result expected of a goal; one without a number goes by its kind, as the document has one block of each.
    func result(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard let goal = plan.goals.first(where: { $0.number == line.parent }) else {
            line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
            return nil
        }
        var kind: ResultKind?
        line.set(.type, optional: &kind)
        guard !line.isBroken else { return nil }
        if line.number.isEmpty, kind == nil { line.fail(.type, Problem(ParseFault.empty)) }
        guard let ordinal = line.number.isEmpty ? kind?.rawValue : line.ordinal() else { return nil }
        let index = plan.results.firstIndex { $0.goal == goal.id && $0.ordinal == ordinal }
        var row = index.map { plan.results[$0] } ?? GoalResult(goal: goal.id, ordinal: ordinal)
        if let kind { row.kind = kind }
        line.set(.result, &row.result)
        line.set(.state, code: &row.state)
        line.set(.note, &row.note)
        return try line.keep(row, at: index, in: &plan.results) ? .goal(goal.id) : nil
    }
}
