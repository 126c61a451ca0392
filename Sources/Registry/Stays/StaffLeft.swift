package import Frame
package import Kernel
package import Storage

/// Members of staff whose last known day of work anywhere lies before a day.
///
/// Registers know it where posts end or teaching is listed; of whom journals alone know, the years of their figures tell.
/// Whoever holds a post without an end, has later figures or may sign in works still, and where nothing is known of
/// somebody's work, nothing is concluded.
package struct StaffLeft {
    private let desk: Desk
    private let connection: Connection

    /// The staff of a desk's tenant.
    package init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// Those who left before a day and have their names still, by number, so many at most.
    package func due(before last: Day, most: Int) throws -> [StaffID] {
        // Years before this one ended before the day.
        let year = SchoolYear(containing: last)
        let known = Set(try ids(ended(before: last, year))).subtracting(try ids(presumed))
        var left = known.union(try figures("year < \(year.start)"))
        left.subtract(try ErasedStaff.all(desk.tenant, connection))
        guard !left.isEmpty else { return [] }
        left.subtract(try ids(working(since: last, year)))
        guard !left.isEmpty else { return [] }
        left.subtract(try figures("year >= \(year.start)"))
        return Array(left.sorted().prefix(most))
    }

    private func ended(before last: Day, _ year: SchoolYear) -> SQL {
        """
        SELECT staff_id FROM staff_post
        WHERE tenant_id = \(desk.tenant) AND to_day > 0 AND to_day < \(last)
        UNION SELECT staff_id FROM teaching
        WHERE tenant_id = \(desk.tenant) AND ((to_day > 0 AND to_day < \(last))
            OR (to_day = 0 AND year > 0 AND year < \(year.start)))
        """
    }

    /// A post as a teacher since and until nobody knows when: journals make it for whom they name.
    private var presumed: SQL {
        """
        SELECT DISTINCT staff_id FROM staff_post
        WHERE tenant_id = \(desk.tenant) AND from_day = 0 AND to_day = 0 AND role = \(StaffRole.teacher)
        """
    }

    private func working(since last: Day, _ year: SchoolYear) -> SQL {
        """
        SELECT staff_id FROM staff_post
        WHERE tenant_id = \(desk.tenant) AND (to_day >= \(last)
            OR (to_day = 0 AND (from_day > 0 OR role <> \(StaffRole.teacher))))
        UNION SELECT staff_id FROM teaching
        WHERE tenant_id = \(desk.tenant) AND (to_day >= \(last) OR (to_day = 0 AND year >= \(year.start)))
        UNION SELECT staff_id FROM account
        WHERE tenant_id = \(desk.tenant) AND staff_id > 0 AND disabled = 0
            AND (expires_day = 0 OR expires_day >= \(desk.today))
        """
    }

    /// Teachers with figures of some years.
    private func figures(_ years: SQL) throws -> Set<StaffID> {
        var found: Set<StaffID> = []
        for cube in cubes {
            found.formUnion(
                try ids(
                    """
                    SELECT DISTINCT teacher_id FROM \(cube.name.sql)
                    WHERE tenant_id = \(desk.tenant) AND \(years) AND teacher_id > 0
                    """
                )
            )
        }
        return found
    }

    /// Of each kind of facts the coarsest cells that know the teacher.
    private var cubes: [Cube] {
        desk.house.facts.flatMap(\.cells).compactMap { rule in
            ([rule.cube] + rule.cube.rollups).filter { $0.has([.teacher, .year]) }
                .min { $0.dimensions.count < $1.dimensions.count }
        }
    }

    private func ids(_ query: SQL) throws -> [StaffID] { try connection.rows(query, StaffID.self) }
}
