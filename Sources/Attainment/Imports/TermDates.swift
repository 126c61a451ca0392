internal import Frame
internal import Kernel
internal import Storage

/// The terms of school years, by their own dates where the tenant keeps them, else by the calendar.
struct TermDates: Sendable {
    private let secondTerms: [SchoolYear: Day]

    /// Loads the first days of second terms.
    init(_ tenant: TenantID, _ connection: Connection) throws {
        let rows = try connection.rows(
            "SELECT year, from_day FROM term WHERE tenant_id = \(tenant) AND term = 2 ORDER BY year",
            Int.self,
            Day.self
        )
        secondTerms = Dictionary(rows.map { (SchoolYear($0.0), $0.1) }) { first, _ in first }
    }

    /// The term of a day: the second one begins on its first day, or in January.
    func term(of day: Day) -> Int {
        let year = SchoolYear(containing: day)
        let second = secondTerms[year] ?? Month(year.start + 1, 1).first
        return day < second ? 1 : 2
    }
}
