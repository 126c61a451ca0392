import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The end of keeping of accounts: the person goes, the number stays in the trail.
struct AccountKeepingTests {
    private func add(
        _ login: String,
        _ name: String,
        on day: Day,
        _ world: BoardWorld
    ) async throws -> AccountID {
        let new = NewAccount(login: login, name: name)
        return try await Accounts(world.desk(on: day)).add(new, NewRole("reader", in: .tenant)).id
    }

    @Test(arguments: Engine.available)
    func `a closed account loses its person after its years, and its number stays`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let long = today - 3_000
            let old = try await add("ilze.liepa", "Ilze Liepa", on: long, world)
            let late = try await add("juris.kalns", "Juris Kalns", on: long, world)
            let open = try await add("zane.vitola", "Zane Vītola", on: long, world)
            let before = Accounts(world.desk(on: long))
            try await before.link(old, identity: ExternalIdentity(issuer: "latvija.lv", subject: "1"))
            try await before.disable(old)
            try await Accounts(world.desk(on: today - 30)).disable(late)
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO recovery_code (tenant_id, account_id, code_hash, used_at)
                    VALUES (\(tenant), \(old), \([1, 2, 3] as [UInt8]), 0)
                    """
                )
                try connection.execute(
                    """
                    UPDATE batch SET account_id = \(old), account = 'Ilze Liepa'
                    WHERE tenant_id = \(tenant) AND id = 1
                    """
                )
            }
            try await world.keep(["accounts": 5])
            try await world.beginDay()
            let names = try await world.column("name", of: "account", String.self)
            #expect(names == [ErasedAccounts.name(old), "Juris Kalns", "Zane Vītola"])
            let logins = try await world.column("login", of: "account", String.self)
            #expect(logins == ["#\(old.rawValue)", "juris.kalns", "zane.vitola"])
            #expect(try await world.count("recovery_code") == 0)
            #expect(try await world.count("external_identity") == 0)
            #expect(try await world.column("account", of: "batch", String.self)[0] == names[0])
            #expect(try await world.trail().contains("retention accounts \(old.rawValue)"))
            #expect(try await AuditTrail.verify(tenant, world.desk.database).isSound)
            // It is nobody's: it is not listed, never opened again, and its login is free.
            let accounts = Accounts(world.desk)
            #expect(try await accounts.list().map(\.account.id) == [late, open])
            await #expect(throws: Refusal.self) { try await accounts.enable(old) }
            await #expect(throws: Refusal.self) { _ = try await accounts.link(for: old) }
            _ = try await add("ilze.liepa", "Ilze Liepa", on: today, world)
        }
    }

    @Test(arguments: Engine.available)
    func `an account that ran out counts from its last day`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let accounts = Accounts(world.desk(on: today - 3_000))
            var new = NewAccount(login: "ilze.liepa", name: "Ilze Liepa")
            new.expires = today - 800
            _ = try await accounts.add(new, NewRole("reader", in: .tenant))
            try await world.keep(["accounts": 3])
            try await world.beginDay()
            #expect(try await world.count("erased_account") == 0)
            try await world.keep(["accounts": 2])
            try await world.desk(on: today + 1).beginDay()
            #expect(try await world.count("erased_account") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an account whose closing has no day begins its time today`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let id = try await add("ilze.liepa", "Ilze Liepa", on: today - 3_000, world)
            try await Accounts(world.desk(on: today - 2_000)).disable(id)
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute("UPDATE account SET closed_on = 0 WHERE tenant_id = \(tenant)")
            }
            try await world.keep(["accounts": 1])
            try await world.beginDay()
            #expect(try await world.count("erased_account") == 0)
            #expect(try await world.column("closed_on", of: "account", Day.self) == [today])
            try await world.desk(on: today + 400).beginDay()
            #expect(try await world.count("erased_account") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an account that was opened again is kept`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let id = try await add("ilze.liepa", "Ilze Liepa", on: today - 3_000, world)
            let accounts = Accounts(world.desk(on: today - 2_000))
            try await accounts.disable(id)
            try await accounts.enable(id)
            try await world.keep(["accounts": 1])
            try await world.beginDay()
            #expect(try await world.count("erased_account") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a link that has run out goes with the next day, a good one stays`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let old = try await add("ilze.liepa", "Ilze Liepa", on: today - 30, world)
            let new = try await add("juris.kalns", "Juris Kalns", on: today - 1, world)
            for (account, day) in [(old, today - 30), (new, today - 1)] {
                _ = try await Accounts(world.desk(on: day)).link(for: account)
            }
            try await world.beginDay()
            let left = try await world.column(
                "account_id",
                of: "one_time_link",
                by: "account_id",
                AccountID.self
            )
            #expect(left == [new])
        }
    }

    @Test func `every table that an account keeps for itself says whose a row is`() async throws {
        try await withPersons(.sqlite) { world in
            let tables = try await world.desk.database.data.read {
                try AccountTables.load(world.desk.house, $0).all
            }
            #expect(
                tables.map(\.note.name).sorted() == ["external_identity", "recovery_code", "role_proposal"]
            )
        }
    }
}
