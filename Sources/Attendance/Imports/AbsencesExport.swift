internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Who may not know of pupils' health gets illness and other excuses under one sign, which no import takes for a kind.
extension Absences: ExportFormat {
    private static let together = "excused-all"
    fileprivate static let recorded = "recorded"

    /// What a stable word of the kind says; nil for any other word.
    static func words(code: String) -> Text? {
        switch code {
        case "present": LessonCell.words(LessonCell.present)
        case "late": LessonCell.words(LessonCell.late)
        case "not-recorded": LessonCell.words(LessonCell.notRecorded)
        default: AbsenceKind(code: code)?.words
        }
    }

    /// What the sign of a lesson says of which it was recorded who was there.
    static func words(presence: String) -> Text? {
        presence == recorded ? Text(lv: "Reģistrēta", en: "Recorded") : nil
    }

    static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let keys = PersonKeys(order, connection)
        let selection = order.selection(exportPermission)
        let condition = CubeFilter(selection, kinds: nil).condition
        let sees = HealthFacts.areOpen(order.asker, selection, on: order.today)
        try lessons(condition, sees, order, keys, connection, take)
        try totals(condition, sees, order, keys, connection, take)
    }

    /// The stable word of a kind.
    fileprivate static func code(_ kind: Int, _ seesHealth: Bool) -> String {
        guard let kind = AbsenceKind(rawValue: kind) else { return "" }
        return seesHealth || !HealthFacts.kinds.contains(kind) ? kind.code : together
    }

    /// Whether a reader sees why lessons of a kind were missed: a reason beside kinds that stand under one sign would
    /// tell them apart.
    fileprivate static func tellsReason(_ kind: Int, _ seesHealth: Bool) -> Bool {
        seesHealth || !HealthFacts.kinds.map(\.rawValue).contains(kind)
    }

    private static func lessons(
        _ condition: SQL,
        _ seesHealth: Bool,
        _ order: ExportOrder,
        _ keys: PersonKeys,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let rows: [LessonRow] = try connection.rows(
            """
            SELECT pupil_id, day, slot, state, kind, minutes_late, institution_id, class_id, group_id, subject_id,
                teacher_id, is_rated, reason
            FROM lesson_record WHERE tenant_id = \(order.tenant) AND \(condition)
            ORDER BY pupil_id, day, slot
            """
        )
        for row in rows {
            let person = try person(row.pupil, row.institution, row.classGroup, keys)
            try take(
                ExportRow(person + row.cells(keys, seesHealth), pupil: row.pupil, staff: row.teacher.named)
            )
        }
    }

    /// Lessons attended are in no line of totals: the format tells of lessons missed.
    private static func totals(
        _ condition: SQL,
        _ seesHealth: Bool,
        _ order: ExportOrder,
        _ keys: PersonKeys,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let excused = AbsenceKind.excused.rawValue
        let told: SQL =
            seesHealth
            ? "kind"
            : "CASE WHEN kind IN (\(list: HealthFacts.kinds.map(\.rawValue))) THEN \(excused) ELSE kind END"
        let rows: [TotalRow] = try connection.rows(
            """
            SELECT pupil_id, term, told, subject_id, sum(lessons), institution_id, class_id
            FROM (
                SELECT pupil_id, year, term, \(told) AS told, subject_id, lessons, institution_id, class_id
                FROM absence_count
                WHERE tenant_id = \(order.tenant) AND kind IN (\(list: LessonCell.missed)) AND \(condition)
            ) AS counted
            GROUP BY pupil_id, year, term, told, subject_id, institution_id, class_id
            ORDER BY pupil_id, year, term, told, subject_id, institution_id, class_id
            """
        )
        for row in rows {
            let person = try person(row.pupil, row.institution, row.classGroup, keys)
            let subject = keys.subject(row.subject)
            let cells: [TableCell] = [
                .blank, .blank, subject, .blank, .text(code(row.kind, seesHealth)), .blank,
                .integer(row.lessons), .text(order.year.description),
                row.term == 0 ? .blank : .integer(row.term), .blank, .blank, .blank, .blank,
            ]
            try take(ExportRow(person + cells, pupil: row.pupil))
        }
    }

    /// The cells of a pupil, with a blank for the grade, which the class has.
    private static func person(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ classGroup: ClassID,
        _ keys: PersonKeys
    ) throws -> [TableCell] {
        var cells = try keys.pupil(pupil, institution, classGroup)
        cells.insert(.blank, at: 3)
        return cells
    }
}

/// A stored lesson to be written.
private struct LessonRow: Readable {
    let pupil: PupilID
    let day: Day
    let slot: Int
    let state: Int
    let kind: Int
    let minutes: Int
    let institution: InstitutionID
    let classGroup: ClassID
    let group: GroupID
    let subject: SubjectID
    let teacher: StaffID
    let isRated: Bool
    let reason: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        slot = try row.next()
        state = try row.next()
        kind = try row.next()
        minutes = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        group = try row.next()
        subject = try row.next()
        teacher = try row.next()
        isRated = try row.next()
        reason = try row.next()
    }

    /// The cells from the date on.
    func cells(_ keys: PersonKeys, _ seesHealth: Bool) throws -> [TableCell] {
        let isNumbered = slot < 1000
        return [
            .day(day), isNumbered ? .integer(slot) : .blank, keys.subject(subject),
            try keys.teacher(teacher)[0], .text(code(seesHealth)), minutes == 0 ? .blank : .integer(minutes),
            .blank,
            .blank,
            .blank, keys.group(group), isNumbered ? .blank : .integer(ordinal),
            isRated ? .text(Absences.recorded) : .blank,
            Absences.tellsReason(kind, seesHealth) && reason > 0 ? .integer(reason) : .blank,
        ]
    }

    private var ordinal: Int { slot - LessonRecord.slot(subject: subject, ordinal: 0) }

    private func code(_ seesHealth: Bool) -> String {
        switch state {
        case 1: "present"
        case 3: "late"
        case 4: "not-recorded"
        default: Absences.code(kind, seesHealth)
        }
    }
}

/// A stored total to be written.
private struct TotalRow: Readable {
    let pupil: PupilID
    let term: Int
    let kind: Int
    let subject: SubjectID
    let lessons: Int
    let institution: InstitutionID
    let classGroup: ClassID

    init(row: inout Row) throws {
        pupil = try row.next()
        term = try row.next()
        kind = try row.next()
        subject = try row.next()
        lessons = try row.next()
        institution = try row.next()
        classGroup = try row.next()
    }
}
