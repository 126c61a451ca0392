import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Keys that names got after there were boards with data.
struct KeysOfNamesTests {
    /// The tables with the key that their rows got.
    private static let search: [SQL] = ["programme", "class_group", "teaching_group"]

    @Test(arguments: Engine.available)
    func `rows that were there get their keys and keep their versions`(_ engine: Engine) async throws {
        let old = Array(registryRoom.migrations.prefix { $0.id != Migration.keysOfNames.id })
        try await withPlace(engine) { place in
            let before = try await place.open([RoomMigrations(room: "registry", migrations: old)])
            try await before.data.write { connection in
                for tenant in [1, 2] { try KeysOfNamesTests.write(tenant, connection) }
            }
            await before.close()
            let now = [RoomMigrations(room: "registry", migrations: registryRoom.migrations)]
            let database = try await place.open(now)
            for table in KeysOfNamesTests.search {
                let rows = try await database.data.read { connection in
                    try connection.rows(
                        "SELECT name, search_key, version FROM \(table) ORDER BY tenant_id, id",
                        String.self,
                        String.self,
                        Int.self
                    )
                }
                #expect(rows.count == 4)
                #expect(rows.allSatisfy { $0.1 == LatvianKey.search($0.0) && $0.2 == 3 })
            }
            let names = try await database.data.read { connection in
                try connection.rows(
                    "SELECT name, sort_key, version FROM institution_name",
                    String.self,
                    [UInt8].self,
                    Int.self
                )
            }
            #expect(names.count == 4)
            #expect(names.allSatisfy { $0.1 == LatvianKey.sort($0.0) && $0.2 == 3 })
            await database.close()
        }
    }

    /// An institution with two names, and two rows of each table that is found by a key.
    private static func write(_ tenant: Int, _ connection: Connection) throws {
        try connection.execute(
            "INSERT INTO institution (tenant_id, id, name, version) VALUES (\(tenant), 1, 'Ābeļu skola', 1)"
        )
        for (ordinal, name) in ["Ābeļu skola", "Čiekuru skola"].enumerated() {
            try connection.execute(
                """
                INSERT INTO institution_name (tenant_id, institution_id, from_day, ordinal, name, version)
                VALUES (\(tenant), 1, 0, \(ordinal), \(name), 3)
                """
            )
        }
        for (id, name) in [(1, "10. ā"), (2, "Zīļu grupa")] {
            for row: SQL in [
                """
                INSERT INTO programme (tenant_id, id, institution_id, name, version)
                VALUES (\(tenant), \(id), 1, \(name), 3)
                """,
                """
                INSERT INTO class_group (tenant_id, id, institution_id, year, name, version)
                VALUES (\(tenant), \(id), 1, 2025, \(name), 3)
                """,
                """
                INSERT INTO teaching_group (tenant_id, id, institution_id, year, name, version)
                VALUES (\(tenant), \(id), 1, 2025, \(name), 3)
                """,
            ] { try connection.execute(row) }
        }
    }

    @Test(arguments: Engine.available)
    func `classes and groups are found again by the keys of their rows`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let staging = CollectingStaging()
                let run = DirectoryRun(.empty, Worlds.run(staging))
                let year = SchoolYear(2025)
                let school = try #require(try run.institution(name: "Skola", year: year, at: line(1)))
                let classID = try run.classGroup(institution: school, year: year, name: "10. ā", at: line(1))
                let group = try run.group(institution: school, year: year, name: "Zīļu koris", at: line(1))
                let programme = try run.programme(
                    institution: school,
                    code: "21011111",
                    name: "Pamatizglītības programma",
                    at: line(1)
                )
                #expect(programme != nil)
                try connection.write(staging)
                let keys = try KeysOfNamesTests.search.map { table in
                    try connection.value("SELECT search_key FROM \(table)", String.self)
                }
                #expect(keys == ["pamatizglitibas programma", "10 a", "zilu koris"])
                let loaded = try Directory.load(Worlds.tenant, connection)
                let again = DirectoryRun(loaded, Worlds.run(CollectingStaging(firstID: 90)))
                let sameClass = try again.classGroup(
                    institution: school,
                    year: year,
                    name: "10.Ā",
                    at: line(1)
                )
                let sameGroup = try again.group(
                    institution: school,
                    year: year,
                    name: "zīļu  koris",
                    at: line(1)
                )
                #expect(sameClass == classID && sameGroup == group)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `people who were found stand in Latvian order`(engine: Engine) async throws {
        try await SearchWorld.run(engine) { world in
            try await world.database.data.write { connection in
                for (id, surname) in [(201, "Čakste"), (202, "Cers"), (203, "Cers")] {
                    let name = "\(surname) Jānis"
                    try connection.execute(
                        """
                        INSERT INTO pupil (tenant_id, id, surname, forename, sort_key, search_key, version)
                        VALUES (\(Worlds.tenant), \(id), \(surname), 'Jānis', \(LatvianKey.sort(name)),
                            \(LatvianKey.search(name)), 1)
                        """
                    )
                }
            }
            let desk = world.desk(SearchWorld.everything)
            let found = try await desk.database.data.read { connection in
                try RegistrySearch(desk: desk, connection: connection).answer("janis", persons: true).pupils
            }
            // Folded, Čakste would stand before Cers; of one name the number decides.
            #expect(found.map(\.rawValue) == [1, 202, 203, 201])
        }
    }
}
