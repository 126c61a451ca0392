internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The facts behind one figure of absence: those that it counts before those among which it counts them, each in the
/// order of pupil, day and lesson.
struct AbsenceEvidence {
    /// What a fact adds to a figure.
    enum Part {
        /// Lessons of some kinds, one by one.
        case count([Int])
        /// Lessons of some kinds among all that count in rates.
        case rate([Int])
        /// Lessons of some kinds among those missed.
        case share([Int])
        /// Lessons that count in rates among these and all of some kinds.
        case coverage([Int])
    }

    private let filter: AbsenceFilter
    private let part: Part
    private let tenant: TenantID
    private let month: Int?

    init(_ selection: Selection, _ members: [Dimension: Int], _ part: Part, _ tenant: TenantID) {
        // Facts have a day instead of a month.
        var others = members
        month = others.removeValue(forKey: .month)
        filter = AbsenceFilter(selection, members: others)
        self.part = part
        self.tenant = tenant
    }

    func rows(_ connection: Connection, limit: Int) throws -> [EvidenceRow] {
        var lines: [AbsenceLine] = []
        // Two questions instead of one with a rank, which would sort all lessons of a year for its first rows.
        for condition in counted where lines.count < limit {
            lines += try self.lines(condition, connection, limit: limit - lines.count)
        }
        let reasons = try loadReasons(of: lines, connection)
        return lines.map { line in
            switch part {
            case .count: line.evidence(numerator: line.lessons, denominator: 1, reasons)
            case .rate(let kinds):
                line.evidence(
                    numerator: kinds.contains(line.kind) ? line.recorded : 0,
                    denominator: line.recorded,
                    reasons
                )
            case .share(let kinds):
                line.evidence(
                    numerator: kinds.contains(line.kind) ? line.lessons : 0,
                    denominator: line.lessons,
                    reasons
                )
            case .coverage(let kinds):
                line.evidence(
                    numerator: line.recorded,
                    denominator: kinds.contains(line.kind) ? line.lessons : line.recorded,
                    reasons
                )
            }
        }
    }

    private func lines(_ counted: SQL, _ connection: Connection, limit: Int) throws -> [AbsenceLine] {
        try connection.rows(
            """
            SELECT pupil_id, day, slot, kind, lessons, recorded, subject_id, batch_id, source, reason
            FROM (\(AbsenceEvidence.facts(filter, filter.narrowed(tenant), tenant))) AS absence
            WHERE \(filter.condition) AND \(counted) AND \(days)
            ORDER BY pupil_id, day, slot, kind, subject_id LIMIT \(limit)
            """
        )
    }

    /// The words of reasons; nil where no line tells one.
    private func loadReasons(of lines: [AbsenceLine], _ connection: Connection) throws -> AbsenceReasons? {
        guard lines.contains(where: { $0.reason > 0 }) else { return nil }
        return AbsenceReasons(try CodeLists.load(tenant, connection))
    }

    /// What is asked for first, and then.
    private var counted: [SQL] {
        switch part {
        case .count(let kinds): ["kind IN (\(list: kinds))"]
        // Of an empty list, what is not in it is unknown rather than all.
        case .rate([]): ["recorded > 0"]
        case .rate(let kinds):
            ["recorded > 0 AND kind IN (\(list: kinds))", "recorded > 0 AND kind NOT IN (\(list: kinds))"]
        case .share(let kinds):
            [kinds, LessonCell.missed.filter { !kinds.contains($0) }].map { "kind IN (\(list: $0))" }
        case .coverage(let kinds): ["(recorded > 0 OR (lessons > 0 AND kind IN (\(list: kinds))))"]
        }
    }

    private var days: SQL {
        guard let month else { return "1 = 1" }
        guard month != 0 else { return "day = 0" }
        let whole = Month(number: month)
        return "day BETWEEN \(whole.first) AND \(whole.last)"
    }

    /// Lessons and totals as facts of one form; `pupils` leaves out those of others, and is a condition behind `AND`.
    static func facts(_ filter: AbsenceFilter, _ pupils: SQL, _ tenant: TenantID) -> SQL {
        """
        SELECT year, institution_id, term, class_id, grade, group_id, subject_id, teacher_id, pupil_id, day, slot,
            (day + 3) % 7 + 1 AS weekday,
            CASE state WHEN 2 THEN kind WHEN 3 THEN \(LessonCell.late) WHEN 4 THEN \(LessonCell.notRecorded)
                ELSE 0 END AS kind,
            1 AS lessons, CASE WHEN state = 4 THEN 0 ELSE is_rated END AS recorded, batch_id, source, reason
        FROM lesson_record
        WHERE tenant_id = \(tenant) AND day BETWEEN \(filter.days.lowerBound) AND
            \(filter.days.upperBound) \(pupils)
        UNION ALL
        SELECT year, institution_id, term, class_id, grade, 0, subject_id, 0, pupil_id, 0, 0,
            0, kind, lessons, recorded, batch_id, source, 0
        FROM absence_count WHERE tenant_id = \(tenant) \(pupils)
        """
    }
}

/// One fact of absence.
private struct AbsenceLine: Readable {
    let pupil: PupilID
    let day: Int
    let slot: Int
    let kind: Int
    let lessons: Int
    let recorded: Int
    let subject: Int
    let batch: BatchID
    let source: Int
    let reason: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        slot = try row.next()
        kind = try row.next()
        lessons = try row.next()
        recorded = try row.next()
        subject = try row.next()
        batch = try row.next()
        source = try row.next()
        reason = try row.next()
    }

    func evidence(numerator: Int, denominator: Int, _ reasons: AbsenceReasons?) -> EvidenceRow {
        let absence = AbsenceKind(rawValue: kind)
        let why = reasons?.reason(reason)?.words
        let added = why.map { Text(same: " – ") + $0 } ?? Text(same: "")
        // Of kinds that are seen as one no reason is told, or it would tell them apart.
        let told = absence.map { HealthFacts.kinds.contains($0) } == true ? Text(same: "") : added
        var row = EvidenceRow(
            pupil: pupil,
            day: day == 0 ? nil : Day(number: day),
            words: words(absence?.words) + added,
            withoutHealth: words(absence.map { HealthFacts.words($0) }) + told,
            numerator: numerator,
            denominator: denominator,
            batch: batch,
            source: SourcePlace(packed: source)
        )
        row.reason = why
        row.subject = subject
        row.isNamed = true
        return row
    }

    /// What the row says, of a lesson missed with the words of its kind.
    private func words(_ absence: Text?) -> Text {
        let state: Text =
            switch kind {
            case LessonCell.present: Text(lv: "Apmeklēts", en: "Present")
            case LessonCell.late: Text(lv: "Nokavēts sākums", en: "Late")
            case LessonCell.notRecorded: Text(lv: "Nav reģistrēts", en: "Not recorded")
            default: absence ?? Text(lv: "Kavējums", en: "Absence")
            }
        guard day != 0 else {
            let total = Noun(lv: "stunda", "stundas", en: "lesson", "lessons").counted(lessons)
            return state + Text(same: ": ") + total
        }
        // Places from 1,000 on are not numbers of lessons.
        guard (1..<1000).contains(slot) else { return state }
        return state + Text(lv: ", \(slot). stunda", en: ", lesson \(slot)")
    }
}
