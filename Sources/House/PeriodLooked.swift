import Frame
import Kernel

/// When a report without rows was looked for, and how another year is asked for.
///
/// Who chose no year cannot know which one was meant: a class called by its name, say, is one of the newest.
enum PeriodLooked {
    /// The sentences of an answer whose first table has no rows for want of data; nil for any other.
    static func note(
        _ document: ReportDocument,
        _ selection: Selection,
        _ finder: FilterFinder
    ) throws -> Text? {
        // Tables of other years beside it may have rows.
        guard let first = document.sections.first, first.rows.isEmpty, first.empty == ReportSection.noData
        else {
            return nil
        }
        let desk = finder.desk
        let looked = Set([selection.year] + selection.years)
        let others = try DataYears.all(desk.tenant, desk.house, finder.connection)
        let other = others.first { !looked.contains($0) }
        return period(looked.sorted(), term: selection.term) + Text(same: " ") + way(other)
    }

    private static func period(_ years: [SchoolYear], term: Int?) -> Text {
        let lv = years.map { "\(Format(.lv).schoolYear($0)) mācību gads" }
        let en = years.map { "school year \(Format(.en).schoolYear($0))" }
        return Text(
            lv:
                "Aplūkotais periods: \((lv + (term.map { ["\($0). semestris"] } ?? [])).joined(separator: ", ")).",
            en: "Period looked at: \((en + (term.map { ["term \($0)"] } ?? [])).joined(separator: ", "))."
        )
    }

    private static func way(_ other: SchoolYear?) -> Text {
        let example = other.map { " \($0.description)" } ?? ""
        return Text(
            lv: "Citu gadu izvēlas filtrā „\(YearFilter.label.lv)”, komandā – ar --year\(example).",
            en:
                "Another year is chosen in the filter “\(YearFilter.label.en)”, in a command with --year\(example)."
        )
    }
}
