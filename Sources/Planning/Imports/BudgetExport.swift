package import Frame
internal import Kernel
internal import Registry
package import Storage
internal import Tabular

/// The budgets of the programmes of a year, under the headings of the annex: a column for every calendar year that one of
/// the programmes has, and the programme's code behind, by which its lines are read back to it.
extension BudgetTable: ExportFormat {
    /// Programmes are about no person's data.
    package static let exportPermission = Permission.seePlans

    package static func headings(_ order: ExportOrder, _ connection: Connection) throws -> [String] {
        let years = years(of: try Plan.written(order, exportPermission, connection), order.year)
        return ["Sekmes numurs", "Nr.", "Pasākums"] + years.map(String.init) + [
            "Kopā", "Piezīmes", "Programma",
        ]
    }

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let plans = try Plan.written(order, exportPermission, connection)
        let years = years(of: plans, order.year)
        for plan in plans {
            for line in plan.lines {
                let own = PartNumber(order.tenant, .budget, line.id).text
                var cells = [own, line.number, line.name].map(PersonKeys.cell)
                cells += years.map { year in
                    money(plan.amounts.first { $0.line == line.id && $0.year == year }?.planned)
                }
                cells += [
                    money(line.printed), PersonKeys.cell(line.note), PersonKeys.cell(plan.programme.code),
                ]
                try take(ExportRow(cells))
            }
        }
    }

    /// The calendar years of the columns; a year without programmes has its own, or there would be no headings.
    private static func years(of plans: [Plan], _ year: SchoolYear) -> [Int] {
        let all = plans.flatMap { $0.years + $0.amounts.map(\.year) }
        let named = Set(all).filter { PlanYear.range.contains($0) }
        return named.isEmpty ? [year.start, year.start + 1] : named.sorted()
    }

    /// Euros and cents; a blank is no nought.
    private static func money(_ cents: Int?) -> TableCell {
        cents.map { .decimal($0, decimals: 2) } ?? .blank
    }
}
