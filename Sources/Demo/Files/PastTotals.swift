internal import Kernel

/// Totals of past years by institution, as a board has kept them in tables of its own.
struct PastTotals {
    /// The shipped mapping that reads the table.
    let mapping: String
    private let years: ClosedRange<Int>
    /// How many of a thousand pupils are counted, at least and at most.
    private let share: ClosedRange<Int>
    private let plan: BoardPlan

    /// The tables of a board.
    static func all(_ plan: BoardPlan) -> [PastTotals] {
        let last = plan.schoolYears.map(\.start).max() ?? 0
        let before = last - plan.years
        return [
            PastTotals(
                mapping: "supported-by-year",
                years: last - 5...last - 1,
                share: 30...90,
                plan: plan
            ),
            PastTotals(mapping: "over-limit-by-year", years: before - 3...before, share: 10...45, plan: plan),
        ]
    }

    /// The name of the table's file.
    var fileName: String { "\(mapping).csv" }

    /// The table: years by institutions, with the sum of each year.
    var text: String {
        let institutions = BoardInstitution.all(plan)
        let lines = years.map { year in
            let numbers = institutions.map { number($0, year) }
            return line([SchoolYear(year).description] + (numbers + [numbers.reduce(0, +)]).map(String.init))
        }
        return ([line(["Mācību gads"] + institutions.map(\.name) + ["Kopā"])] + lines).joined()
    }

    private func number(_ institution: BoardInstitution, _ year: Int) -> Int {
        var dice = Dice(plan.seed, .past, institution.number, year, mapping.utf8.count)
        return institution.quota * (share.lowerBound + dice.below(share.count)) / 1_000
    }

    private func line(_ cells: [String]) -> String { cells.joined(separator: ";") + "\n" }
}
