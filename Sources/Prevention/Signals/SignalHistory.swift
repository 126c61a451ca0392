package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Judges the years of a board as if it had been done at the end of each month of lessons, so that signals begin and
/// end when they would have: for invented boards, whose data all come on one day.
package struct SignalHistory: Sendable {
    private let desk: Desk

    /// A history at a desk; nothing has been judged yet.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Judges every year to today; of years before the last one, at the end of their terms.
    package func write() async throws {
        let desk = desk
        try await desk.database.data.write { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let years = try Years.load(desk.tenant, connection)
            for year in try SignalListener.years(desk, connection) {
                let facts = try RiskFacts(year, nil, desk.house.measures, desk.tenant, connection)
                let days = SignalHistory.days(of: year, until: desk.today)
                for day in days {
                    // On the last day there is nothing that is not known yet.
                    facts.turn(to: day == days.last ? nil : RiskMoment(day: day, years: years))
                    try SignalRun(desk.seated(desk.asker, on: day), connection).settle(facts)
                }
            }
        }
    }

    /// The days on which a year is judged: ends of months with lessons, and today where it is in the year.
    static func days(of year: SchoolYear, until today: Day) -> [Day] {
        let now = SchoolYear(containing: today)
        let months = (9...12).map { Month(year.start, $0) } + (1...5).map { Month(year.start + 1, $0) }
        let ends = months.map(\.last).filter { $0 < today }
        guard year < now.previous else { return year == now ? ends + [today] : ends }
        return ends.filter { $0.month.month == 12 || $0.month.month == 5 }
    }
}
