internal import Frame
internal import Kernel
internal import Storage
internal import Tabular

/// Reads the rows of a budget into a programme, and adds its sums up.
final class BudgetReader: LineReader {
    private let run: ImportRun
    private var plans: [Plan]
    private var head: BudgetHead?
    private var plan: Int?
    private var places: [PlanFinding.Subject: SourcePlace] = [:]
    /// What the row of totals says by year, and its place.
    private var grand: [(year: Int, cents: Int, place: SourcePlace)] = []
    private var seen: Set<String> = []

    init(_ plans: [Plan], _ run: ImportRun) {
        self.plans = plans
        self.run = run
    }

    func read(_ line: MappedLine) throws {
        if let head = BudgetHead(line.cells) {
            self.head = head
            plan = try plan(for: head.years.map(\.year), at: line.place)
            return
        }
        guard let head, let plan else { return }
        let number = PlanNumber.clean(line.cell(0).text)
        let name = HeadingMatch.clean(line.cell(head.name).text)
        guard !name.isEmpty || !number.isEmpty else { return }
        if BudgetHead.totals.contains(LatvianKey.search(name))
            || BudgetHead.totals.contains(number.lowercased())
        {
            return total(line, head)
        }
        guard !number.isEmpty else {
            return run.staging.reject(Problem(ParseFault.empty), at: line.place(ofColumn: 0))
        }
        guard seen.insert(number).inserted else {
            return run.staging.reject(ProgrammeProblem.twice(number), at: line.place(ofColumn: 0))
        }
        try take(line, head, number, name, &plans[plan])
    }

    func finish() throws {
        guard let plan else {
            if head == nil { run.staging.reject(BudgetReader.noHead, at: SourcePlace(line: 1)) }
            return
        }
        plans[plan].sort()
        let check = BudgetCheck(plan: plans[plan])
        for finding in check.findings {
            if let place = places[finding.subject] { run.staging.doubt(finding.problem, at: place) }
        }
        for said in grand {
            let sum =
                check.sum(check.tops) { said.year == 0 ? check.total($0) : check.planned($0, said.year) } ?? 0
            if sum != said.cents {
                run.staging.doubt(BudgetReader.grand(said.year, said.cents, sum), at: said.place)
            }
        }
    }

    private func take(
        _ line: MappedLine,
        _ head: BudgetHead,
        _ number: String,
        _ name: String,
        _ plan: inout Plan
    ) throws {
        let index = plan.lines.firstIndex { $0.number == number }
        var row =
            try index.map { plan.lines[$0] }
            ?? BudgetLine(id: try run.staging.newID("plan_line"), plan: plan.programme, number: number)
        if !name.isEmpty { row.name = name }
        if let note = head.note {
            let words = HeadingMatch.clean(line.cell(note).text)
            if !words.isEmpty { row.note = words }
        }
        if let total = head.total {
            guard let printed = cents(line, total) else { return }
            row.printed = printed ?? row.printed
            places[.line(row.id)] = line.place(ofColumn: total)
        }
        var amounts: [BudgetAmount] = []
        for (column, year) in head.years {
            guard let read = cents(line, column) else { return }
            guard let planned = read else { continue }
            var amount =
                plan.amounts.first { $0.line == row.id && $0.year == year }
                ?? BudgetAmount(line: row.id, year: year)
            amount.planned = planned
            amounts.append(amount)
            places[.amount(row.id, year: year)] = line.place(ofColumn: column)
        }
        try row.stage(run.staging, at: line.place)
        if let index { plan.lines[index] = row } else { plan.lines.append(row) }
        for amount in amounts {
            try amount.stage(run.staging, at: line.place)
            plan.amounts.removeAll { $0.line == amount.line && $0.year == amount.year }
            plan.amounts.append(amount)
        }
    }

    private func total(_ line: MappedLine, _ head: BudgetHead) {
        let columns = head.years + (head.total.map { [(column: $0, year: 0)] } ?? [])
        for (column, year) in columns {
            guard let read = cents(line, column), let cents = read else { continue }
            grand.append((year, cents, line.place(ofColumn: column)))
        }
    }

    /// The amount in a column, nil within where it is blank; nil where it cannot be read, which is reported.
    private func cents(_ line: MappedLine, _ column: Int) -> Int?? {
        let text = HeadingMatch.clean(line.cell(column).text)
        guard !["", "-", "–", "—"].contains(text) else { return .some(nil) }
        do throws(ParseFault) {
            let cents = try Parse.decimal(text, decimals: 2)
            guard cents >= 0 else { throw .outOfRange }
            return .some(cents)
        } catch {
            run.staging.reject(Problem(error, value: text), at: line.place(ofColumn: column))
            return nil
        }
    }

    /// The programme that the budget belongs to: of the code given, else the only one of its years, else a new one.
    private func plan(for years: [Int], at place: SourcePlace) throws -> Int? {
        let (first, last) = (years.min() ?? 0, years.max() ?? 0)
        if let code = run.mapping.constants["programme"], !code.isEmpty {
            let found = plans.indices.filter { plans[$0].programme.code == code }
            if found.count > 1 {
                run.staging.reject(ProgrammeProblem.several(code), at: place)
                return nil
            }
            return try found.first ?? add(code, first, last, at: place)
        }
        let fitting = plans.indices.filter { plans[$0].programme.years == Array(first...last) }
        if fitting.count == 1 { return fitting[0] }
        return try add("BUDGET-\(first)-\(last)", first, last, at: place)
    }

    private func add(_ code: String, _ first: Int, _ last: Int, at place: SourcePlace) throws -> Int {
        var programme = ActionProgramme(
            id: try run.staging.newID("plan_programme"),
            institution: InstitutionID(rawValue: 0),
            code: code
        )
        programme.title = Text(lv: "Programma \(first)–\(last)", en: "Programme \(first)–\(last)").lv
        programme.from = Day(first, 1, 1)
        programme.to = Day(last, 12, 31)
        try programme.stage(run.staging, at: place)
        plans.append(Plan(programme))
        return plans.count - 1
    }

    private static let noHead = Problem(
        "budget.headings",
        Text(
            lv: "Tabulā nav virsrakstu „Nr.”, „Pasākums” un gadu.",
            en: "The table has no headings for number, activity and years."
        ),
        advice: Text(lv: "Pārbaudiet virsrakstu rindu.", en: "Check the row of headings.")
    )

    private static func grand(_ year: Int, _ said: Int, _ sum: Int) -> Problem {
        let column = Text(
            lv: year == 0 ? "Programmas kopsumma" : "\(year). gada kopsumma",
            en: year == 0 ? "The sum of the programme" : "The sum of \(year)"
        )
        return Problem(
            "plan.budget.total",
            value: Money.digits(said, .lv),
            Text(
                lv: "\(column.lv) ir \(Money.words(said, .lv)), bet rindas kopā ir \(Money.words(sum, .lv)).",
                en:
                    "\(column.en) says \(Money.words(said, .en)), but its lines add up to \(Money.words(sum, .en))."
            ),
            advice: BudgetCheck.advice
        )
    }
}
