import Access
import Frame
import Kernel
import Registry
import Storage

/// Who of an institution's staff the accounts of the demo belong to.
struct DemoStaff {
    private let tenant: TenantID
    private let today: Day
    private let connection: Connection

    init(tenant: TenantID, today: Day, _ connection: Connection) {
        self.tenant = tenant
        self.today = today
        self.connection = connection
    }

    /// The entries of the staff register by the name of the role: those who lead and support by their posts, the
    /// class teacher and the teacher by whom they teach.
    func byRole(_ institution: InstitutionID, _ classGroup: ClassID) throws -> [String: StaffEntry] {
        var staff = try holders(institution)
        let teachers = try teachers(classGroup)
        staff[Role.classTeacher.name] = teachers.first
        staff[Role.teacher.name] = teachers.dropFirst().first
        let places = RegistryPlaces()
        return try staff.compactMapValues { try places.staff($0, tenant: tenant, connection) }
    }

    private func holders(_ institution: InstitutionID) throws -> [String: StaffID] {
        let posts: [(StaffRole, Role)] = [
            (.head, .head), (.deputy, .deputy), (.socialPedagogue, .socialPedagogue),
            (.psychologist, .supportSpecialist),
        ]
        return try posts.reduce(into: [:]) { found, post in
            found[post.1.name] = try connection.value(
                """
                SELECT staff_id FROM staff_post
                WHERE tenant_id = \(tenant) AND institution_id = \(institution) AND role = \(post.0.rawValue)
                    AND (to_day = 0 OR to_day >= \(today))
                ORDER BY staff_id LIMIT 1
                """,
                StaffID.self
            )
        }
    }

    /// The teachers of a class: first those who taught a ninth grade what the state examines, as their own figures
    /// then have examinations too.
    private func teachers(_ classGroup: ClassID) throws -> [StaffID] {
        let examined = ["Latviešu valoda", "Matemātika", "Angļu valoda"].map(LatvianKey.search)
        return try connection.rows(
            """
            SELECT t.staff_id FROM teaching t
            LEFT JOIN (
                SELECT e.staff_id AS staff_id, count(*) AS n FROM teaching e
                JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
                JOIN subject s ON s.tenant_id = e.tenant_id AND s.id = e.subject_id
                WHERE e.tenant_id = \(tenant) AND c.grade = 9
                    AND c.year = \(SchoolYear(containing: today).previous.start)
                    AND s.search_key IN (\(list: examined))
                GROUP BY e.staff_id
            ) x ON x.staff_id = t.staff_id
            WHERE t.tenant_id = \(tenant) AND t.class_id = \(classGroup)
            GROUP BY t.staff_id, x.n ORDER BY coalesce(x.n, 0) DESC, count(*) DESC, t.staff_id
            """,
            StaffID.self
        )
    }
}
