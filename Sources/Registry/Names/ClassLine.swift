package import Frame
package import Kernel
package import Storage

/// A class and the classes that it was in earlier years: 7.a, 6.a, 5.a.
///
/// The class before is the one that most of the pupils were in; where fewer than half of them were in one class, the
/// line begins with the present one.
package struct ClassLine: Sendable {
    /// A class of the line in its year.
    package struct Step: Hashable, Sendable {
        /// The school year.
        package let year: SchoolYear
        /// The class.
        package let classGroup: ClassID
        /// The institution it was of.
        package let institution: InstitutionID
        /// Its name in that year.
        package let name: String
        /// Its grade; 0 where it is not known.
        package let grade: Int
    }

    /// The classes, the earliest first; empty where the tenant has no such class.
    package let steps: [Step]

    /// The line of a class, so many years back with its own.
    package static func of(
        _ classGroup: ClassID,
        years: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> ClassLine {
        var steps: [Step] = []
        var next = try step(classGroup, tenant, connection)
        while let step = next, steps.count < years {
            steps.append(step)
            next = try before(step, tenant, connection)
        }
        return ClassLine(steps: steps.reversed())
    }

    private static func step(
        _ classGroup: ClassID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Step? {
        try connection.rows(
            """
            SELECT year, id, institution_id, name, grade FROM class_group
            WHERE tenant_id = \(tenant) AND id = \(classGroup)
            """,
            as: Step.self
        ).first
    }

    private static func before(_ step: Step, _ tenant: TenantID, _ connection: Connection) throws -> Step? {
        let pupils = try connection.value(
            """
            SELECT count(DISTINCT pupil_id) FROM enrolment
            WHERE tenant_id = \(tenant) AND class_id = \(step.classGroup)
            """,
            Int.self
        )
        // The pupils first: joined with themselves, enrolments of the whole board were read.
        let found = try connection.rows(
            """
            SELECT c.id, count(DISTINCT e.pupil_id) AS shared
            FROM enrolment e
            JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(tenant) AND c.year = \(step.year.previous.start)
                AND e.pupil_id IN (
                    SELECT pupil_id FROM enrolment WHERE tenant_id = \(tenant) AND class_id = \(step.classGroup)
                )
            GROUP BY c.id ORDER BY shared DESC, c.id LIMIT 1
            """,
            ClassID.self,
            Int.self
        ).first
        guard let found, let pupils, 2 * found.1 >= pupils else { return nil }
        return try self.step(found.0, tenant, connection)
    }
}

extension ClassLine.Step: Readable {
    package init(row: inout Row) throws {
        year = SchoolYear(try row.next(Int.self))
        classGroup = try row.next()
        institution = try row.next()
        name = try row.next()
        grade = try row.next()
    }
}
