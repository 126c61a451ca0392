internal import Storage

extension Migration {
    /// Cells of lessons that nobody recorded and that were there before cells of them were kept: kind 6, with lessons alone.
    ///
    /// The table of lessons is read three times, once for each cube; the days are counted through from 1970 to 2079, as
    /// SQL knows no months. Coarser cells are those of the finer ones.
    static let lessonsNotRecorded = Migration(
        id: "2027-01-lessons-not-recorded",
        tables: [],
        sql: """
            INSERT INTO absence_pupil
                WITH RECURSIVE calendar (day, month, ending) AS (
                    SELECT 0, 23640, 30
                    UNION ALL
                    SELECT day + 1,
                        CASE WHEN day < ending THEN month ELSE month + 1 END,
                        CASE WHEN day < ending THEN ending
                            WHEN (month + 1) % 48 = 1 THEN ending + 29
                            WHEN (month + 1) % 12 = 1 THEN ending + 28
                            WHEN (month + 1) % 12 IN (3, 5, 8, 10) THEN ending + 30
                            ELSE ending + 31 END
                    FROM calendar WHERE day < 40000
                )
                SELECT l.tenant_id, l.year, l.institution_id, l.term, l.class_id, l.grade, c.month, 6, l.pupil_id,
                    CAST(sum(l.lessons) AS INTEGER), 0, 0
                FROM (
                    SELECT tenant_id, year, institution_id, term, class_id, grade, pupil_id, day, count(*) AS lessons
                    FROM lesson_record WHERE state = 4
                    GROUP BY tenant_id, year, institution_id, term, class_id, grade, pupil_id, day
                ) AS l
                JOIN calendar AS c ON c.day = l.day
                GROUP BY l.tenant_id, l.year, l.institution_id, l.term, l.class_id, l.grade, c.month, l.pupil_id;
            INSERT INTO absence_group
                WITH RECURSIVE calendar (day, month, ending) AS (
                    SELECT 0, 23640, 30
                    UNION ALL
                    SELECT day + 1,
                        CASE WHEN day < ending THEN month ELSE month + 1 END,
                        CASE WHEN day < ending THEN ending
                            WHEN (month + 1) % 48 = 1 THEN ending + 29
                            WHEN (month + 1) % 12 = 1 THEN ending + 28
                            WHEN (month + 1) % 12 IN (3, 5, 8, 10) THEN ending + 30
                            ELSE ending + 31 END
                    FROM calendar WHERE day < 40000
                )
                SELECT l.tenant_id, l.year, l.institution_id, l.term, c.month, l.class_id, l.grade,
                    l.weekday, 6, CAST(sum(l.lessons) AS INTEGER), 0, 0
                FROM (
                    SELECT tenant_id, year, institution_id, term, class_id, grade, day, (day + 3) % 7 + 1 AS weekday,
                        count(*) AS lessons
                    FROM lesson_record WHERE state = 4
                    GROUP BY tenant_id, year, institution_id, term, class_id, grade, day
                ) AS l
                JOIN calendar AS c ON c.day = l.day
                GROUP BY l.tenant_id, l.year, l.institution_id, l.term, c.month, l.class_id, l.grade, l.weekday;
            INSERT INTO absence_subject
                SELECT tenant_id, year, institution_id, term, class_id, grade, group_id, subject_id, teacher_id, 6,
                    count(*), 0, 0
                FROM lesson_record WHERE state = 4
                GROUP BY tenant_id, year, institution_id, term, class_id, grade, group_id, subject_id, teacher_id;
            INSERT INTO absence_month
                SELECT tenant_id, year, institution_id, term, month, kind, CAST(sum(lessons) AS INTEGER), 0, 0
                FROM absence_group WHERE kind = 6
                GROUP BY tenant_id, year, institution_id, term, month, kind;
            INSERT INTO absence_weekday
                SELECT tenant_id, year, institution_id, term, class_id, grade, weekday, kind,
                    CAST(sum(lessons) AS INTEGER), 0, 0
                FROM absence_group WHERE kind = 6
                GROUP BY tenant_id, year, institution_id, term, class_id, grade, weekday, kind;
            INSERT INTO absence_term
                SELECT tenant_id, year, institution_id, grade, pupil_id, class_id, term, kind,
                    CAST(sum(lessons) AS INTEGER), 0, 0
                FROM absence_pupil WHERE kind = 6
                GROUP BY tenant_id, year, institution_id, grade, pupil_id, class_id, term, kind;
            """
    )
}
