import Frame
import Kernel

/// A day that divides before from after.
enum DayFilter: FilterKind {
    static let filter = ReportFilter.day

    static func choose(_ text: String, _ selection: inout Selection, _ finder: FilterFinder) throws {
        guard let day = try? Parse.day(text) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(text)” nav datums.", en: "“\(text)” is not a date."),
                advice: Text(lv: "Rakstiet 2026-01-31 vai 31.01.2026.", en: "Write 2026-01-31.")
            )
        }
        selection.day = day
    }

    static func chosen(_ selection: Selection) -> String? { selection.day?.description }

    static func offer(_ selection: Selection, _ finder: FilterFinder) throws -> FilterOffer { .day }
}
