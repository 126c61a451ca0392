package import Access
package import Frame
package import Kernel
package import Storage

/// An open installation: its database, its rooms, its clock.
package struct World: Sendable {
    /// The three stores.
    package let database: Database
    /// The rooms.
    package let house: HouseBook
    /// The clock.
    package let clock: @Sendable () -> Instant
    /// The day that "today" means, if it is not the clock's.
    package let fixedToday: Day?

    /// Opens a database and brings its tables up to date.
    package static func open(
        _ address: DatabaseAddress,
        key: KeySource,
        today: Day?,
        create: Bool,
        clock: @escaping @Sendable () -> Instant = { Instant.now() }
    ) async throws -> World {
        _ = LargeBlocks.areGivenBack
        let database = try await Database.open(address, migrations: migrations, key: key, create: create)
        return World(database: database, house: sekme, clock: clock, fixedToday: today)
    }

    /// The same with a provider of identities; as it is where there is none.
    package func with(provider: (any IdentityProvider)?) -> World {
        guard let provider else { return self }
        let house = makeHouse(provider: provider)
        return World(database: database, house: house, clock: clock, fixedToday: fixedToday)
    }

    /// The migrations of all rooms.
    package static var migrations: [RoomMigrations] {
        sekme.rooms.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
    }

    /// Today in Riga.
    package var today: Day { fixedToday ?? clock().day }

    /// A desk of a tenant with somebody before it.
    package func desk(_ tenant: TenantID, _ asker: Asker) -> Desk {
        Desk(
            database: database,
            tenant: tenant,
            asker: asker,
            house: house,
            clock: clock,
            fixedToday: fixedToday
        )
    }
}
