internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// The lessons of pupils on days on which they missed any without a reason.
struct TruancyScan {
    /// Lessons missed in hiding, by pupil, day and number.
    private(set) var hidden: [TruancyLine] = []
    /// Lessons missed without a reason whose place in the day is not known.
    private(set) var unordered: [TruancyLine] = []

    init(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        var day = DayOfLessons()
        var lines: [TruancyLine] = []
        try connection.each(TruancyScan.query(selection, tenant)) { row in
            let line = try TruancyLine(row: &row)
            if let last = lines.last, last.pupil != line.pupil || last.day != line.day {
                take(lines, day)
                day = DayOfLessons()
                lines.removeAll(keepingCapacity: true)
            }
            lines.append(line)
            if line.isNumbered { day.add(line.slot, line.mark) }
        }
        take(lines, day)
        hidden = hidden.filter { $0.lies(in: selection) }
        unordered = unordered.filter { $0.lies(in: selection) }
    }

    private mutating func take(_ lines: [TruancyLine], _ day: DayOfLessons) {
        let numbers = Set(day.hidden)
        for line in lines where line.mark == .withoutReason {
            if !line.isNumbered {
                unordered.append(line)
            } else if numbers.contains(line.slot) {
                hidden.append(line)
            }
        }
    }

    /// The query; months become days, by which lessons are found: those missed without a reason, then all of the same pupil
    /// and day, as most days of a month tell nothing and a whole board is read for comparison.
    ///
    /// The joins are cross joins because SQLite keeps their order: it would rather read all lessons of the tenant in
    /// the order asked for.
    static func query(_ selection: Selection, _ tenant: TenantID) -> SQL {
        let filter = AbsenceFilter(selection)
        let kinds = [AbsenceKind.unexcused, .unstated].map(\.rawValue)
        let first = selection.year.first.month.number
        let months = (first..<first + 12).map { number -> SQL in
            let month = Month(number: number)
            return """
                SELECT CAST(\(number) AS INTEGER) AS month, CAST(\(month.first) AS INTEGER) AS first_day,
                    CAST(\(month.last) AS INTEGER) AS last_day
                """
        }
        return """
            SELECT l.pupil_id, l.day, l.slot, l.state, l.kind, l.institution_id, l.class_id, l.grade, l.term,
                l.batch_id, l.source
            FROM (
                SELECT DISTINCT m.pupil_id, m.day
                FROM (
                    SELECT DISTINCT pupil_id, month FROM absence_pupil
                    WHERE tenant_id = \(tenant) AND \(filter.condition) AND kind IN (\(list: kinds))
                        AND month > 0 AND lessons > 0
                ) AS away
                CROSS JOIN (\(SQL.joined(months, by: " UNION ALL "))) AS months
                CROSS JOIN lesson_record m
                WHERE months.month = away.month AND m.tenant_id = \(tenant) AND m.pupil_id = away.pupil_id
                    AND m.day BETWEEN months.first_day AND months.last_day AND m.state = 2
                    AND m.kind IN (\(list: kinds))
            ) AS missed
            CROSS JOIN lesson_record l
            WHERE l.tenant_id = \(tenant) AND l.pupil_id = missed.pupil_id AND l.day = missed.day AND l.state < 4
            ORDER BY l.pupil_id, l.day, l.slot
            """
    }
}

/// A lesson of a pupil as recorded.
struct TruancyLine: Readable {
    let pupil: PupilID
    let day: Day
    let slot: Int
    let mark: DayOfLessons.Mark
    private let kind: Int
    private let institution: InstitutionID
    let classGroup: ClassID
    private let grade: Int
    private let term: Int
    private let batch: BatchID
    private let source: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        slot = try row.next()
        let state: Int = try row.next()
        kind = try row.next()
        let isReasonless = kind == AbsenceKind.unexcused.rawValue || kind == AbsenceKind.unstated.rawValue
        mark = state != 2 ? .attended : isReasonless ? .withoutReason : .withReason
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        term = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    /// Places from 1,000 on are not numbers of lessons.
    var isNumbered: Bool { slot < 1000 }

    /// Its members in the order of some dimensions.
    func key(_ dimensions: [Dimension]) -> MemberKey { dimensions.map { member($0) } }

    /// Its member of a dimension.
    func member(_ dimension: Dimension) -> Int {
        switch dimension {
        case .institution: institution.rawValue
        case .classGroup: classGroup.rawValue
        case .grade: grade
        case .term: term
        case .pupil: pupil.rawValue
        case .year: SchoolYear(containing: day).start
        case .kind: kind
        default: 0
        }
    }

    /// Whether it is of the selection: a pupil found through one class may have been in another as well.
    func lies(in selection: Selection) -> Bool {
        guard selection.ordered.allSatisfy({ member($0.dimension) == $0.member }) else { return false }
        let reach = selection.reach
        return reach.everything || reach.institutions.contains(institution)
            || reach.classes.contains(classGroup) || reach.pupils.contains(pupil)
    }

    /// The lesson as a row behind a figure.
    var evidence: EvidenceRow {
        let why = AbsenceKind(rawValue: kind)?.words ?? Text(lv: "Kavējums", en: "Absence")
        var row = EvidenceRow(
            pupil: pupil,
            day: day,
            words: isNumbered ? why + Text(lv: ", \(slot). stunda", en: ", lesson \(slot)") : why,
            numerator: 1,
            denominator: 1,
            batch: batch,
            source: SourcePlace(packed: source)
        )
        row.isNamed = true
        return row
    }
}
