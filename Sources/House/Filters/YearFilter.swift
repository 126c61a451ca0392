import Frame
import Kernel

/// The school year; where none is chosen, the latest that the report has rows of.
enum YearFilter: FilterKind {
    static let filter = ReportFilter.year

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        guard let year = SchoolYear(text) else { throw notAYear(text) }
        selection.year = year
    }

    static func notAYear(_ text: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "„\(text)” nav mācību gads.", en: "“\(text)” is not a school year."),
            advice: Text(lv: "Rakstiet 2022/2023.", en: "Write 2022/2023.")
        )
    }

    static func chosen(_ selection: Selection) -> String? { selection.year.description }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer {
        let years = try DataYears.all(finder.desk.tenant, finder.desk.house, finder.connection)
        let all = years.contains(selection.year) ? years : [selection.year] + years
        let members = all.map { year in
            FilterOffer.Member(
                year.description,
                Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
            )
        }
        return .one(members, none: nil)
    }
}
