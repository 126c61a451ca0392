package import Frame
package import Kernel
package import Storage

/// School years of a tenant: which have data, and the days of their terms.
package struct Years: Sendable {
    /// Years with classes or reported figures, the latest first.
    package let withData: [SchoolYear]
    private let terms: [Key: ClosedRange<Day>]

    private struct Key: Hashable {
        let year: SchoolYear
        let term: Int
    }

    /// Loads the years of a tenant.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> Years {
        // From one year to the one before it by the index: a large board has thousands of classes in each.
        let years = try connection.rows(
            """
            WITH RECURSIVE held (year) AS (
                SELECT max(year) FROM class_group WHERE tenant_id = \(tenant)
                UNION ALL
                SELECT (SELECT max(c.year) FROM class_group c WHERE c.tenant_id = \(tenant) AND c.year < held.year)
                FROM held WHERE held.year IS NOT NULL
            )
            SELECT year FROM held WHERE year IS NOT NULL
            UNION SELECT year FROM kept_figure WHERE tenant_id = \(tenant)
            ORDER BY year DESC
            """,
            Int.self
        )
        let rows = try connection.rows(
            """
            SELECT year, term, from_day, to_day FROM term
            WHERE tenant_id = \(tenant) AND from_day <= to_day ORDER BY year, term
            """,
            Int.self,
            Int.self,
            Day.self,
            Day.self
        )
        let terms = rows.map { (Key(year: SchoolYear($0.0), term: $0.1), $0.2...$0.3) }
        return Years(withData: years.map { SchoolYear($0) }, terms: Dictionary(terms) { first, _ in first })
    }

    /// The latest year with data that has begun, else the year of today.
    package func latest(today: Day) -> SchoolYear {
        withData.first { $0.first <= today } ?? SchoolYear(containing: today)
    }

    /// The days of a term: as kept, else 1 September to 31 December and 1 January to 31 August.
    package func days(of term: Term, in year: SchoolYear) -> ClosedRange<Day> {
        if let kept = terms[Key(year: year, term: term.rawValue)] { return kept }
        let newYear = Month(year.start + 1, 1).first
        return switch term {
        case .first: year.first...(newYear - 1)
        case .second: newYear...year.last
        }
    }

    /// The days of a term where somebody has set them.
    package func kept(_ term: Int, in year: SchoolYear) -> ClosedRange<Day>? {
        terms[Key(year: year, term: term)]
    }

    /// The year and term of a day.
    ///
    /// A day between two terms belongs to the one before it.
    package func term(on day: Day) -> (year: SchoolYear, term: Term) {
        let year = SchoolYear(containing: day)
        return (year, day < days(of: .second, in: year).lowerBound ? .first : .second)
    }
}
