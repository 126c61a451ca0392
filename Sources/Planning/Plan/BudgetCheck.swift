internal import Kernel

/// Adds a budget up, down and across: parts of a line to the line, years to the printed sum.
struct BudgetCheck {
    let plan: Plan

    /// The years that any line has money in.
    var years: [Int] { Array(Set(plan.amounts.map(\.year))).sorted() }

    /// Lines that are parts of no other.
    var tops: [BudgetLine] {
        let numbers = Set(plan.lines.map(\.number))
        return plan.lines.filter { line in
            PlanNumber.parent(line.number).map { !numbers.contains($0) } ?? true
        }
    }

    /// The parts of a line.
    func parts(of line: BudgetLine) -> [BudgetLine] {
        plan.lines.filter { PlanNumber.parent($0.number) == line.number }
    }

    /// What a line plans in a year; of a line without a number of its own, what its parts plan.
    func planned(_ line: BudgetLine, _ year: Int) -> Int? {
        plan.amount(of: line, year)?.planned ?? sum(parts(of: line)) { planned($0, year) }
    }

    /// What was spent on a line in a year, or on its parts.
    func spent(_ line: BudgetLine, _ year: Int) -> Int? {
        plan.amount(of: line, year)?.spent ?? sum(parts(of: line)) { spent($0, year) }
    }

    /// The sum of a line over all years.
    func total(_ line: BudgetLine) -> Int? { sum(years) { planned(line, $0) } }

    /// The sum of what is known; nil where nothing is.
    func sum<T>(_ items: [T], _ number: (T) -> Int?) -> Int? {
        let known = items.compactMap(number)
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    var findings: [PlanFinding] { plan.lines.flatMap { down($0) + across($0) } }

    private func down(_ line: BudgetLine) -> [PlanFinding] {
        let parts = parts(of: line)
        guard !parts.isEmpty else { return [] }
        return years.compactMap { year in
            guard let said = plan.amount(of: line, year)?.planned,
                let sum = sum(parts, { planned($0, year) }), sum != said
            else { return nil }
            return PlanFinding(
                code: "budget.down",
                subject: .amount(line.id, year: year),
                number: line.number,
                words: Text(
                    lv: """
                        \(line.number). rindā \(year). gadam ir \(Money.words(said, .lv)), bet tās daļas kopā ir \
                        \(Money.words(sum, .lv)).
                        """,
                    en: """
                        Line \(line.number) says \(Money.words(said, .en)) for \(year), but its parts add up to \
                        \(Money.words(sum, .en)).
                        """
                ),
                advice: BudgetCheck.advice
            )
        }
    }

    private func across(_ line: BudgetLine) -> [PlanFinding] {
        guard let said = line.printed, let sum = total(line), sum != said else { return [] }
        return [
            PlanFinding(
                code: "budget.across",
                subject: .line(line.id),
                number: line.number,
                words: Text(
                    lv: """
                        \(line.number). rindas kopsumma ir \(Money.words(said, .lv)), bet gadi kopā ir \
                        \(Money.words(sum, .lv)).
                        """,
                    en: """
                        The sum of line \(line.number) says \(Money.words(said, .en)), but its years add up to \
                        \(Money.words(sum, .en)).
                        """
                ),
                advice: BudgetCheck.advice
            )
        ]
    }

    static let advice = Text(
        lv: "Pārbaudiet skaitļus; summai jāsakrīt gan pa gadiem, gan pa rindām.",
        en: "Check the numbers; sums must agree by year and by line."
    )
}

/// Money in cents.
enum Money {
    /// The amount for people: whole euros where there are no cents.
    static func words(_ cents: Int, _ language: Language) -> String { "\(digits(cents, language))\u{a0}EUR" }

    /// The same without the currency.
    static func digits(_ cents: Int, _ language: Language) -> String {
        let (number, decimals) = scaled(cents)
        return Format(language).decimal(number, decimals)
    }

    /// Whole euros with no decimals, else cents with two.
    static func scaled(_ cents: Int) -> (Int, Int) { cents % 100 == 0 ? (cents / 100, 0) : (cents, 2) }
}
