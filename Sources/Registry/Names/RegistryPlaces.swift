package import Access
package import Frame
package import Kernel
package import Storage

/// The places that roles are held for, by their names in the registers.
package struct RegistryPlaces: Places {
    /// The places of the registers.
    package init() {}

    package func name(_ scope: Scope, tenant: TenantID, _ connection: Connection) throws -> Text {
        let names = RegistryNames(tenant: tenant, year: SchoolYear(containing: Day(number: 0)), connection)
        if let pupil = scope.pupil { return names.name(.pupil, pupil.rawValue) }
        let institution = scope.institution.map { names.name(.institution, $0.rawValue) }
        if let classGroup = scope.classGroup {
            let name = names.name(.classGroup, classGroup.rawValue)
            guard let institution else { return name }
            return institution + Text(same: ", ") + name
        }
        return try institution ?? NumberedPlaces().name(scope, tenant: tenant, connection)
    }

    package func choices(
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> [Access.Place] {
        let lookup = RegistryLookup(tenant: tenant, connection)
        let year = SchoolYear(containing: day)
        return try lookup.institutions(reach).flatMap { institution -> [Access.Place] in
            let id = InstitutionID(rawValue: institution.id)
            let classes = try lookup.classes(Selection(year: year, institution: id, reach: reach))
            return [Access.Place(Scope(institution: id), institution.name)]
                + classes.map { line in
                    let scope = Scope(institution: id, classGroup: ClassID(rawValue: line.id))
                    return Access.Place(scope, "\(institution.name), \(line.name)")
                }
        }
    }

    package func institution(
        _ registration: String,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> InstitutionID? {
        guard !registration.isEmpty else { return nil }
        return try connection.value(
            "SELECT id FROM institution WHERE tenant_id = \(tenant) AND reg_no = \(registration)",
            InstitutionID.self
        )
    }

    package func belongs(
        _ scope: Scope,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> Bool {
        let finder = ScopeFinder(tenant: tenant, connection)
        if let pupil = scope.pupil {
            guard let found = try finder.scope(of: pupil, on: day) else { return false }
            return found.institution == scope.institution
        }
        guard let classGroup = scope.classGroup else { return true }
        return try finder.scope(of: classGroup)?.institution == scope.institution
    }
}
