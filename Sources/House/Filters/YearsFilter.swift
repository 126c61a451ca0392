import Frame
import Kernel

/// School years beside the one chosen; a list with commas in addresses and on the command line.
enum YearsFilter: FilterKind {
    static let filter = ReportFilter.years

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        for part in text.split(separator: ",") {
            guard let year = SchoolYear(String(part)) else { throw YearFilter.notAYear(String(part)) }
            guard year != selection.year, !selection.years.contains(year) else { continue }
            selection.years.append(year)
        }
    }

    static func chosen(_ selection: Selection) -> String? {
        guard !selection.years.isEmpty else { return nil }
        return selection.years.map(\.description).joined(separator: ",")
    }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        // A test is of its year.
        guard selection.assessment == nil else { return .nothing }
        let years = try DataYears.all(finder.desk.tenant, finder.desk.house, finder.connection)
        let others = years.filter { $0 != selection.year }
        guard !others.isEmpty else { return .nothing }
        return .several(
            others.map { year in
                FilterOffer.Member(
                    year.description,
                    Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
                )
            }
        )
    }
}
