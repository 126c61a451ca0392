internal import Frame
internal import Kernel
internal import Storage

/// The periods of institutions for which lessons are kept one by one, and those for which totals are.
///
/// Both of one period would count the same absence twice, so a line of the other sort is refused.
struct AbsencePeriods: Sendable {
    private var dated: Set<Period> = []
    private var totalled: Set<Period> = []

    private struct Period: Hashable {
        let institution: Int
        let year: Int
        /// 0 is the whole year.
        let term: Int
    }

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> AbsencePeriods {
        var periods = AbsencePeriods()
        try connection.each(
            """
            SELECT DISTINCT institution_id, year, term, CASE WHEN weekday = 0 THEN 1 ELSE 0 END
            FROM absence_weekday WHERE tenant_id = \(tenant) AND records > 0
            """
        ) { row in
            let period = Period(institution: try row.next(), year: try row.next(), term: try row.next())
            if try row.next(Bool.self) {
                periods.totalled.insert(period)
            } else {
                periods.dated.insert(period)
            }
        }
        return periods
    }

    /// Whether totals are kept that a lesson of a term would be in already.
    func hasTotals(_ institution: InstitutionID, _ year: SchoolYear, term: Int) -> Bool {
        guard !totalled.isEmpty else { return false }
        return [0, term].contains { totalled.contains(period(institution, year, $0)) }
    }

    /// Whether lessons are kept that a total of a term or year would hold again.
    func hasLessons(_ institution: InstitutionID, _ year: SchoolYear, term: Int) -> Bool {
        let terms = term == 0 ? [1, 2] : [term]
        return terms.contains { dated.contains(period(institution, year, $0)) }
    }

    private func period(_ institution: InstitutionID, _ year: SchoolYear, _ term: Int) -> Period {
        Period(institution: institution.rawValue, year: year.start, term: term)
    }
}
