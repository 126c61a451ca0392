internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads signals of a tenant, with what they showed.
///
/// Of a pupil who was erased, and of a year whose time is over, a signal is kept without what it showed: it is counted by
/// measures and is none of those read here.
struct SignalStore {
    let tenant: TenantID
    let connection: Connection

    /// The open signals of a year as they are now, those of some pupils or of all, by pupil and number.
    func open(in year: SchoolYear, of pupils: Set<PupilID>? = nil) throws -> [RiskSignal] {
        let whose: SQL = pupils.map { "s.pupil_id IN (\(list: $0.sorted()))" } ?? "1 = 1"
        return try now("s.year = \(year.start) AND s.ended_on = 0 AND \(whose)")
    }

    /// The signals of a year that ended on a day, of some pupils or of all, by pupil and number.
    func ended(on day: Day, in year: SchoolYear, of pupils: Set<PupilID>? = nil) throws -> [RiskSignal] {
        let whose: SQL = pupils.map { "s.pupil_id IN (\(list: $0.sorted()))" } ?? "1 = 1"
        return try now("s.year = \(year.start) AND s.ended_on = \(day) AND \(whose)")
    }

    /// All signals of a pupil, the latest first.
    func all(of pupil: PupilID) throws -> [RiskSignal] {
        try now("s.pupil_id = \(pupil)").sorted {
            ($0.year, $0.notedOn, $0.id) > ($1.year, $1.notedOn, $1.id)
        }
    }

    /// The signals of a year of which the count alone is kept: pupil, term and rule; those of some pupils or of all.
    func counted(
        in year: SchoolYear,
        of pupils: Set<PupilID>? = nil
    ) throws -> [(pupil: PupilID, term: Int, rule: String)] {
        let whose: SQL = pupils.map { "s.pupil_id IN (\(list: $0.sorted()))" } ?? "1 = 1"
        return try connection.rows(
            """
            SELECT s.pupil_id, s.term, s.rule FROM risk_signal s
            WHERE s.tenant_id = \(tenant) AND s.year = \(year.start) AND s.ended_on = 0 AND \(whose)
                AND NOT EXISTS (
                    SELECT 1 FROM risk_reading r WHERE r.tenant_id = s.tenant_id AND r.signal_id = s.id)
            ORDER BY s.pupil_id, s.id
            """,
            PupilID.self,
            Int.self,
            String.self
        )
        .map { (pupil: $0.0, term: $0.1, rule: $0.2) }
    }

    /// A signal by its number.
    func find(_ id: Int) throws -> RiskSignal? { try now("s.id = \(id)").first }

    /// The signals of a year that were open at the end of a day, as they were shown then.
    ///
    /// What came to be known later, and every rule that was changed later, leaves the answer as it was.
    func open(on day: Day, in year: SchoolYear, within reach: Reach) throws -> [RiskSignal] {
        try connection.rows(
            """
            SELECT \(RiskSignal.columns) FROM risk_signal s
            JOIN risk_reading r ON r.tenant_id = s.tenant_id AND r.signal_id = s.id AND r.ordinal = (
                SELECT max(l.ordinal) FROM risk_reading l
                WHERE l.tenant_id = s.tenant_id AND l.signal_id = s.id AND l.day <= \(day))
            WHERE s.tenant_id = \(tenant) AND s.year = \(year.start) AND s.noted_on <= \(day)
                AND (s.ended_on = 0 OR s.ended_on > \(day)) AND \(SignalStore.condition(reach))
            ORDER BY s.institution_id, s.class_id, s.pupil_id, s.id
            """
        )
    }

    /// What a signal showed over time, the earliest first.
    func readings(of signals: [Int]) throws -> [Int: [ShownReading]] {
        guard !signals.isEmpty else { return [:] }
        var found: [Int: [ShownReading]] = [:]
        try connection.each(
            """
            SELECT signal_id, ordinal, day, rule_from, rule_version, threshold, value, base, past, past_base
            FROM risk_reading WHERE tenant_id = \(tenant) AND signal_id IN (\(list: signals.sorted()))
            ORDER BY signal_id, ordinal
            """
        ) { row in
            let signal: Int = try row.next()
            found[signal, default: []].append(try ShownReading(row: &row))
        }
        return found
    }

    private func now(_ condition: SQL) throws -> [RiskSignal] {
        try connection.rows(
            """
            SELECT \(RiskSignal.columns) FROM risk_signal s
            JOIN risk_reading r ON r.tenant_id = s.tenant_id AND r.signal_id = s.id AND r.ordinal = (
                SELECT max(l.ordinal) FROM risk_reading l WHERE l.tenant_id = s.tenant_id AND l.signal_id = s.id)
            WHERE s.tenant_id = \(tenant) AND \(condition) ORDER BY s.pupil_id, s.id
            """
        )
    }

    /// Leaves out signals `s` of pupils who are a number only: they count, and wait for nobody.
    static func ofSomebody(_ tenant: TenantID) -> SQL {
        "s.pupil_id NOT IN (SELECT e.pupil_id FROM erased_pupil e WHERE e.tenant_id = \(tenant))"
    }

    /// What a reach lets through of signals `s`.
    static func condition(_ reach: Reach) -> SQL { reach.rows("s.") }
}
