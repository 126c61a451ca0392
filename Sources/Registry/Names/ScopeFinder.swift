package import Frame
package import Kernel
package import Storage

/// Completes the scope of an address: the institution of a class, the class and institution of a pupil.
package struct ScopeFinder {
    private let tenant: TenantID
    private let connection: Connection

    /// A finder within one transaction.
    package init(tenant: TenantID, _ connection: Connection) {
        self.tenant = tenant
        self.connection = connection
    }

    /// The scope of an institution, or nil where the tenant has none of that id.
    package func scope(of institution: InstitutionID) throws -> Scope? {
        try connection.value(
            "SELECT id FROM institution WHERE tenant_id = \(tenant) AND id = \(institution)",
            InstitutionID.self
        )
        .map { Scope(institution: $0) }
    }

    /// The scope of a class with its institution.
    package func scope(of classGroup: ClassID) throws -> Scope? {
        try connection.value(
            "SELECT institution_id FROM class_group WHERE tenant_id = \(tenant) AND id = \(classGroup)",
            InstitutionID.self
        )
        .map { Scope(institution: $0, classGroup: classGroup) }
    }

    /// The scope of a pupil with class and institution on a day; with neither where the pupil learned nowhere
    /// then, so that only the whole tenant's roles reach it.
    ///
    /// It is nil where the tenant has no such pupil; persons without names are none (``ReferencePersons``).
    package func scope(of pupil: PupilID, on day: Day) throws -> Scope? {
        let isReference = try connection.value(
            "SELECT is_reference FROM pupil WHERE tenant_id = \(tenant) AND id = \(pupil)",
            Bool.self
        )
        guard let isReference else { return nil }
        let stays = try connection.rows(
            """
            SELECT institution_id, class_id FROM enrolment
            WHERE tenant_id = \(tenant) AND pupil_id = \(pupil)
                AND from_day <= \(day) AND (to_day = 0 OR to_day >= \(day))
            ORDER BY from_day DESC, institution_id
            """,
            InstitutionID.self,
            ClassID.self
        )
        guard let stay = stays.first else {
            // Of a number that leads to another one nothing is left but the way there.
            let target = try PupilAliases.target(of: pupil, tenant, connection)
            guard target == pupil else { return try scope(of: target, on: day) }
            return isReference ? nil : Scope(pupil: pupil)
        }
        return Scope(
            institution: stay.0,
            classGroup: stay.1.rawValue == 0 ? nil : stay.1,
            pupil: pupil
        )
    }

    /// The scopes of several pupils on a day, asked at once; those whom the tenant does not have are left out.
    package func scopes(of pupils: Set<PupilID>, on day: Day) throws -> [PupilID: Scope] {
        guard !pupils.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT p.id, coalesce(e.institution_id, 0), coalesce(e.class_id, 0)
            FROM pupil p LEFT JOIN enrolment e ON e.tenant_id = p.tenant_id AND e.pupil_id = p.id
                AND e.from_day <= \(day) AND (e.to_day = 0 OR e.to_day >= \(day))
            WHERE p.tenant_id = \(tenant) AND p.id IN (\(list: pupils.sorted())) AND p.is_reference = 0
            ORDER BY p.id, e.from_day DESC, e.institution_id
            """,
            PupilID.self,
            InstitutionID.self,
            ClassID.self
        )
        return rows.reduce(into: [:]) { scopes, row in
            let (pupil, institution, classGroup) = row
            guard scopes[pupil] == nil else { return }
            scopes[pupil] = Scope(
                institution: institution.rawValue == 0 ? nil : institution,
                classGroup: classGroup.rawValue == 0 ? nil : classGroup,
                pupil: pupil
            )
        }
    }
}
