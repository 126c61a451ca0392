import Access
import Exchange
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

/// Imports that were read or saved before a register kept the keys of its names.
struct LateKeyTests {
    /// The register of pupils as a later version of the program has it.
    private static let pupils = RegisterTable(
        "pupil",
        columns: TestTables.pupils.columns + ["sort_key"],
        lateKeys: [NameKey("sort_key", of: "surname", .order)],
        sealed: TestTables.pupils.sealed,
        noun: TestTables.pupils.noun
    )

    private static let room = Room(
        "test",
        Text(same: "test"),
        migrations: [TestTables.migration],
        registers: [TestTables.classes, pupils],
        facts: [TestTables.lessons],
        imports: [PupilList.self, LessonList.self]
    )

    private let changed = pupilFile.replacing("p1;Bērziņš;5.a;111", with: "p1;Āboliņa;5.a;111")

    /// An importer of the later version, over rows that its migration gave their keys.
    private func later(_ world: TestWorld) async throws -> Importer {
        let (tenant, desk) = (world.desk.tenant, world.desk)
        try await world.database.data.write { connection in
            let names = try connection.rows(
                "SELECT id, surname FROM pupil WHERE tenant_id = \(tenant) ORDER BY id",
                Int.self,
                String.self
            )
            for (id, name) in names {
                try connection.execute(
                    """
                    UPDATE pupil SET sort_key = \(LatvianKey.sort(name))
                    WHERE tenant_id = \(tenant) AND id = \(id)
                    """
                )
            }
        }
        return Importer(
            Desk(
                database: world.database,
                tenant: tenant,
                asker: desk.asker,
                house: HouseBook([accessRoom, LateKeyTests.room, exchangeRoom]),
                clock: desk.clock
            )
        )
    }

    /// Whether each name stands with its own key, and the name of the first.
    private func first(_ world: TestWorld) async throws -> (name: String?, areRight: Bool) {
        let tenant = world.desk.tenant
        let rows = try await world.database.data.read { connection in
            try connection.rows(
                "SELECT surname, sort_key FROM pupil WHERE tenant_id = \(tenant) ORDER BY code",
                String.self,
                [UInt8].self
            )
        }
        return (rows.first?.0, rows.allSatisfy { $0.1 == LatvianKey.sort($0.0) })
    }

    @Test(arguments: Engine.available)
    func `what is undone gets the key of its former name`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let batch = try #require(try await world.take(changed).batch)
            let importer = try await later(world)
            let before = try await first(world)
            #expect(before.name == "Āboliņa" && before.areRight)
            try await importer.undo(batch)
            let after = try await first(world)
            #expect(after.name == "Bērziņš" && after.areRight)
        }
    }

    @Test(arguments: Engine.available)
    func `what was read and not yet saved is saved with its keys`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let added = changed.replacing("p3;", with: "p0;Āre;5.b;444\np3;")
            let staged = try await world.stage(added)
            let importer = try await later(world)
            try await importer.apply(staged, acceptRemovals: true)
            let after = try await first(world)
            #expect(after.name == "Āre" && after.areRight)
        }
    }
}
