import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Demo

@Suite struct DemoResetTests {
    private static let migrations = [
        RoomMigrations(room: accessRoom.name, migrations: accessRoom.migrations)
    ]

    /// A database with its key beside it and a file of logins, closed again.
    private static func make(_ place: DatabasePlace, isDemo: Bool?) async throws -> [String] {
        let database = try await Database.open(place.address, migrations: migrations)
        if let isDemo {
            let now = Instant(milliseconds: 1_795_000_000_000)
            _ = try await Tenants.create("Paraugs", isDemo: isDemo, at: now, database)
        }
        await database.close()
        try "parole\n".write(toFile: logins(place), atomically: false, encoding: .utf8)
        try "cits\n".write(toFile: other(place), atomically: false, encoding: .utf8)
        return [data(place), key(place), logins(place)]
    }

    private static func data(_ place: DatabasePlace) -> String { "\(place.folder)/database/data.sqlite" }
    private static func key(_ place: DatabasePlace) -> String { "\(place.folder)/database.key" }
    private static func logins(_ place: DatabasePlace) -> String { "\(place.folder)/database.logins" }
    private static func other(_ place: DatabasePlace) -> String { "\(place.folder)/database/notes.txt" }
    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test(arguments: [true, nil] as [Bool?])
    func `a demo goes with its key and logins, what others put beside it stays`(isDemo: Bool?) async throws {
        try await withPlace(.sqlite) { place in
            let made = try await Self.make(place, isDemo: isDemo)
            try await DemoReset.run(place.address, logins: Self.logins(place))
            #expect(made.allSatisfy { !Self.isThere($0) })
            #expect(Self.isThere(Self.other(place)))
            let database = try await Database.open(place.address, migrations: Self.migrations)
            #expect(try await database.data.read { try Tenants.all($0).isEmpty })
            await database.close()
        }
    }

    @Test func `a board that is not made up stays whole, also beside a demo`() async throws {
        try await withPlace(.sqlite) { place in
            let made = try await Self.make(place, isDemo: false)
            let database = try await Database.open(place.address, migrations: Self.migrations)
            let now = Instant(milliseconds: 1_795_000_000_000)
            _ = try await Tenants.create("Otrs paraugs", isDemo: true, at: now, database)
            await database.close()
            let refusal = await #expect(throws: Refusal.self) {
                try await DemoReset.run(place.address, logins: Self.logins(place))
            }
            #expect(refusal?.kind == .conflict)
            #expect(made.allSatisfy { Self.isThere($0) })
            let again = try await Database.open(place.address, migrations: Self.migrations, create: false)
            #expect(try await again.data.read { try Tenants.all($0).count } == 2)
            await again.close()
        }
    }

    @Test func `a demo that is open elsewhere is not taken from under it`() async throws {
        try await withPlace(.sqlite) { place in
            let made = try await Self.make(place, isDemo: true)
            let database = try await Database.open(place.address, migrations: Self.migrations)
            await #expect(throws: Refusal.self) {
                try await DemoReset.run(place.address, logins: Self.logins(place))
            }
            await database.close()
            #expect(made.allSatisfy { Self.isThere($0) })
        }
    }

    @Test func `the key of another database stays`() async throws {
        try await withPlace(.sqlite) { place in
            let database = try await Database.open(
                place.address,
                migrations: Self.migrations,
                key: .file(place.keyPath)
            )
            await database.close()
            try "cits\n".write(toFile: Self.key(place), atomically: false, encoding: .utf8)
            try await DemoReset.run(place.address, logins: Self.logins(place))
            #expect(!Self.isThere(Self.data(place)))
            #expect(Self.isThere(Self.key(place)) && Self.isThere(place.keyPath))
        }
    }

    @Test func `where there is no database nothing is removed`() async throws {
        try await withPlace(.sqlite) { place in
            for path in [Self.key(place), Self.logins(place)] {
                try "cits\n".write(toFile: path, atomically: false, encoding: .utf8)
            }
            try await DemoReset.run(place.address, logins: Self.logins(place))
            #expect(Self.isThere(Self.key(place)) && Self.isThere(Self.logins(place)))
        }
    }

    @Test func `on a server a demo is not started anew, and no folder goes instead`() async throws {
        try await withPlace(.sqlite) { place in
            let made = try await Self.make(place, isDemo: true)
            let refusal = await #expect(throws: Refusal.self) {
                try await DemoReset.run(.postgres(url: "postgres://host/name"), logins: Self.logins(place))
            }
            #expect(refusal?.message.en.contains("PostgreSQL") == true)
            #expect(made.allSatisfy { Self.isThere($0) })
        }
    }
}
