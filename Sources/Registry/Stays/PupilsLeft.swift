package import Frame
package import Kernel
package import Storage

/// Pupils whose last known day in education lies before a day.
///
/// Registers know it where stays end. Lists of a class say who learns in it and seldom who has left, so a stay that nobody
/// ended goes on, but not past the year of its class, unless the pupil is in a later group or has later figures. A stay in
/// no class goes on, and where no stay is known, nothing is concluded.
package struct PupilsLeft {
    private let desk: Desk
    private let connection: Connection

    /// The pupils of a desk's tenant.
    package init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// Those who left before a day and have their names still, by number, so many at most.
    ///
    /// `sparing` is a query of pupils who are passed over.
    package func due(before last: Day, sparing pupils: SQL, most: Int) throws -> [PupilID] {
        // Years before this one ended before the day.
        let year = SchoolYear(containing: last)
        let left = try left(before: last, year, sparing: pupils)
        var due: [PupilID] = []
        for start in stride(from: 0, to: left.count, by: most) where due.count < most {
            let some = left[start..<min(start + most, left.count)]
            let learning = try learning(some.filter { !$0.isSure }.map(\.pupil), since: year)
            due += some.map(\.pupil).filter { !learning.contains($0) }
        }
        return Array(due.prefix(most))
    }

    /// Pupils whose stays are over, and whether each of them was ended.
    private func left(
        before last: Day,
        _ year: SchoolYear,
        sparing pupils: SQL
    ) throws -> [(pupil: PupilID, isSure: Bool)] {
        try connection.rows(
            """
            SELECT e.pupil_id, min(e.to_day) FROM enrolment e
            LEFT JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(desk.tenant) AND e.pupil_id NOT IN (\(pupils))
                AND NOT EXISTS (SELECT 1 FROM erased_pupil x
                    WHERE x.tenant_id = e.tenant_id AND x.pupil_id = e.pupil_id)
            GROUP BY e.pupil_id
            HAVING max(CASE WHEN (e.to_day > 0 AND e.to_day < \(last))
                OR (e.to_day = 0 AND c.year > 0 AND c.year < \(year.start)) THEN 0 ELSE 1 END) = 0
            ORDER BY e.pupil_id
            """,
            PupilID.self,
            Int.self
        )
        .map { (pupil: $0.0, isSure: $0.1 > 0) }
    }

    /// Who of some is in a group, or has figures, of a year or a later one.
    private func learning(_ pupils: [PupilID], since year: SchoolYear) throws -> Set<PupilID> {
        guard !pupils.isEmpty else { return [] }
        var found = Set(
            try ids(
                """
                SELECT DISTINCT m.pupil_id FROM group_member m
                JOIN teaching_group g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
                WHERE m.tenant_id = \(desk.tenant) AND m.pupil_id IN (\(list: pupils)) AND g.year >= \(year.start)
                """
            )
        )
        for facts in desk.house.facts where facts.key.first == "pupil_id" && facts.columns.contains("year") {
            found.formUnion(
                try ids(
                    """
                    SELECT DISTINCT pupil_id FROM \(facts.name.sql)
                    WHERE tenant_id = \(desk.tenant) AND pupil_id IN (\(list: pupils)) AND year >= \(year.start)
                    """
                )
            )
        }
        return found
    }

    private func ids(_ query: SQL) throws -> [PupilID] { try connection.rows(query, PupilID.self) }
}
