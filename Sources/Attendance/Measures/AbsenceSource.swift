internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Where sums of absence are read from: a cube, or the facts where no cube has the directions asked for.
struct AbsenceSource {
    /// What stands after FROM.
    let table: SQL

    private init(_ table: SQL) {
        self.table = table
    }

    /// The smallest source that has some dimensions.
    ///
    /// Absence by pupil and subject is read from the facts: a cube of it would be nearly as large as they are.
    static func smallest(
        _ needed: Set<Dimension>,
        _ tenant: TenantID,
        _ filter: AbsenceFilter
    ) throws -> AbsenceSource {
        let cubes: [Cube] = [
            .absenceByMonth, .absenceByWeekday, .absenceBySubject, .absenceByGroup, .absenceByTerm,
            .absenceByPupil,
        ]
        if let cube = cubes.first(where: { $0.has(needed) }) { return AbsenceSource(cube.name.sql) }
        guard needed.isSubset(of: factDimensions) else {
            throw Refusal(
                .usage,
                Text(lv: "Kavējumiem nav šāda griezuma.", en: "Absence cannot be laid out that way."),
                advice: Text(
                    lv: "Izvēlieties vai nu mēnesi, vai mācību priekšmetu.",
                    en: "Choose either the month or the subject."
                )
            )
        }
        return AbsenceSource(facts(tenant, filter))
    }

    private static let factDimensions: Set<Dimension> = [
        .year, .institution, .term, .classGroup, .grade, .group, .subject, .teacher, .pupil, .weekday, .kind,
    ]

    /// The facts in the form of a cube.
    ///
    /// Pupils are found through their cells, so that a class costs a class.
    private static func facts(_ tenant: TenantID, _ filter: AbsenceFilter) -> SQL {
        let pupils = filter.narrowed(tenant)
        // The days of the year let the key of lessons leave out the other years of a pupil.
        return """
            (
                SELECT tenant_id, year, institution_id, term, class_id, grade, group_id, subject_id, teacher_id,
                    pupil_id, (day + 3) % 7 + 1 AS weekday,
                    CASE state WHEN 2 THEN kind WHEN 3 THEN \(LessonCell.late) WHEN 4 THEN \(LessonCell.notRecorded)
                        ELSE 0 END AS kind,
                    1 AS lessons, CASE WHEN state = 4 THEN 0 ELSE is_rated END AS recorded,
                    CASE WHEN state = 4 THEN 0 ELSE 1 END AS records
                FROM lesson_record
                WHERE tenant_id = \(tenant) AND day BETWEEN \(filter.days.lowerBound) AND
                    \(filter.days.upperBound) \(pupils)
                UNION ALL
                SELECT tenant_id, year, institution_id, term, class_id, grade, 0, subject_id, 0,
                    pupil_id, 0, kind, lessons, recorded, 1
                FROM absence_count WHERE tenant_id = \(tenant) \(pupils)
            ) AS absence
            """
    }
}
