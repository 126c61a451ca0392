internal import Access
internal import Exchange
internal import Foundation
package import Frame
package import Kernel
internal import Prevention
internal import Registry
package import Storage

/// The demo: a tenant whose institutions, people and numbers are all invented.
package struct DemoTenant: Sendable {
    /// The tenant.
    package let id: TenantID
    /// The accounts, one for each role.
    package let accounts: [DemoAccount]

    /// The tenant's name.
    package static let name = "Jauntiltas izglītības pārvalde (paraugs)"

    /// Makes the tenant: its code lists, the tables of a board by way of the importer, accounts.
    ///
    /// - Parameters:
    ///   - plan: what the board is made from; its today is the tenant's.
    ///   - database: where the tenant goes.
    ///   - house: the rooms, whose formats read the tables.
    ///   - clock: the time that batches and records carry.
    ///   - progress: hears what is being done.
    /// - Returns: the tenant with its accounts; the passwords are kept nowhere else.
    /// - Throws: a refusal where a demo is there already.
    package static func make(
        _ plan: BoardPlan,
        _ database: Database,
        _ house: HouseBook,
        clock: @escaping @Sendable () -> Instant,
        progress: @escaping @Sendable (DemoProgress) -> Void = { _ in }
    ) async throws -> DemoTenant {
        try await requireNone(database)
        let id = try await Tenants.create(name, isDemo: true, at: clock(), database)
        try await database.data.write { try RegistrySeed.write(id, $0) }
        let desk = Desk(
            database: database,
            tenant: id,
            asker: Operator.asker(house),
            house: house,
            clock: clock,
            fixedToday: plan.today
        )
        // Signs of risk are dated as if the board had used the system all the time: data come at once, and are silent.
        try await load(plan, desk.quiet, progress)
        progress(.judging)
        try await SignalHistory(desk).write()
        progress(.accounts)
        let found = try await database.data.read { try places(plan, id, $0) }
        let accounts = DemoAccounts(desk: desk, places: found, seed: plan.seed)
        let made = try await accounts.make()
        try await DemoDuty(desk: desk, plan: plan).record()
        try await DemoCases(desk: desk, plan: plan, home: found.institution).play()
        try await DemoMeetings(desk: desk, plan: plan, home: found.institution).play()
        try await DemoSigns(desk: desk, plan: plan, home: found.institution).play()
        try await DemoAmendments(desk: desk, plan: plan).write()
        // Consultations and meetings are indicators of the programme: its figures are frozen once they took place.
        try await DemoReport(desk: desk, plan: plan).publish()
        try await DemoRequests(desk: desk, plan: plan, home: found.institution).play()
        try await DemoKeeping(desk: desk).set()
        return DemoTenant(id: id, accounts: made)
    }

    /// Writes the files into a folder of their own, imports them and removes them.
    private static func load(
        _ plan: BoardPlan,
        _ desk: Desk,
        _ progress: @escaping @Sendable (DemoProgress) -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sekme-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        progress(.inventing)
        try generate(to: folder.path, plan, journals: .nobody)
        try await DemoTables(desk: desk, folder: folder.path, plan: plan).load(progress: progress)
    }

    private static func requireNone(_ database: Database) async throws {
        let tenants = try await database.data.read { try Tenants.all($0) }
        guard !tenants.contains(where: { $0.name == name }) else { throw Refusal.demoIsThere }
    }

    /// The class and people that the accounts' scopes name: of the largest institution, grade 8, this year.
    private static func places(
        _ plan: BoardPlan,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> DemoAccounts.Places {
        let home = BoardInstitution.all(plan).prefix(8).max { $0.quota < $1.quota }
        let name = home?.name ?? ""
        let year = SchoolYear(containing: plan.today)
        let lookup = RegistryLookup(tenant: tenant, connection)
        let institution = try lookup.institution(name)
        let grade = home.map { min(8, $0.kind.grades.upperBound) } ?? 8
        let classGroup = try lookup.classGroup("\(grade).a", institution: institution, year: year)
        let pupil = try connection.value(
            """
            SELECT pupil_id FROM enrolment
            WHERE tenant_id = \(tenant) AND class_id = \(classGroup) AND to_day = 0 ORDER BY pupil_id LIMIT 1
            """,
            PupilID.self
        )
        return DemoAccounts.Places(
            institution: institution,
            institutionName: name,
            classGroup: classGroup,
            className: "\(grade).a",
            pupil: pupil ?? PupilID(rawValue: 0),
            staff: try DemoStaff(tenant: tenant, today: plan.today, connection)
                .byRole(institution, classGroup)
        )
    }
}

extension Desk {
    /// A desk at which rooms are not told of changes.
    fileprivate var quiet: Desk {
        var house = house
        house.tellsOfChanges = false
        return Desk(
            database: database,
            tenant: tenant,
            asker: asker,
            house: house,
            clock: clock,
            fixedToday: fixedToday
        )
    }
}

extension Refusal {
    fileprivate static let demoIsThere = Refusal(
        .conflict,
        Text(lv: "Parauga dati šajā datubāzē jau ir.", en: "This database holds the demo already."),
        advice: Text(
            lv: "Norādiet citu mapi: --database sqlite:MAPE.",
            en: "Give another folder: --database sqlite:FOLDER."
        )
    )
}
