internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What a rule found of a pupil in a term or year.
struct RiskFinding {
    let record: RiskRecord
    let reading: RiskReading
    /// The threshold that held for the pupil's institution.
    let threshold: Int
    let verdict: RiskVerdict
}

/// Holds rules against facts.
struct RiskJudge {
    let facts: RiskFacts
    private let numbers: [InstitutionID: String]

    init(_ facts: RiskFacts, _ tenant: TenantID, _ connection: Connection) throws {
        self.facts = facts
        let rows = try connection.rows(
            "SELECT id, reg_no FROM institution WHERE tenant_id = \(tenant) AND reg_no <> '' ORDER BY id",
            InstitutionID.self,
            String.self
        )
        numbers = Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first }
    }

    /// What a rule says of every pupil that it is about and of whom something is known.
    func findings(_ record: RiskRecord) throws -> [RiskPlace: RiskFinding] {
        try facts.readings(record.rule).reduce(into: [:]) { findings, element in
            guard let stay = facts.stays.last(element.key.pupil), facts.has(element.key.pupil),
                record.rule.covers(grade: stay.grade, programme: stay.programme)
            else { return }
            let threshold = record.rule.threshold(for: numbers[stay.institution])
            findings[element.key] = RiskFinding(
                record: record,
                reading: element.value,
                threshold: threshold,
                verdict: record.rule.verdict(element.value, threshold: threshold)
            )
        }
    }

    /// What the rules in force say: each term and the year by the rules of its last day, or of today within it.
    func findings(
        _ rules: RiskRules,
        _ years: Years,
        today: Day
    ) throws -> [(place: RiskPlace, finding: RiskFinding)] {
        var known: [String: [RiskPlace: RiskFinding]] = [:]
        var found: [(place: RiskPlace, finding: RiskFinding)] = []
        for term in 0...2 {
            guard let day = RiskJudge.day(term, of: facts.year, years, today: today) else { continue }
            for record in rules.inForce(on: day) where record.rule.mode == .live {
                let key = "\(record.name)/\(record.from)"
                let findings = try known[key] ?? findings(record)
                known[key] = findings
                for (place, finding) in findings where place.term == term { found.append((place, finding)) }
            }
        }
        return found
    }

    /// The day by whose rules a term or the year is judged; nil before it has begun.
    static func day(_ term: Int, of year: SchoolYear, _ years: Years, today: Day) -> Day? {
        let days = Term(rawValue: term).map { years.days(of: $0, in: year) } ?? year.first...year.last
        guard days.lowerBound <= today else { return nil }
        return min(today, days.upperBound)
    }
}
