internal import Frame
internal import Kernel
internal import Storage
internal import Tabular

/// Reads the rows of a budget into a programme, and adds its sums up.
final class BudgetReader: LineReader {
    private let run: ImportRun
    private let numbers: PartNumbers
    private var plans: [Plan]
    private var head: BudgetHead?
    /// The programme of lines that name none.
    private var plan: Int?
    /// Programmes by the codes that lines name.
    private var named: [String: Int] = [:]
    /// Programmes that got lines or headings of their own, in order.
    private var used: [Int] = []
    private var places: [PlanFinding.Subject: SourcePlace] = [:]
    /// What the row of totals says by year, and its place.
    private var grand: [(year: Int, cents: Int, place: SourcePlace)] = []
    private var seen: Set<String> = []

    init(_ plans: [Plan], _ run: ImportRun) {
        self.plans = plans
        self.run = run
        numbers = PartNumbers(run.tenant)
    }

    func read(_ line: MappedLine) throws {
        if let head = BudgetHead(line.cells) {
            self.head = head
            plan = head.programme == nil ? try plan(for: head, at: line.place) : nil
            return
        }
        guard let head, head.programme != nil || plan != nil else { return }
        let number = PlanNumber.clean(line.cell(head.number).text)
        let name = HeadingMatch.clean(line.cell(head.name).text)
        guard !name.isEmpty || !number.isEmpty else { return }
        if BudgetHead.totals.contains(LatvianKey.search(name))
            || BudgetHead.totals.contains(number.lowercased())
        {
            return total(line, head)
        }
        guard !number.isEmpty else {
            return run.staging.reject(Problem(ParseFault.empty), at: line.place(ofColumn: head.number))
        }
        guard let plan = try plan(of: line, head) else { return }
        guard seen.insert("\(plan)\u{0}\(number)").inserted else {
            return run.staging.reject(ProgrammeProblem.twice(number), at: line.place(ofColumn: head.number))
        }
        try take(line, head, number, name, &plans[plan])
    }

    func finish() throws {
        if head == nil { run.staging.reject(BudgetReader.noHead, at: SourcePlace(line: 1)) }
        guard !used.isEmpty else { return }
        for plan in used { plans[plan].sort() }
        let checks = used.map { BudgetCheck(plan: plans[$0]) }
        let twice = used.flatMap { PlanCheck(plan: plans[$0]).twice }
        for finding in twice + checks.flatMap(\.findings) {
            let place = places[finding.subject] ?? numbers.places[finding.subject]
            if let place { run.staging.doubt(finding.problem, at: place) }
        }
        for said in grand {
            let sum = checks.reduce(0) { sum, check in
                let own = check.sum(check.tops) { top in
                    said.year == 0 ? check.total(top) : check.planned(top, said.year)
                }
                return sum + (own ?? 0)
            }
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
        let text = head.sekme.map { HeadingMatch.clean(line.cell($0).text) } ?? ""
        let index: Int?
        switch numbers.find(text, named: name, in: plan.lines, { $0.number == number }) {
        case .row(let found): index = found
        case .new: index = nil
        case .fault(let problem):
            return run.staging.reject(problem, at: line.place(ofColumn: head.sekme ?? head.number))
        }
        var row =
            try index.map { plan.lines[$0] }
            ?? BudgetLine(id: try run.staging.newID("plan_line"), plan: plan.programme, number: number)
        row.number = number
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
        numbers.note(row, at: line.place)
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

    /// The programme of a line: of the code that it has, else that of the headings.
    private func plan(of line: MappedLine, _ head: BudgetHead) throws -> Int? {
        let code = head.programme.map { HeadingMatch.clean(line.cell($0).text) } ?? ""
        guard !code.isEmpty, let column = head.programme else {
            if plan == nil { plan = try plan(for: head, at: line.place) }
            return plan
        }
        if let known = named[code] { return known }
        named[code] = try plan(coded: code, head, at: line.place(ofColumn: column))
        return named[code]
    }

    /// The programme that the budget belongs to: of the code given, else the only one of its years, else a new one.
    private func plan(for head: BudgetHead, at place: SourcePlace) throws -> Int? {
        if let code = run.mapping.constants["programme"], !code.isEmpty {
            return try plan(coded: code, head, at: place)
        }
        let (first, last) = head.span
        let fitting = plans.indices.filter { plans[$0].programme.years == Array(first...last) }
        if fitting.count == 1 { return use(fitting[0]) }
        return use(try add("BUDGET-\(first)-\(last)", first, last, at: place))
    }

    /// The programme of a code, which is added where there is none.
    private func plan(coded code: String, _ head: BudgetHead, at place: SourcePlace) throws -> Int? {
        let found = plans.indices.filter { plans[$0].programme.code == code }
        if found.count > 1 {
            run.staging.reject(ProgrammeProblem.several(code), at: place)
            return nil
        }
        let (first, last) = head.span
        return use(try found.first ?? add(code, first, last, at: place))
    }

    private func use(_ plan: Int) -> Int {
        if !used.contains(plan) { used.append(plan) }
        return plan
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
