package import Frame
package import Kernel
import Storage

extension RegistryLookup {
    /// Whom a teacher teaches in the year of a day: whole classes, and pupils of teaching groups, which may divide a class
    /// or mix several; without what was over before that day.
    package func taught(by teacher: StaffID, on day: Day) throws -> Reach {
        let year = SchoolYear(containing: day)
        var reach = Reach()
        let classes = try connection.rows(
            """
            SELECT DISTINCT class_id FROM teaching
            WHERE tenant_id = \(tenant) AND staff_id = \(teacher) AND year = \(year.start)
                AND class_id > 0 AND group_id = 0 AND (to_day = 0 OR to_day >= \(day))
            ORDER BY class_id
            """,
            ClassID.self
        )
        for classGroup in classes { reach.add(Scope(classGroup: classGroup)) }
        let pupils = try connection.rows(
            """
            SELECT DISTINCT m.pupil_id FROM teaching t
            JOIN group_member m ON m.tenant_id = t.tenant_id AND m.group_id = t.group_id
            WHERE t.tenant_id = \(tenant) AND t.staff_id = \(teacher) AND t.year = \(year.start) AND t.group_id > 0
                AND (t.to_day = 0 OR t.to_day >= \(day)) AND (m.to_day = 0 OR m.to_day >= \(day))
            ORDER BY m.pupil_id
            """,
            PupilID.self
        )
        for pupil in pupils { reach.add(Scope(pupil: pupil)) }
        return reach
    }

    /// The subjects that a teacher teaches in a year.
    package func subjectsTaught(by teacher: StaffID, in year: SchoolYear) throws -> Set<Int> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT subject_id FROM teaching
                WHERE tenant_id = \(tenant) AND staff_id = \(teacher) AND year = \(year.start) ORDER BY subject_id
                """,
                Int.self
            )
        )
    }

    /// The institutions in which a teacher teaches a subject in a year.
    package func institutions(
        where teacher: StaffID,
        teaches subject: SubjectID,
        in year: SchoolYear
    ) throws -> [InstitutionID] {
        try connection.rows(
            """
            SELECT DISTINCT institution_id FROM teaching
            WHERE tenant_id = \(tenant) AND staff_id = \(teacher) AND year = \(year.start)
                AND subject_id = \(subject)
            ORDER BY institution_id
            """,
            InstitutionID.self
        )
    }
}
