import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// A second factor that replaces another: a session that was left open is not enough.
struct NewFactorTests {
    /// Somebody with a second factor who is signed in twice.
    private struct Prepared {
        let id: AccountID
        let old: TOTP
        let here: Browser
        let there: Secret

        /// The second factor of the account, as its owner's pages ask it.
        func factor(_ world: World) async throws -> SecondFactor {
            SecondFactor(try await world.accounts(of: id).desk)
        }
    }

    private func prepare(_ world: World) async throws -> Prepared {
        let id = try await world.add("anna", NewRole("head", in: World.here))
        let first = try await world.visited.signIn("anna", World.password, from: World.visitor)
        let here = Browser(world: world, session: try #require(first.session))
        let begun = try await here.post(SecondFactorStart(), [:])
        #expect(begun.target == "/account/second-factor", "the first one asks for no password")
        let factor = SecondFactor(try await world.accounts(of: id).desk)
        let old = try #require(try await factor.waiting())
        let set = try await here.post(SecondFactorConfirm(), ["code": code(old, world)])
        #expect(set.status == 200)
        world.pass(.seconds(60))
        let second = try await world.visited.signIn("anna", World.password, from: World.visitor)
        let there = try await world.visited.signIn(
            pending: try #require(second.pending),
            code: code(old, world),
            from: World.visitor
        )
        return Prepared(id: id, old: old, here: here, there: try #require(there.session))
    }

    private func code(_ totp: TOTP, _ world: World) -> String {
        totp.code(step: TOTP.step(world.clock()))
    }

    @Test(arguments: Engine.available)
    func `a session alone replaces nothing`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let anna = try await prepare(world)
            let page = try await anna.here.get(SecondFactorPage())
            #expect(page.text.contains("name=\"password\""))
            let forms: [[String: String]] = [[:], ["password": "nepareiza parole"]]
            for form in forms {
                let refused = try await anna.here.post(SecondFactorStart(), form)
                #expect(refused.status == 422)
                #expect(refused.text.contains("Pašreizējā parole nav pareiza"))
                #expect(!refused.text.contains("<svg class=\"qr\""))
            }
            let factor = try await anna.factor(world)
            await #expect(throws: Refusal.wrongPassword) { _ = try await factor.start() }
            let waiting = try await factor.waiting()
            #expect(waiting == nil)
            let confirmed = try await anna.here.post(SecondFactorConfirm(), ["code": code(anna.old, world)])
            #expect(confirmed.status == 422, "there is nothing to confirm")
        }
    }

    @Test(arguments: Engine.available)
    func `with the password it is replaced, and every other session ends`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let anna = try await prepare(world)
            let begun = try await anna.here.post(SecondFactorStart(), ["password": World.password])
            let factor = try await anna.factor(world)
            let new = try #require(try await factor.waiting())
            #expect(begun.status == 200 && begun.text.contains(new.typed))
            #expect(begun.text.contains("<svg class=\"qr\"") && begun.text.contains("name=\"code\""))
            // Whoever finds the session open afterwards does not read the secret that waits.
            let later = try await anna.here.get(SecondFactorPage())
            let wrong = try await anna.here.post(SecondFactorConfirm(), ["code": "abc"])
            for page in [later, wrong] {
                #expect(!page.text.contains(new.typed) && !page.text.contains("<svg class=\"qr\""))
            }
            #expect(wrong.status == 422 && wrong.text.contains("name=\"code\""))
            let before = try await world.visited.signedIn(anna.there)
            #expect(before != nil)
            let set = try await anna.here.post(SecondFactorConfirm(), ["code": code(new, world)])
            #expect(set.status == 200 && set.text.contains("Citas sesijas izbeigtas"))
            let (here, there) = (
                try await world.visited.signedIn(anna.here.session),
                try await world.visited.signedIn(anna.there)
            )
            #expect(here != nil && there == nil)
            world.pass(.seconds(60))
            let outcome = try await world.visited.signIn("anna", World.password, from: World.visitor)
            let pending = try #require(outcome.pending)
            let old = try await world.visited.signIn(
                pending: pending,
                code: code(anna.old, world),
                from: World.visitor
            )
            #expect(old.isRefused)
            let entered = try await world.visited.signIn(
                pending: pending,
                code: code(new, world),
                from: World.visitor
            )
            #expect(entered.session != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `guessing the password or the code is slowed down`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let anna = try await prepare(world)
            for _ in 0..<5 { _ = try await anna.here.post(SecondFactorStart(), ["password": "x"]) }
            let early = try await anna.here.post(SecondFactorStart(), ["password": World.password])
            #expect(early.status == 422 && early.text.contains("Pārāk daudz neveiksmīgu mēģinājumu"))
            world.pass(.seconds(15))
            let begun = try await anna.here.post(SecondFactorStart(), ["password": World.password])
            #expect(begun.status == 200)
            let factor = try await anna.factor(world)
            let new = try #require(try await factor.waiting())
            for _ in 0..<5 { _ = try await anna.here.post(SecondFactorConfirm(), ["code": "x"]) }
            let hasty = try await anna.here.post(SecondFactorConfirm(), ["code": code(new, world)])
            #expect(hasty.status == 422 && hasty.text.contains("Mēģiniet vēlreiz pēc 1"))
            world.pass(.seconds(15))
            let set = try await anna.here.post(SecondFactorConfirm(), ["code": code(new, world)])
            #expect(set.status == 200)
        }
    }
}
