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

    /// The teachers of a class, those who teach it most first.
    private func teachers(_ classGroup: ClassID) throws -> [StaffID] {
        try connection.rows(
            """
            SELECT staff_id FROM teaching WHERE tenant_id = \(tenant) AND class_id = \(classGroup)
            GROUP BY staff_id ORDER BY count(*) DESC, staff_id
            """,
            StaffID.self
        )
    }
}
