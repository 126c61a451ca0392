import Access
import Frame
import HTTPTypes
import Kernel
import Logging
import SekmeTesting
import Testing

@testable import House

/// Several boards on one server: which of them a browser comes to.
struct BoardChoiceTests {
    /// Two boards with an account each, of which the second may have a host name.
    private func open(
        _ engine: Engine,
        host: String = "",
        _ body: (TestWorld, TestWorld) async throws -> Void
    ) async throws {
        try await TestWorld.run(engine) { one in
            let id = try await Tenants.create(
                "Otra pārvalde",
                host: host,
                isDemo: true,
                at: TestWorld.now,
                one.world.database
            )
            try await RegistrySeedOfTenant.write(id, one.world)
            let other = TestWorld(world: one.world, tenant: id)
            try await one.account("ieva", "board-specialist")
            try await other.account("zane", "board-specialist")
            try await body(one, other)
        }
    }

    private func browser(
        _ test: TestWorld,
        _ options: ServeOptions = ServeOptions(),
        at host: String = "localhost"
    ) -> Browser {
        let logger = Logger(label: "test")
        return Browser(RouterClient(Serving.server(test.world, options, logger), logger, host: host))
    }

    private func choose(
        _ test: TestWorld,
        _ browser: Browser,
        to: String = "/"
    ) async throws -> Browser.Answer {
        let page = try await browser.get("/sign-in/board")
        return try await browser.post(
            "/sign-in/board",
            ["board": String(test.tenant.rawValue), "to": to],
            token: Browser.token(in: page.text)
        )
    }

    @Test(arguments: Engine.available)
    func `where no host name tells the board, it is chosen by name and remembered`(
        engine: Engine
    ) async throws {
        try await open(engine) { _, other in
            let browser = browser(other, ServeOptions(isSecure: true))
            for path in ["/users", "/sign-in?to=%2Fusers"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 303 && answer.location?.hasPrefix("/sign-in/board?to=%2F") == true)
            }
            let page = try await browser.get("/sign-in/board")
            #expect(page.status == 200 && page.text.contains("Izvēlieties pārvaldi"))
            #expect(page.text.contains("Paraugs") && page.text.contains("Otra pārvalde"))
            let chosen = try await choose(other, browser, to: "/users")
            #expect(chosen.status == 303 && chosen.location == "/users")
            let cookie =
                "board=\(other.tenant.rawValue); Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000"
            #expect(chosen.headers[values: .setCookie] == [cookie])
            let way = try await browser.get("/users")
            #expect(way.location == "/sign-in?to=%2Fusers")
            let door = try await browser.get("/sign-in")
            #expect(door.text.contains("Otra pārvalde") && door.text.contains("Izvēlēties citu pārvaldi"))
            // The account of another board is none here.
            #expect(try await browser.signIn("ieva").status == 422)
            #expect(try await browser.signIn("zane").status == 303)
            let home = try await browser.get("/")
            #expect(home.status == 200 && home.text.contains("Paraugs zane"))
        }
    }

    @Test(arguments: Engine.available)
    func `a choice is taken from the page of the choice alone, and only of a board that there is`(
        engine: Engine
    ) async throws {
        try await open(engine) { one, _ in
            let (browser, stranger) = (browser(one), browser(one))
            let token = Browser.token(in: try await stranger.get("/sign-in/board").text)
            let own = Browser.token(in: try await browser.get("/sign-in/board").text)
            #expect(!own.isEmpty && own != token)
            for foreign in ["", token] {
                let answer = try await browser.post("/sign-in/board", ["board": "1"], token: foreign)
                #expect(answer.status == 403 && answer.headers[values: .setCookie] == [])
            }
            let none = try await browser.post("/sign-in/board", ["board": "99"], token: own)
            #expect(none.status == 422 && none.text.contains("Izvēlieties vienu no pārvaldēm"))
            let away = try await browser.post(
                "/sign-in/board",
                ["board": "1", "to": "//other.example"],
                token: own
            )
            #expect(away.status == 303 && away.location == "/")
            // A board that is no more is to be chosen anew.
            await browser.carry("board", "99")
            let lost = try await browser.get("/")
            #expect(lost.location?.hasPrefix("/sign-in/board") == true)
            let english = try await browser.get("/language?to=en&back=%2Fsign-in%2Fboard")
            #expect(english.location == "/sign-in/board")
            #expect(try await browser.get("/sign-in/board").text.contains("Choose a board"))
        }
    }

    @Test(arguments: Engine.available)
    func `a session opens nothing of another board, and ends where another is chosen`(
        engine: Engine
    ) async throws {
        try await open(engine) { one, other in
            let browser = browser(one)
            _ = try await choose(one, browser)
            _ = try await browser.signIn("ieva")
            #expect(try await browser.get("/").status == 200)
            // The cookie of the choice changed by hand, the session's kept.
            await browser.carry("board", String(other.tenant.rawValue))
            let elsewhere = try await browser.get("/")
            #expect(elsewhere.status == 303 && elsewhere.location?.hasPrefix("/sign-in?") == true)
            await browser.carry("board", String(one.tenant.rawValue))
            #expect(try await browser.get("/").status == 200)
            // Who chooses the same board again stays signed in.
            _ = try await choose(one, browser)
            #expect(try await browser.get("/").status == 200)
            #expect(try await choose(other, browser).status == 303)
            _ = try await choose(one, browser)
            let after = try await browser.get("/")
            #expect(after.location?.hasPrefix("/sign-in?") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `an address that tells the board is always that board's`(engine: Engine) async throws {
        try await open(engine, host: "otra.example") { one, other in
            let set = ServeOptions(tenant: other.tenant)
            for browser in [browser(one, at: "otra.example"), browser(one, set)] {
                await browser.carry("board", String(one.tenant.rawValue))
                let door = try await browser.get("/sign-in")
                #expect(door.status == 200 && !door.text.contains("/sign-in/board"))
                #expect(try await browser.get("/sign-in/board").status == 404)
                let token = Browser.token(in: door.text)
                let choice = try await browser.post("/sign-in/board", ["board": "1"], token: token)
                #expect(choice.status == 404)
                #expect(try await browser.signIn("ieva").status == 422)
                #expect(try await browser.signIn("zane").status == 303)
            }
            let elsewhere = try await browser(one).get("/")
            #expect(elsewhere.location == "/sign-in/board?to=%2F")
        }
    }

    @Test func `where there is one board nobody is asked`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let browser = browser(test)
            let door = try await browser.get("/sign-in")
            #expect(door.status == 200 && !door.text.contains("/sign-in/board"))
            #expect(try await browser.get("/sign-in/board").status == 404)
        }
    }
}
