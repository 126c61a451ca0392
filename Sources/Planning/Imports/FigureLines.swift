internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Takes lines of what is measured and paid: indicators, targets, values, budget lines, amounts.
struct FigureLines {
    let run: ImportRun

    /// Takes a line into its programme and the import; gives what a finding would be about.
    func take(
        _ part: ProgrammePart,
        _ line: ProgrammeLine,
        _ plan: inout Plan
    ) throws -> PlanFinding.Subject? {
        switch part {
        case .indicator: try indicator(line, &plan)
        case .target: try target(line, &plan)
        case .value: try value(line, &plan)
        case .budget: try budget(line, &plan)
        case .amount: try amount(line, &plan)
        default: nil
        }
    }

    private func indicator(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        let (number, part) = (line.number, line.text(.part))
        guard !number.isEmpty else {
            line.fail(.number, Problem(ParseFault.empty))
            return nil
        }
        let index = line.index(in: plan.indicators) { $0.number == number && $0.part == part }
        guard !line.isBroken else { return nil }
        var row =
            try index.map { plan.indicators[$0] }
            ?? Indicator(id: try run.staging.newID("plan_indicator"), plan: plan.programme, number: number)
        (row.number, row.part) = (number, part)
        if !line.parent.isEmpty {
            guard let goal = plan.goals.first(where: { $0.number == line.parent }) else {
                line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
                return nil
            }
            (row.goal, row.level) = (goal.id, goal.level)
        }
        line.set(.level, code: &row.level)
        line.set(.name, &row.name)
        line.set(.unit, code: &row.unit)
        line.set(.noun, &row.noun)
        line.set(.base, hundredths: &row.base)
        line.set(.baseWords, &row.baseWords)
        line.set(.baseDue, &row.baseDue)
        line.set(.origin, code: &row.origin)
        line.set(.source, &row.source)
        line.set(.measure, &row.measure)
        return try line.keepFirst(row, at: index, in: &plan.indicators) ? .indicator(row.id) : nil
    }

    private func indicatorOf(_ line: ProgrammeLine, _ plan: Plan) -> Indicator? {
        let found = plan.indicators.first { $0.number == line.parent && $0.part == line.text(.part) }
        if found == nil { line.fail(.parent, ProgrammeProblem.parent(line.text(.parent))) }
        return found
    }

    private func target(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard let indicator = indicatorOf(line, plan), let year = line.year() else { return nil }
        let index = plan.targets.firstIndex { $0.indicator == indicator.id && $0.year == year }
        var row = index.map { plan.targets[$0] } ?? Target(indicator: indicator.id, year: year)
        line.set(.way, code: &row.way)
        line.set(.amount, hundredths: &row.amount)
        line.set(.words, &row.words)
        return try line.keep(row, at: index, in: &plan.targets) ? .target(indicator.id, year: year) : nil
    }

    private func value(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard let indicator = indicatorOf(line, plan), let year = line.year() else { return nil }
        let index = plan.indicatorValues.firstIndex { $0.indicator == indicator.id && $0.year == year }
        var amount = index.map { plan.indicatorValues[$0].amount }
        line.set(.amount, hundredths: &amount)
        guard let amount else {
            if !line.isBroken { line.fail(.amount, Problem(ParseFault.empty)) }
            return nil
        }
        var row =
            index.map { plan.indicatorValues[$0] }
            ?? IndicatorValue(indicator: indicator.id, year: year, amount: amount)
        row.amount = amount
        line.set(.source, &row.source)
        line.set(.date, &row.day)
        line.set(.note, &row.note)
        survey(line, &row.survey)
        try line.keep(row, at: index, in: &plan.indicatorValues)
        return nil
    }

    /// The survey of a value: the name of its line, from when until when, how many took part.
    private func survey(_ line: ProgrammeLine, _ survey: inout Survey) {
        line.set(.name, &survey.name)
        line.set(.from, &survey.from)
        line.set(.to, &survey.to)
        var people = survey.respondents ?? -1
        line.set(.participants, count: &people)
        survey.respondents = people < 1 ? nil : people
        if let from = survey.from, let to = survey.to, to < from { line.fail(.to, ProgrammeProblem.order) }
    }

    private func budget(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard !line.number.isEmpty else {
            line.fail(.number, Problem(ParseFault.empty))
            return nil
        }
        let index = line.index(in: plan.lines) { $0.number == line.number }
        guard !line.isBroken else { return nil }
        var row =
            try index.map { plan.lines[$0] }
            ?? BudgetLine(id: try run.staging.newID("plan_line"), plan: plan.programme, number: line.number)
        row.number = line.number
        line.set(.name, &row.name)
        line.set(.source, &row.source)
        line.set(.note, &row.note)
        line.set(.amount, hundredths: &row.printed)
        return try line.keepFirst(row, at: index, in: &plan.lines) ? .line(row.id) : nil
    }

    private func amount(_ line: ProgrammeLine, _ plan: inout Plan) throws -> PlanFinding.Subject? {
        guard let found = plan.lines.first(where: { $0.number == line.parent }) else {
            line.fail(.parent, ProgrammeProblem.parent(line.text(.parent)))
            return nil
        }
        guard let year = line.year() else { return nil }
        let index = plan.amounts.firstIndex { $0.line == found.id && $0.year == year }
        var row = index.map { plan.amounts[$0] } ?? BudgetAmount(line: found.id, year: year)
        line.set(.amount, hundredths: &row.planned)
        line.set(.spent, hundredths: &row.spent)
        return try line.keep(row, at: index, in: &plan.amounts) ? .amount(found.id, year: year) : nil
    }
}
