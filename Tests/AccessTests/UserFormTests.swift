import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Access

/// What is wrong with the answers of the forms about users is said at the questions.
struct UserFormTests {
    private static let places = NumberedPlaces()

    private func asAdministrator(
        _ engine: Engine,
        _ body: (World, Browser) async throws -> Void
    ) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            try await body(world, Browser(world: world, session: try #require(outcome.session)))
        }
    }

    @Test(arguments: Engine.available)
    func `everything that is wrong with a new user is said at once, each with a link to its question`(
        engine: Engine
    ) async throws {
        try await asAdministrator(engine) { _, browser in
            let page = try await browser.post(
                UserNewAction(places: Self.places),
                ["login": "Ā", "name": " ", "expires": "31.02.2027", "place": ""]
            )
            #expect(page.status == 422)
            for field in ["login", "name", "expires", "place"] {
                #expect(page.text.contains("href=\"#user-\(field)\""), "\(field)")
                #expect(page.text.contains("id=\"user-\(field)-error\""), "\(field)")
            }
            // Roles are several controls; the link leads to the first.
            #expect(page.text.contains("href=\"#user-role-1\"") && page.text.contains("Nav izvēlēta loma."))
            #expect(page.text.contains("Nav norādīts, kur loma spēkā."))
            #expect(page.text.contains("Nav ierakstīts vārds un uzvārds."))
        }
    }

    @Test func `who makes or changes an account without a name is told the same as by the form`() async throws
    {
        try await withWorld(.sqlite, isDemo: true) { world in
            await #expect(throws: Refusal.noName) {
                let new = NewAccount(login: "anna", name: " ")
                _ = try await world.operated.add(new, NewRole("reader", in: .tenant))
            }
            let id = try await world.add("ieva", NewRole("reader", in: .tenant))
            let known = try await world.operated.one(id).account
            await #expect(throws: Refusal.noName) {
                var change = AccountChange(known)
                change.name = ""
                try await world.operated.change(id, version: known.version, change)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what is found when the account is made is said at its question too`(engine: Engine) async throws {
        try await asAdministrator(engine) { _, browser in
            let taken = try await browser.post(
                UserNewAction(places: Self.places),
                ["login": "adm", "name": "Anna", "role": "head", "place": "12"]
            )
            #expect(taken.status == 422 && taken.text.contains("id=\"user-login-error\""))
            let endless = try await browser.post(
                UserNewAction(places: Self.places),
                ["login": "anna", "name": "Anna", "role": "evaluator", "place": "12"]
            )
            #expect(endless.text.contains("id=\"user-to-error\""))
            let misfit = try await browser.post(
                UserNewAction(places: Self.places),
                ["login": "anna", "name": "Anna", "role": "head", "place": "tenant"]
            )
            #expect(misfit.text.contains("id=\"user-place-error\""))
        }
    }

    @Test(arguments: Engine.available)
    func `a role that is refused on the page of a user opens its form again`(engine: Engine) async throws {
        try await asAdministrator(engine) { world, browser in
            let id = try await world.add("aina", NewRole("reader", in: World.here))
            let page = try await browser.post(
                UserGrantAction(places: Self.places),
                ["role": "reader", "place": ""],
                parts: ["account": String(id.rawValue)]
            )
            #expect(page.status == 422)
            #expect(page.text.contains("<details open>") && page.text.contains("id=\"grant-place-error\""))
        }
    }
}
