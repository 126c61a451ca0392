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

    /// How large the reading is against the threshold, in thousandths of it; a threshold of 0 counts as 1.
    var weight: Int {
        let bound = max(1, threshold)
        return switch record.rule.quantity.form {
        case .count: reading.value * 1_000 / bound
        case .share: reading.base > 0 ? reading.value * 100_000 / (reading.base * bound) : 0
        case .fall: 1_000
        }
    }
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

    private init(_ facts: RiskFacts, _ numbers: [InstitutionID: String]) {
        self.facts = facts
        self.numbers = numbers
    }

    /// The same judge before a part of the facts.
    func holding(_ facts: RiskFacts) -> RiskJudge { RiskJudge(facts, numbers) }

    /// What a rule says of every pupil that it is about and of whom something is known; a pupil may come once for each
    /// term.
    func findings(_ record: RiskRecord, _ take: (PupilID, RiskFinding) -> Void) throws {
        try facts.readings(record.rule) { place, reading in
            if let finding = finding(record, place.pupil, reading) { take(place.pupil, finding) }
        }
    }

    private func finding(_ record: RiskRecord, _ pupil: PupilID, _ reading: RiskReading) -> RiskFinding? {
        guard let stay = seat(pupil, record.rule) else { return nil }
        let threshold = record.rule.threshold(for: numbers[stay.institution])
        return RiskFinding(
            record: record,
            reading: reading,
            threshold: threshold,
            verdict: record.rule.verdict(reading, threshold: threshold)
        )
    }

    /// The signs that the rules in force give, or what else they say.
    ///
    /// Each term and the year are judged by the rules of their last day, or of today within them.
    /// Of a board's readings few are signs, so that nothing is made of the others.
    func signs(
        _ rules: RiskRules,
        _ years: Years,
        today: Day,
        that wanted: RiskVerdict = .met,
        only quantities: Set<RiskQuantity>? = nil,
        _ take: (RiskPlace, YearStay, RiskFinding) -> Void
    ) throws {
        for (record, terms) in RiskJudge.records(rules, of: facts.year, years, today: today) {
            let rule = record.rule
            guard quantities?.contains(rule.quantity) ?? true else { continue }
            let hasOwn = rule.overrides?.isEmpty == false
            try facts.readings(rule) { place, reading in
                guard terms.contains(place.term) else { return }
                var threshold = rule.threshold
                if hasOwn, let stay = facts.stays.last(place.pupil) {
                    threshold = rule.threshold(for: numbers[stay.institution])
                }
                guard rule.verdict(reading, threshold: threshold) == wanted,
                    let stay = seat(place.pupil, rule)
                else { return }
                let finding = RiskFinding(
                    record: record,
                    reading: reading,
                    threshold: threshold,
                    verdict: wanted
                )
                take(place, stay, finding)
            }
        }
    }

    /// Where a pupil is whom a rule is about; nil where it is about others.
    private func seat(_ pupil: PupilID, _ rule: RiskRule) -> YearStay? {
        guard facts.has(pupil), let stay = facts.stays.last(pupil),
            rule.covers(grade: stay.grade, programme: stay.programme)
        else { return nil }
        return stay
    }

    /// The live records of rules by which a year is judged, each with the terms that are judged by it; the year is 0.
    private static func records(
        _ rules: RiskRules,
        of year: SchoolYear,
        _ years: Years,
        today: Day
    ) -> [(record: RiskRecord, terms: Set<Int>)] {
        var found: [(record: RiskRecord, terms: Set<Int>)] = []
        for term in 0...2 {
            guard let day = RiskJudge.day(term, of: year, years, today: today) else { continue }
            for record in rules.inForce(on: day) where record.rule.mode == .live {
                let known = found.firstIndex {
                    $0.record.name == record.name && $0.record.from == record.from
                }
                if let known {
                    found[known].terms.insert(term)
                } else {
                    found.append((record, [term]))
                }
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
