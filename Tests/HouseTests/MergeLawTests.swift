import Exchange
import Frame
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// Whatever names a pupil comes along when two numbers become one, or somebody has said why it stays.
struct MergeLawTests {
    @Test func `every table that names a pupil moves, or says why it stays`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let house = test.world.house
            let (moving, naming) = try await test.world.database.data.read { connection in
                (
                    Set(try MergedTable.load(house, connection).map(\.name)),
                    try connection.tables().filter { table in
                        try connection.columns(of: table).contains { $0.hasSuffix("pupil_id") }
                    }
                )
            }
            let cubes = Set(
                house.facts.flatMap(\.cells).flatMap { [$0.cube] + $0.cube.rollups }.map(\.name.text)
            )
            let settled = moving.union(cubes).union(MergedTable.stays.keys)
            #expect(naming.filter { !settled.contains($0) } == [])
            // What is part of another row goes where that one goes.
            let notes = house.rooms.flatMap(\.migrations).flatMap(\.tables)
            let unsaid = notes.filter { $0.holds == .pupils && $0.whole == nil && !settled.contains($0.name) }
            #expect(Set(unsaid.map(\.name)).sorted() == [])
        }
    }

    @Test func `what is said to stay is a table`() {
        let names = Set(sekme.rooms.flatMap(\.migrations).flatMap(\.tables).map(\.name))
        for table in MergedTable.stays.keys { #expect(names.contains(table), "\(table)") }
    }

    @Test(arguments: Engine.available)
    func `an address with the old number leads to the pupil`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let tenant = test.tenant
            try await test.world.database.data.write { connection in
                try connection.execute(
                    "INSERT INTO pupil (tenant_id, id, version) VALUES (\(tenant), 900, 1)"
                )
                try connection.execute(
                    """
                    INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                    VALUES (\(tenant), 900, 1, 1)
                    """
                )
            }
            try await test.account("ieva", "board-specialist")
            try await test.act("ieva") { browser, _ in
                let answer = try await browser.get("/pupils/900?year=2025/2026")
                #expect(answer.status == 303)
                #expect(answer.location == "/pupils/1?year=2025/2026")
                let page = try await browser.get("/duplicates")
                #expect(page.status == 200)
            }
        }
    }
}
