import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

struct SignInTests {
    @Test(arguments: Engine.available)
    func `login and password begin a session`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let outcome = try await world.visited.signIn(" Anna ", World.password, from: World.visitor)
            let secret = try #require(outcome.session)
            let signedIn = try #require(try await world.visited.signedIn(secret))
            #expect(signedIn.account.id == id)
            #expect(signedIn.duty == nil)
            #expect(signedIn.asker.may(.readFigures, in: .tenant, on: world.today))
            #expect(try await world.visited.signedIn(Secret()) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an account that there is not is refused in the same words`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            try await world.add("anna", NewRole("reader", in: .tenant))
            let wrong = try await world.visited.signIn("anna", "nepareiza parole", from: World.visitor)
            let unknown = try await world.visited.signIn("nav-tada", "nepareiza parole", from: World.visitor)
            #expect(wrong.isRefused)
            #expect(unknown.isRefused)
            #expect(wrong.words == unknown.words)
            for login in ["anna", "nav-tada"] {
                for _ in 0..<4 { _ = try await world.visited.signIn(login, "x", from: World.visitor) }
            }
            let one = try await world.visited.signIn("anna", World.password, from: World.visitor)
            let other = try await world.visited.signIn("nav-tada", World.password, from: World.visitor)
            #expect(one.wait != nil)
            #expect(one.wait == other.wait, "also the delay does not tell whether there is an account")
            #expect(one.words == other.words)
        }
    }

    @Test(arguments: Engine.available)
    func `guessing waits longer each time, and the right password makes it good`(engine: Engine) async throws
    {
        try await withWorld(engine) { world in
            try await world.add("anna", NewRole("reader", in: .tenant))
            for _ in 0..<5 {
                let outcome = try await world.visited.signIn("anna", "nepareiza", from: World.visitor)
                #expect(outcome.isRefused)
            }
            let first = try await world.visited.signIn("anna", World.password, from: World.visitor)
            #expect(first.wait == .seconds(15))
            world.pass(.seconds(15))
            #expect(try await world.visited.signIn("anna", "nepareiza", from: World.visitor).isRefused)
            let second = try await world.visited.signIn("anna", World.password, from: World.visitor)
            #expect(second.wait == .seconds(30))
            world.pass(.seconds(30))
            #expect(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session != nil
            )
            for _ in 0..<4 {
                #expect(try await world.visited.signIn("anna", "nepareiza", from: World.visitor).isRefused)
            }
            #expect(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session != nil
            )
        }
    }

    @Test(arguments: Engine.available)
    func `one address that tries many logins is slowed down too`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let throttle = Throttle(desk: world.visited.desk)
            for number in 0..<30 {
                let keys: [Throttle.Key] = [.login("x\(number)"), .address("192.0.2.7")]
                let wait = try await throttle.enter(keys)
                #expect(wait == nil)
            }
            #expect(try await throttle.enter([.login("anna"), .address("192.0.2.7")]) == .seconds(15))
            #expect(try await throttle.enter([.login("anna"), .address("192.0.2.8")]) == nil)
            world.pass(.seconds(120))
            let later = try await throttle.enter([.login("anna"), .address("192.0.2.7")])
            #expect(later == nil, "each minute forgets a failure")
            world.pass(.seconds(86_401))
            #expect(try await throttle.enter([.login("anna"), .address("192.0.2.7")]) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `people who sign in rightly do not keep their address slow`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let throttle = Throttle(desk: world.visited.desk)
            let address = Throttle.Key.address("192.0.2.7")
            for number in 0..<29 { _ = try await throttle.enter([.login("x\(number)"), address]) }
            // A right password every twenty seconds for ten minutes: ten failures are forgotten meanwhile.
            for number in 0..<30 {
                world.pass(.seconds(20))
                let wait = try await throttle.enter([.login("y\(number)"), address])
                #expect(wait == nil)
                try await throttle.forgive([.login("y\(number)"), address])
            }
            for number in 0..<11 {
                let wait = try await throttle.enter([.login("z\(number)"), address])
                #expect(wait == nil)
            }
            let wait = try await throttle.enter([.login("zz"), address])
            #expect(wait == .seconds(15))
        }
    }

    @Test(arguments: Engine.available)
    func `questions about one person after another are slowed down, for each account alone`(
        engine: Engine
    ) async throws {
        try await withWorld(engine) { world in
            let anna = try await world.add("anna", NewRole("reader", in: .tenant))
            let ilze = try await world.add("ilze", NewRole("reader", in: .tenant))
            let limit = QuestionLimit(try await world.accounts(of: anna).desk)
            for _ in 0..<30 {
                let words = try await limit.enter()
                #expect(words == nil)
            }
            let words = try #require(try await limit.enter())
            #expect(words.lv.hasSuffix("Mēģiniet vēlreiz pēc 1\u{a0}minūtes."))
            let other = try await QuestionLimit(try await world.accounts(of: ilze).desk).enter()
            #expect(other == nil)
            world.pass(.seconds(60))
            let later = try await limit.enter()
            #expect(later == nil, "each minute lets another one through")
        }
    }

    @Test(arguments: Engine.available)
    func `failures that are forgotten are removed though nobody signs in`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let desk = world.visited.desk
            func failures() async throws -> Int? {
                try await desk.database.state.read {
                    try $0.value("SELECT count(*) FROM throttle", Int.self)
                }
            }
            _ = try await Throttle(desk: desk).enter([.login("anna")])
            try await Sessions(desk).sweep()
            #expect(try await failures() == 1)
            world.pass(.seconds(86_401))
            try await Sessions(desk).sweep()
            #expect(try await failures() == 0)
        }
    }

    @Test func `the delay doubles and ends at a quarter of an hour`() {
        #expect((0...9).map(Throttle.delay) == [0, 15, 30, 60, 120, 240, 480, 900, 900, 900])
        #expect(Throttle.delay(beyond: 1_000_000) == 900)
    }

    @Test(arguments: Engine.available)
    func `a closed or expired account does not sign in, and its sessions end`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let secret = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session
            )
            var change = AccountChange(try await world.operated.one(id).account)
            change.expires = world.today
            try await world.operated.change(id, version: 1, change)
            #expect(try await world.visited.signedIn(secret) != nil)
            world.pass(.seconds(86_400))
            #expect(try await world.visited.signedIn(secret) == nil)
            #expect(try await world.visited.signIn("anna", World.password, from: World.visitor).isRefused)
            change.expires = nil
            try await world.operated.change(id, version: 2, change)
            let again = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session
            )
            try await world.operated.disable(id)
            #expect(try await world.visited.signedIn(again) == nil)
            #expect(try await world.visited.signIn("anna", World.password, from: World.visitor).isRefused)
        }
    }

    @Test(arguments: Engine.available)
    func `a weak record is made anew at the next sign-in`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let weak = try PasswordRecord(World.password, cost: ScryptCost(logN: 2, r: 8, p: 1)).text
            let tenant = world.tenant
            try await world.database.data.write { connection in
                _ = try connection.execute(
                    "UPDATE account SET password = \(weak) WHERE tenant_id = \(tenant) AND id = \(id)"
                )
            }
            #expect(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session != nil
            )
            let known = try #require(try await world.visited.credentials("anna"))
            #expect(known.record?.cost == World.cost)
            #expect(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session != nil
            )
        }
    }

    @Test(arguments: Engine.available)
    func `two changes of one account conflict`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let id = try await world.add("anna", NewRole("reader", in: .tenant))
            let change = AccountChange(try await world.operated.one(id).account)
            try await world.operated.change(id, version: 1, change)
            await #expect(throws: Conflict(table: "account", id: id.rawValue)) {
                try await world.operated.change(id, version: 1, change)
            }
        }
    }
}
