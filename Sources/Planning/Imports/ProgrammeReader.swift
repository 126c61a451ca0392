internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads lines of programmes: each changes the programme in memory and gives its row to the import; at the end the
/// programmes are looked through.
final class ProgrammeReader: LineReader {
    private let run: ImportRun
    private let directory: DirectoryRun
    private let numbers: PartNumbers
    private(set) var plans: [Plan]
    /// The programmes that lines of this file are about, by code.
    private var current: [String: Int] = [:]
    private var places: [Int: [PlanFinding.Subject: SourcePlace]] = [:]
    private var seen: Set<String> = []

    init(_ known: ProgrammeTable.Known, _ run: ImportRun) {
        self.run = run
        directory = DirectoryRun(known.directory, run)
        numbers = PartNumbers(run.tenant)
        plans = known.plans
    }

    func read(_ mapped: MappedLine) throws {
        let line = ProgrammeLine(mapped, run, numbers)
        var part = ProgrammePart.programme
        line.set(.row, code: &part)
        if line.text(.row).isEmpty { line.fail(.row, Problem(ParseFault.empty)) }
        if line.text(.programme).isEmpty { line.fail(.programme, Problem(ParseFault.empty)) }
        if !line.isBroken, !part.isNumbered, !line.text(.sekme).isEmpty {
            line.fail(.sekme, PartNumberProblem.kind(line.text(.sekme)))
        }
        guard !line.isBroken else { return }
        if part == .programme { return try programme(line) }
        guard let index = plan(line) else { return }
        let mark = [
            line.text(.programme), part.code, line.number, line.text(.part), line.parent, line.text(.year),
            part == .event
                ? [.date, .institution, .body, .name].map { line.text($0) }.joined(separator: "\u{1}") : "",
            // Results that are not numbered are told apart by their kind.
            part == .result && line.number.isEmpty ? line.text(.type) : "",
        ].joined(separator: "\u{1}")
        guard seen.insert(mark).inserted else {
            return line.fail(.number, ProgrammeProblem.twice(line.number))
        }
        try take(part, line, &plans[index])
    }

    func finish() throws {
        for (plan, places) in places.sorted(by: { $0.key < $1.key }) {
            plans[plan].sort()
            for finding in PlanCheck(plan: plans[plan]).findings {
                let place = places[finding.subject] ?? numbers.places[finding.subject]
                if let place { run.staging.doubt(finding.problem, at: place) }
            }
        }
    }

    /// The programme that a line belongs to; nil where there is none or several, which is reported.
    private func plan(_ line: ProgrammeLine) -> Int? {
        let code = line.text(.programme)
        if let index = current[code] { return index }
        let found = plans.indices.filter { plans[$0].programme.code == code }
        guard let index = found.first, found.count == 1 else {
            let problem = found.isEmpty ? ProgrammeProblem.programme(code) : ProgrammeProblem.several(code)
            line.fail(.programme, problem)
            return nil
        }
        current[code] = index
        return index
    }

    private func programme(_ line: ProgrammeLine) throws {
        let code = line.text(.programme)
        guard let institution = try institution(line) else { return }
        let index = plans.firstIndex { $0.programme.code == code && $0.programme.institution == institution }
        var programme =
            try index.map { plans[$0].programme }
            ?? ActionProgramme(
                id: try run.staging.newID("plan_programme"),
                institution: institution,
                code: code
            )
        line.set(.name, &programme.title)
        line.set(.aim, &programme.aim)
        line.set(.result, &programme.result)
        line.set(.from, &programme.from)
        line.set(.to, &programme.to)
        line.set(.decision, &programme.decision)
        line.set(.date, &programme.decided)
        line.set(.protocolNumber, &programme.protocolNumber)
        line.set(.state, code: &programme.status)
        line.set(.type, code: &programme.kind)
        if ["lv", "en"].contains(line.text(.language)) { programme.language = line.text(.language) }
        if let from = programme.from, let to = programme.to, to < from {
            line.fail(.to, ProgrammeProblem.order)
        }
        guard !line.isBroken else { return }
        try programme.stage(run.staging, at: line.place)
        if let index {
            plans[index].programme = programme
            current[code] = index
        } else {
            current[code] = plans.count
            plans.append(Plan(programme))
        }
    }

    /// The institution of a line, 0 where it names none; nil where it is not found, which is reported.
    private func institution(_ line: ProgrammeLine) throws -> InstitutionID? {
        if line.text(.institution).isEmpty, line.text(.regNo).isEmpty { return InstitutionID(rawValue: 0) }
        return try directory.institution(
            name: line.text(.institution),
            regNo: line.text(.regNo),
            at: line.values.place(of: .institution)
        )
    }

    private func take(_ part: ProgrammePart, _ line: ProgrammeLine, _ plan: inout Plan) throws {
        switch part {
        case .programme: break
        case .approval: try approval(line, &plan)
        case .amendment: try amendment(line, &plan)
        case .party: try party(line, &plan)
        case .step: try step(line, &plan)
        case .event:
            guard let place = try institution(line) else { return }
            try WorkLines(run: run).event(line, &plan, place)
        case .goal, .result, .activity, .recurrence, .task, .resource, .outcome:
            try note(try WorkLines(run: run).take(part, line, &plan), line, plan)
        case .indicator, .target, .value, .budget, .amount:
            try note(try FigureLines(run: run).take(part, line, &plan), line, plan)
        }
    }

    /// Remembers where a part stands, so that a finding about it has a place.
    private func note(_ subject: PlanFinding.Subject?, _ line: ProgrammeLine, _ plan: Plan) throws {
        guard let index = current[plan.programme.code] else { return }
        if let subject { places[index, default: [:]][subject] = line.place }
    }

    private func approval(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard let step = line.ordinal() else { return }
        let index = plan.approvals.firstIndex { $0.step == step }
        var row = index.map { plan.approvals[$0] } ?? Approval(plan: plan.programme.id, step: step)
        line.set(.name, &row.body)
        line.set(.date, &row.day)
        line.set(.decision, &row.reference)
        line.set(.note, &row.note)
        try line.keep(row, at: index, in: &plan.approvals)
    }

    private func amendment(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard let number = line.ordinal() else { return }
        let index = plan.amendments.firstIndex { $0.number == number }
        var row = index.map { plan.amendments[$0] } ?? Amendment(plan: plan.programme.id, number: number)
        line.set(.name, &row.summary)
        line.set(.date, &row.day)
        line.set(.decision, &row.decision)
        try line.keep(row, at: index, in: &plan.amendments)
    }

    /// A step of the year that was done; its number is its place in the year's cycle.
    private func step(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard let year = line.year(), let ordinal = line.ordinal() else { return }
        guard let step = CycleStep(rawValue: ordinal) else {
            return line.fail(.number, ProgrammeProblem.code(line.number, "1–5"))
        }
        let index = plan.marks.firstIndex { $0.year == year && $0.step == step }
        var row = index.map { plan.marks[$0] } ?? CycleMark(plan: plan.programme.id, year: year, step: step)
        line.set(.date, &row.day)
        line.set(.note, &row.note)
        try line.keep(row, at: index, in: &plan.marks)
    }

    private func party(_ line: ProgrammeLine, _ plan: inout Plan) throws {
        guard line.ordinal() != nil, let member = try institution(line) else { return }
        let index = line.index(in: plan.parties) { $0.number == line.number }
        guard !line.isBroken else { return }
        var row =
            try index.map { plan.parties[$0] }
            ?? Party(id: try run.staging.newID("plan_party"), plan: plan.programme, number: line.number)
        row.number = line.number
        line.set(.name, &row.name)
        line.set(.type, code: &row.kind)
        line.set(.result, &row.duties)
        if member.rawValue != 0 {
            row.member = member
            row.kind = .institution
        }
        try line.keepFirst(row, at: index, in: &plan.parties)
    }
}
