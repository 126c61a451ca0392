import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Signs of risk of a board that nobody has changed are as they are shipped, each day by the record of its time.
struct ShippedSignTests {
    private static let tenant = TenantID(rawValue: 1)
    private static let turn = RiskSeeds.turn

    private static func stored(_ connection: Connection) throws -> [String] {
        try connection.rows(
            """
            SELECT name, from_day FROM regulation
            WHERE tenant_id = \(tenant) AND name >= 'risk-' AND name < 'risk.' ORDER BY name, from_day
            """,
            String.self,
            Int.self
        )
        .map { "\($0.0)/\($0.1)" }
    }

    @Test(arguments: Engine.available)
    func
        `old records that nobody changed go, and what a board wrote stays, also when seeds are written again`(
            _ engine: Engine
        ) async throws
    {
        let old = Array(registryRoom.migrations.prefix { $0.id != Migration.shippedSigns.id })
        // Two as they were written into the board, one that was changed, one with a successor of the board's own.
        let rows = [
            ("risk-unexcused", 15_006, 0, 1), ("risk-no-mark", 0, 0, 1), ("risk-absence", 0, 0, 2),
            ("risk-subjects-below", 0, 20_000, 2), ("risk-subjects-below", 20_001, 0, 1),
        ]
        let kept =
            #"{"comparison":"at-least","exposure":30,"group":"1","mode":"live","overrides":{},"quantity":"absence-share","threshold":8}"#
        let tenant = ShippedSignTests.tenant
        try await withPlace(engine) { place in
            let database = try await place.open([RoomMigrations(room: "registry", migrations: old)])
            try await database.data.write { connection in
                for (name, from, to, version) in rows {
                    try connection.execute(
                        """
                        INSERT INTO regulation (tenant_id, name, from_day, to_day, lv, en, parameters, version)
                        VALUES (\(tenant), \(name), \(from), \(to), 'Vecs', 'Old', \(kept), \(version))
                        """
                    )
                }
            }
            await database.close()
            let now = [RoomMigrations(room: "registry", migrations: registryRoom.migrations)]
            let mended = try await place.open(now)
            let left = try await mended.data.read { try ShippedSignTests.stored($0) }
            let (again, rules) = try await mended.data.write { connection in
                try RegistrySeed.write(tenant, connection)
                return (try ShippedSignTests.stored(connection), try RiskRules.load(tenant, connection))
            }
            await mended.close()
            #expect(left == ["risk-absence/0", "risk-subjects-below/0", "risk-subjects-below/20001"])
            // A record that goes on keeps a shipped one out; who has none gets both.
            let turn = ShippedSignTests.turn
            let written = again.filter { $0.hasPrefix("risk-absence/") || $0.hasPrefix("risk-unexcused/") }
            #expect(written == ["risk-absence/0", "risk-unexcused/15006", "risk-unexcused/\(turn.number)"])
            #expect(rules.named("risk-absence", on: turn)?.rule.threshold == 8)
            #expect(rules.named("risk-unexcused", on: turn - 1)?.rule.fromGrade == nil)
            #expect(rules.named("risk-unexcused", on: turn)?.rule.fromGrade == 1)
        }
    }

    @Test func `a day before the turn is answered as it was, and one after it tells preparation apart`()
        throws
    {
        let turn = ShippedSignTests.turn
        func rule(_ name: String, _ day: Day) throws -> RiskRule? {
            try Regulations.shipped.parameters("risk-\(name)", as: RiskRule.self, on: day)
        }
        for name in ["unexcused", "absence", "attendance-fall"] {
            let (before, after) = (try rule(name, turn - 1), try rule(name, turn))
            #expect(before?.covers(grade: 0, programme: "") == true, "\(name)")
            #expect(after?.covers(grade: 0, programme: "") == false, "\(name)")
            #expect(after?.covers(grade: 1, programme: "") == true && before?.threshold == after?.threshold)
        }
        let (none, days) = (try rule("unexcused-days", turn - 1), try rule("unexcused-days", turn))
        #expect(none == nil && days?.covers(grade: 1, programme: "") == false)
        #expect(days?.covers(grade: 0, programme: "") == true && days?.threshold == 3)
        let (early, late) = (try rule("subjects-below", turn - 1), try rule("subjects-below", turn))
        #expect(early?.leastExposure == 1 && late?.leastExposure == 3)
    }

    @Test func `the migration knows each sign whose shipped record was changed`() {
        let changed = RegulationSeeds.all.filter { rule in
            rule.name.hasPrefix(RiskRule.prefix) && rule.to != nil
        }
        #expect(changed.count == 4)
        for rule in changed { #expect(Migration.shippedSigns.sql.contains("'\(rule.name)'"), "\(rule.name)") }
    }
}
