internal import Frame
internal import Kernel

/// A stretch of time that has marks of its own: a term, or the whole of a school year.
struct PeriodOfYear: Hashable, Comparable {
    let year: SchoolYear
    let period: PeriodTable.Period

    /// The stable heading: `y2024_term1`.
    var code: String { "y\(year.start)_\(period.code)" }

    /// The heading: the year, then the term.
    var words: Text {
        let part =
            switch period {
            case .year: Text(lv: "gads", en: "year")
            case .firstTerm, .secondTerm: period.inside
            }
        return Text(
            lv: "\(Format(.lv).schoolYear(year)) \(part.lv)",
            en: "\(Format(.en).schoolYear(year)) \(part.en)"
        )
    }

    /// Terms come before the year that they are in.
    static func < (left: PeriodOfYear, right: PeriodOfYear) -> Bool {
        if left.year != right.year { return left.year < right.year }
        return left.place < right.place
    }

    private var place: Int { PeriodTable.Period.allCases.firstIndex(of: period) ?? 0 }
}
