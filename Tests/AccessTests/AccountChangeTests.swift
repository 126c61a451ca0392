import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// What is changed of an account that is there.
struct AccountChangeTests {
    @Test(arguments: Engine.available)
    func `the language of one's own account is one's own`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let anna = try await world.add("anna", NewRole("reader", in: .tenant))
            let juris = try await world.add("juris", NewRole("reader", in: .tenant))
            try await world.accounts(of: anna).setLanguage(.en)
            let own = try await world.operated.one(anna)
            let other = try await world.operated.one(juris)
            #expect(own.account.language == .en && other.account.language == .lv)
        }
    }

    @Test(arguments: Engine.available)
    func `a second factor that was lost is taken away with its codes, and of one account alone`(
        engine: Engine
    ) async throws {
        try await withWorld(engine) { world in
            var ids: [AccountID] = []
            for login in ["anna", "juris"] {
                let id = try await world.add(login, NewRole("head", in: World.here))
                let signed = try await world.visited.signIn(login, World.password, from: World.visitor)
                let factor = SecondFactor(try await world.accounts(of: id).desk)
                let totp = try await factor.start()
                let code = totp.code(step: TOTP.step(world.clock()))
                let codes = try await factor.confirm(code, keeping: try #require(signed.session))
                #expect(codes?.isEmpty == false)
                ids.append(id)
            }
            try await world.operated.removeSecondFactor(ids[0])
            let (one, other) = (
                try await world.operated.one(ids[0]).account, try await world.operated.one(ids[1]).account
            )
            #expect(!one.hasSecondFactor && other.hasSecondFactor)
            let left = try await world.database.data.read { connection in
                try connection.rows(
                    "SELECT DISTINCT account_id FROM recovery_code ORDER BY account_id",
                    AccountID.self
                )
            }
            #expect(left == [ids[1]])
            // The next sign-in asks for no code, as there is none.
            let again = try await world.visited.signIn("anna", World.password, from: World.visitor)
            #expect(again.session != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a database is made up where every tenant is`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            func areMadeUp() async throws -> Bool {
                try await database.data.read { try Tenants.areMadeUp($0) }
            }
            let none = try await areMadeUp()
            _ = try await World(database, isDemo: true)
            let one = try await areMadeUp()
            _ = try await Tenants.create("Cita pārvalde", host: "cita.example.lv", at: World.start, database)
            let both = try await areMadeUp()
            #expect(none && one && !both)
        }
    }
}
