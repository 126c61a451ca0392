import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Letters of a board that nobody has changed are as they are shipped.
struct ShippedLetterTests {
    private static let notice = DutyLetter.notice.rule

    private static func stored(_ tenant: TenantID, _ connection: Connection) throws -> [String] {
        try connection.rows(
            """
            SELECT name, from_day FROM regulation WHERE tenant_id = \(tenant) AND name >= 'letter-' AND name < 'letter.'
            ORDER BY name, from_day
            """,
            String.self,
            Int.self
        )
        .map { "\($0.0)/\($0.1)" }
    }

    @Test(arguments: Engine.available)
    func `old words that nobody changed go, and what a board wrote stays`(_ engine: Engine) async throws {
        let old = Array(registryRoom.migrations.prefix { $0.id != Migration.shippedLetters.id })
        let tenant = TenantID(rawValue: 1)
        // A letter as it was written into the board, one that was changed, and one with a successor of the board's own.
        let rows = [
            (DutyLetter.notice.rule, 0, 0, 1), (DutyLetter.invitation.rule, 0, 0, 2),
            (DutyLetter.board.rule, 0, 20_000, 2), (DutyLetter.board.rule, 20_001, 0, 1),
        ]
        try await withPlace(engine) { place in
            let database = try await place.open([RoomMigrations(room: "registry", migrations: old)])
            try await database.data.write { connection in
                for (name, from, to, version) in rows {
                    try connection.execute(
                        """
                        INSERT INTO regulation (tenant_id, name, from_day, to_day, lv, en, parameters, version)
                        VALUES (\(tenant), \(name), \(from), \(to), 'Vecs', 'Old', '{"days":5}', \(version))
                        """
                    )
                }
            }
            await database.close()
            let now = [RoomMigrations(room: "registry", migrations: registryRoom.migrations)]
            let mended = try await place.open(now)
            let (left, rules) = try await mended.data.read { connection in
                (
                    try ShippedLetterTests.stored(tenant, connection),
                    try Regulations.load(tenant, connection)
                )
            }
            await mended.close()
            #expect(
                left == [
                    "letter-absence-board/0", "letter-absence-board/20001", "letter-absence-invitation/0",
                ]
            )
            let words = DutyLetter.allCases.map { rules.named($0.rule, on: Worlds.today)?.words.lv }
            let shipped = Regulations.shipped.named(ShippedLetterTests.notice, on: Worlds.today)?.words.lv
            #expect(shipped != nil && words == [shipped, "Vecs", "Vecs"])
        }
    }

    @Test(arguments: Engine.available)
    func `a new board stores no letter until it changes one, and then it is its own`(
        _ engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let before = try await world.database.data.read {
                try ShippedLetterTests.stored(Worlds.tenant, $0)
            }
            #expect(before.isEmpty)
            let editor = RuleEditor(world.desk())
            let record = try #require(try await editor.records(ShippedLetterTests.notice).first)
            #expect(record.version == 1 && record.rule.words.lv.contains("{izglītojamais}"))
            let texts = try record.texts.setting(["lv": "Savs teksts"])
            try await editor.change(
                ShippedLetterTests.notice,
                from: record.rule.from,
                version: record.version,
                texts
            )
            let (after, rules) = try await world.database.data.read { connection in
                (
                    try ShippedLetterTests.stored(Worlds.tenant, connection),
                    try Regulations.load(Worlds.tenant, connection)
                )
            }
            #expect(after == ["letter-absence-notice/0"])
            #expect(rules.named(ShippedLetterTests.notice, on: Worlds.today)?.words.lv == "Savs teksts")
            #expect(rules.named(DutyLetter.board.rule, on: Worlds.today) != nil)
        }
    }

    @Test func `the migration knows each letter that is shipped`() {
        for letter in DutyLetter.allCases {
            #expect(Migration.shippedLetters.sql.contains("'\(letter.rule)'"))
        }
    }
}
