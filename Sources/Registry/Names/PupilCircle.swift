package import Frame
internal import Kernel
package import Storage

/// Of whom somebody writes by a permission: of pupils whom one works with and, where it is one's own, of those whom one
/// teaches this year.
package struct PupilCircle {
    private let permission: Permission
    private let reach: Reach
    private let desk: Desk
    private let connection: Connection

    /// The circle of whoever sits at a desk, today.
    package init(_ permission: Permission, _ desk: Desk, _ connection: Connection) throws {
        var reach = desk.asker.reach(permission, on: desk.today)
        if let staff = desk.asker.staff,
            desk.asker.may(permission, in: Scope(owner: desk.asker.account), on: desk.today)
        {
            let taught = try RegistryLookup(tenant: desk.tenant, connection)
                .taught(by: staff, on: desk.today)
            for classGroup in taught.classes { reach.add(Scope(classGroup: classGroup)) }
            for pupil in taught.pupils { reach.add(Scope(pupil: pupil)) }
        }
        self.permission = permission
        self.reach = reach
        self.desk = desk
        self.connection = connection
    }

    /// Whether a pupil, who is at a place now, is within the circle.
    package func has(_ scope: Scope) -> Bool {
        desk.asker.may(permission, in: scope, on: desk.today)
            || scope.classGroup.map { reach.classes.contains($0) } ?? false
            || scope.pupil.map { reach.pupils.contains($0) } ?? false
    }

    /// The classes of this year that have pupils of the circle, by institution and name.
    package func classes() throws -> [(id: Int, name: String)] {
        let year = SchoolYear(containing: desk.today)
        let within: SQL =
            reach.everything
            ? "1 = 1"
            : """
            (c.institution_id IN (\(list: reach.institutions.sorted())) OR c.id IN (\(list: reach.classes.sorted()))
            OR c.id IN (SELECT e.class_id FROM enrolment e
                WHERE e.tenant_id = c.tenant_id AND e.pupil_id IN (\(list: reach.pupils.sorted()))))
            """
        let ids = try connection.rows(
            """
            SELECT c.id, c.institution_id FROM class_group c
            WHERE c.tenant_id = \(desk.tenant) AND c.year = \(year.start) AND \(within) ORDER BY c.id
            """,
            Int.self,
            Int.self
        )
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let places = Dictionary(ids.map { ($0.0, $0.1) }) { first, _ in first }
        let isOne = Set(places.values).count < 2
        return names.sorted(.institution, Set(places.values)).flatMap { place in
            names.sorted(.classGroup, ids.filter { $0.1 == place }.map(\.0)).map { id in
                let name = names.name(.classGroup, id).lv
                return (id, isOne ? name : "\(names.name(.institution, place).lv), \(name)")
            }
        }
    }

    /// Subjects in Latvian order, those that one teaches first, and how many these are.
    package func subjects() throws -> (all: [(id: Int, name: String)], own: Int) {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        let year = SchoolYear(containing: desk.today)
        let taught = try desk.asker.staff.map { try lookup.subjectsTaught(by: $0, in: year) } ?? []
        let all = try lookup.subjects()
        let own = all.filter { taught.contains($0.id) }
        return (own + all.filter { !taught.contains($0.id) }, own.count)
    }

    /// The pupils of a class who are in the circle, by name.
    package func pupils(of classGroup: Int) throws -> [(id: Int, name: String)] {
        let all = try RegistryLookup(tenant: desk.tenant, connection).pupils(
            of: ClassID(rawValue: classGroup)
        )
        let scopes = try ScopeFinder(tenant: desk.tenant, connection)
            .scopes(of: Set(all.map { PupilID(rawValue: $0.id) }), on: desk.today)
        return all.filter { pupil in scopes[PupilID(rawValue: pupil.id)].map { has($0) } ?? false }
    }
}
