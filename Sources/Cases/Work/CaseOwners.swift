internal import Access
internal import Frame
internal import Kernel
internal import Storage

/// Whether somebody answers for cases.
///
/// A case always names its owner. Where the account of that person is closed, a role has ended or is of another place
/// now, nobody answers for the case in truth: those who lead the work are told, until they name somebody else.
enum CaseOwners {
    /// The cases among some that are worked on and that nobody answers for on a day.
    static func missing(_ files: [CaseFile], on day: Day, _ connection: Connection) throws -> Set<Int> {
        let active = files.filter { $0.state.isActive }
        guard let tenant = active.first?.tenant else { return [] }
        let held = try Accounts.places(
            of: .workCases,
            held: Set(active.map(\.owner)),
            on: day,
            tenant,
            connection
        )
        return try active.reduce(into: []) { missing, file in
            let places = held[file.owner] ?? []
            let whole = Scope(institution: file.institution)
            if places.contains(where: { $0.covers(whole) }) { return }
            // Whoever has a class in care answers for as long as the pupil is in it.
            let scope = places.isEmpty ? whole : try file.scope(on: day, connection)
            if !places.contains(where: { $0.covers(scope) }) { missing.insert(file.id) }
        }
    }

    /// The cases within a reach that nobody answers for on a day, by their numbers.
    static func missing(
        within reach: Reach,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [CaseFile] {
        guard !reach.isEmpty else { return [] }
        let files = try connection.rows(
            """
            SELECT \(CaseFile.columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.closed_on = 0 AND \(reach.rows("c.")) ORDER BY c.id
            """,
            as: CaseFile.self
        )
        let missing = try missing(files, on: day, connection)
        return files.filter { missing.contains($0.id) }
    }
}

extension Text {
    /// What stands where the owner of a case is named and there is none.
    static let noOwner = Text(lv: "nav gadījuma vadītāja", en: "no owner")
    /// Whom to ask about a case that nobody answers for.
    static let askLeaders = Text(
        lv: "iestādes vadītājam: gadījumam nav vadītāja",
        en: "the head of the institution: the case has no owner"
    )
}
