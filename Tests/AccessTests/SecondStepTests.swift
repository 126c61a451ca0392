import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct SecondStepTests {
    /// Signs in without the second factor and sets it up; returns the account, the secret and the codes.
    private func prepare(_ world: World) async throws -> (id: AccountID, totp: TOTP, codes: [String]) {
        let id = try await world.add("anna", NewRole("head", in: World.here))
        let secret = try #require(
            try await world.visited.signIn("anna", World.password, from: World.visitor).session
        )
        let signedIn = try #require(try await world.visited.signedIn(secret))
        #expect(signedIn.duty == .setUpSecondFactor)
        let factor = SecondFactor(world.desk(signedIn.asker))
        let totp = try await factor.start()
        #expect(try await factor.confirm("000000x", keeping: secret) == nil)
        let code = totp.code(step: TOTP.step(world.clock()))
        let codes = try #require(try await factor.confirm(code, keeping: secret))
        #expect(try await world.visited.signedIn(secret)?.duty == nil)
        return (id, totp, codes)
    }

    @Test(arguments: Engine.available)
    func `a role that sees pupils may nothing before the second factor is set up`(engine: Engine) async throws
    {
        try await withWorld(engine) { world in
            try await world.add("anna", NewRole("head", in: World.here))
            let secret = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session
            )
            let signedIn = try #require(try await world.visited.signedIn(secret))
            #expect(signedIn.duty == .setUpSecondFactor)
            #expect(!signedIn.asker.may(.readPupils, in: World.here, on: world.today))
            #expect(signedIn.asker.may(.ownAccount, in: Scope(owner: signedIn.account.id), on: world.today))
        }
    }

    @Test(arguments: Engine.available)
    func `the demo asks for no second factor`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("anna", NewRole("head", in: World.here))
            let secret = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session
            )
            let signedIn = try #require(try await world.visited.signedIn(secret))
            #expect(signedIn.duty == nil)
            #expect(signedIn.asker.may(.readPupils, in: World.here, on: world.today))
        }
    }

    @Test(arguments: Engine.available)
    func `the second step takes each code once`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let (id, totp, _) = try await prepare(world)
            world.pass(.seconds(60))
            let pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            #expect(
                try await world.visited.signIn(pending: pending, code: "123", from: World.visitor).isRefused
            )
            let code = totp.code(step: TOTP.step(world.clock()))
            let session = try #require(
                try await world.visited.signIn(pending: pending, code: code, from: World.visitor).session
            )
            #expect(try await world.visited.signedIn(session)?.account.id == id)
            let reused = try await world.visited.signIn(pending: pending, code: code, from: World.visitor)
            #expect(reused.isRefused, "the pending step is over")
            let again = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            let replay = try await world.visited.signIn(pending: again, code: code, from: World.visitor)
            #expect(replay.isRefused, "the code was used")
        }
    }

    @Test(arguments: Engine.available)
    func `a recovery code replaces the authenticator once`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let (id, _, codes) = try await prepare(world)
            let code = try #require(codes.first)
            let asker = try await world.accounts(of: id).desk
            #expect(try await SecondFactor(asker).codesLeft() == 10)
            var pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            let outcome = try await world.visited.signIn(
                pending: pending,
                code: code.lowercased(),
                from: World.visitor
            )
            #expect(outcome.session != nil)
            #expect(try await SecondFactor(asker).codesLeft() == 9)
            pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            #expect(
                try await world.visited.signIn(pending: pending, code: code, from: World.visitor).isRefused
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the password alone is forgotten after five minutes`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let (_, totp, _) = try await prepare(world)
            let pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            world.pass(.seconds(301))
            let code = totp.code(step: TOTP.step(world.clock()))
            #expect(
                try await world.visited.signIn(pending: pending, code: code, from: World.visitor).isRefused
            )
        }
    }

    @Test(arguments: Engine.available)
    func `guessing codes is slowed down`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            _ = try await prepare(world)
            let pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            for _ in 0..<5 {
                let outcome = try await world.visited.signIn(pending: pending, code: "x", from: World.visitor)
                #expect(outcome.isRefused)
            }
            let outcome = try await world.visited.signIn(pending: pending, code: "x", from: World.visitor)
            #expect(outcome.wait == .seconds(15))
        }
    }

    @Test(arguments: Engine.available)
    func `the secret and the codes are not in the database as they are`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let (id, totp, codes) = try await prepare(world)
            let tenant = world.tenant
            try await world.database.data.read { connection in
                let sealed = try #require(
                    try connection.value(
                        "SELECT totp FROM account WHERE tenant_id = \(tenant) AND id = \(id)",
                        [UInt8].self
                    )
                )
                #expect(!sealed.windows(of: totp.secret))
                let hashes = try connection.rows(
                    "SELECT code_hash FROM recovery_code WHERE tenant_id = \(tenant)",
                    [UInt8].self
                )
                #expect(hashes.count == codes.count)
                #expect(!hashes.contains { $0 == Array(codes[0].utf8) })
            }
            try await world.database.rotateKeys(tenant: tenant.rawValue)
            world.pass(.seconds(60))
            let pending = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).pending
            )
            let code = totp.code(step: TOTP.step(world.clock()))
            let outcome = try await world.visited.signIn(pending: pending, code: code, from: World.visitor)
            #expect(outcome.session != nil, "rotated keys still open the secret")
        }
    }
}

extension [UInt8] {
    /// Whether another list stands somewhere in this one.
    fileprivate func windows(of other: [UInt8]) -> Bool {
        guard other.count <= count else { return false }
        return (0...(count - other.count)).contains { Array(self[$0..<$0 + other.count]) == other }
    }
}
