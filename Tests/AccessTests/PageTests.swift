import Frame
import Kernel
import Pages
import SekmeTesting
import Testing

@testable import Access

/// Asks pages as a browser would, without a server.
struct Browser: Sendable {
    let world: World
    var session = Secret()
    var language = Language.lv

    func get(
        _ page: some Page,
        parts: [String: String] = [:],
        query: [String: String] = [:]
    ) async throws -> PageResponse {
        try await ask(page, PageRequest(parts: parts, query: query))
    }

    func post(
        _ page: some Page,
        _ form: [String: String],
        parts: [String: String] = [:]
    ) async throws -> PageResponse {
        try await ask(page, PageRequest(parts: parts, form: form.mapValues { [$0] }))
    }

    private func ask(_ page: some Page, _ request: PageRequest) async throws -> PageResponse {
        var request = request
        request.language = language
        request.session = session.text
        request.address = "192.0.2.7"
        request.agent = "Tests"
        let asker = try await world.visited.signedIn(session)?.asker ?? .visitor(language)
        let desk = world.desk(asker)
        switch page.scope {
        case .open: break
        case .anywhere: if asker.reach(page.permission, on: world.today).isEmpty { throw Refusal.noSuchPage }
        case .own: try desk.require(page.permission, in: Scope(owner: asker.account))
        default: try desk.require(page.permission, in: .tenant)
        }
        return try await page.answer(request, desk)
    }
}

extension PageResponse {
    /// The markup of a page.
    var text: String {
        guard case .page(let content) = self else { return "" }
        return content.body.string
    }

    var status: Int {
        guard case .page(let content) = self else { return 0 }
        return content.status
    }

    /// Where it leads.
    var target: String {
        switch self {
        case .redirect(let path, _), .signedIn(_, let path), .signedOut(let path), .language(_, let path):
            path
        default: ""
        }
    }

    var secret: Secret? {
        guard case .signedIn(let text, _) = self else { return nil }
        return Secret(text: text)
    }
}

struct PageTests {
    private static let places = NumberedPlaces()

    @Test(arguments: Engine.available)
    func `somebody is invited, sets up the second factor, and signs in with it`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            let added = try await world.operated.add(
                NewAccount(login: "anna", name: "Anna <b>"),
                NewRole("head", in: World.here)
            )
            let token = try #require(added.invitation).text
            var browser = Browser(world: world)
            let welcome = try await browser.get(WelcomePage(), parts: ["token": token])
            #expect(welcome.text.contains("Anna &lt;b&gt;"))
            let short = try await browser.post(
                WelcomeAction(),
                ["new": "īsa", "again": "īsa"],
                parts: ["token": token]
            )
            #expect(short.status == 422)
            #expect(short.text.contains("Parole ir par īsu"))
            let set = try await browser.post(
                WelcomeAction(),
                ["new": World.password, "again": World.password],
                parts: ["token": token]
            )
            #expect(set.target == "/sign-in")
            let wrong = try await browser.post(SignInAction(), ["login": "anna", "password": "x", "to": "/"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("nav pareizs"))
            #expect(!wrong.text.contains("value=\"x\""), "a password is never filled in again")
            let entered = try await browser.post(
                SignInAction(),
                ["login": "anna", "password": World.password, "to": "/users"]
            )
            #expect(entered.target == "/account/second-factor", "the duty comes first")
            browser.session = try #require(entered.secret)
            await #expect(throws: Refusal.self) {
                _ = try await browser.get(UsersPage(places: PageTests.places))
            }
            #expect(try await browser.post(SecondFactorStart(), [:]).target == "/account/second-factor")
            let setUp = try await browser.get(SecondFactorPage())
            let signedIn = try #require(try await world.visited.signedIn(browser.session))
            let totp = try #require(try await SecondFactor(world.desk(signedIn.asker)).waiting())
            #expect(setUp.text.contains(totp.typed))
            #expect(setUp.text.contains("<svg class=\"qr\""))
            #expect(try await browser.post(SecondFactorConfirm(), ["code": "abc"]).status == 422)
            let code = totp.code(step: TOTP.step(world.clock()))
            let codes = try await browser.post(SecondFactorConfirm(), ["code": code])
            #expect(codes.text.components(of: "<li>") == 10)
            _ = try await browser.get(UsersPage(places: PageTests.places))
            #expect(try await browser.post(SignOutAction(), [:]).target == "/sign-in")
            world.pass(.seconds(60))
            let second = try await browser.post(
                SignInAction(),
                ["login": "anna", "password": World.password, "to": "//evil.example"]
            )
            let pending = try #require(second.text.value(of: "pending"))
            let next = totp.code(step: TOTP.step(world.clock()))
            let done = try await browser.post(
                SignInCodeAction(),
                ["pending": pending, "code": next, "to": "//evil.example"]
            )
            #expect(done.secret != nil)
            #expect(done.target == "/", "no link leads to another server")
        }
    }

    @Test(arguments: Engine.available)
    func `an administrator adds, changes, closes and views as`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let session = try #require(outcome.session)
            let browser = Browser(world: world, session: session)
            let places = PageTests.places
            #expect(try await browser.get(UserNewPage(places: places)).status == 200)
            let wrong = try await browser.post(
                UserNewAction(places: places),
                ["login": "Ā", "name": "Jānis", "role": "head", "place": "12"]
            )
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"Jānis\""), "what was typed stays")
            #expect(wrong.text.contains("href=\"#user-login\">Lietotājvārds: "), "the way to the field")
            let bare = try await browser.post(UserNewAction(places: places), [:])
            #expect(bare.text.ranges(of: "class=\"wrong\"").count == 4, "login, name, role and place at once")
            let early = try await browser.post(
                UserNewAction(places: places),
                ["login": "janis", "name": "Jānis", "role": "head", "place": "12", "to": "31.02.2027"]
            )
            #expect(early.status == 422)
            let made = try await browser.post(
                UserNewAction(places: places),
                ["login": "janis", "name": "Jānis", "role": "head", "place": "12", "language": "lv"]
            )
            #expect(made.text.contains("/welcome/"))
            let id = try await world.operated.named("janis").id
            let part = ["account": String(id.rawValue)]
            let list = try await browser.get(UsersPage(places: places))
            #expect(list.text.contains("Iestādes vadītājs – iestāde 12"))
            #expect(list.text.contains("uzaicināts"))
            let page = try await browser.get(UserPage(places: places), parts: part)
            #expect(page.text.contains("iestāde 12"))
            let granted = try await browser.post(
                UserGrantAction(places: places),
                ["role": "teacher", "place": "13"],
                parts: part
            )
            #expect(granted.target == "/users/\(id.rawValue)")
            let misfit = try await browser.post(
                UserGrantAction(places: places),
                ["role": "head", "place": "tenant"],
                parts: part
            )
            #expect(misfit.status == 422)
            let version = try await world.operated.one(id).account.version
            let edited = try await browser.post(
                UserEditAction(places: places),
                ["version": String(version), "name": "Jānis Otrais", "expires": "31.12.2026"],
                parts: part
            )
            #expect(edited.target == "/users/\(id.rawValue)")
            #expect(try await world.operated.one(id).account.expires == Day(2026, 12, 31))
            let role = try #require(try await world.operated.one(id).roles.first { $0.role == "teacher" })
            _ = try await browser.post(
                UserEndRoleAction(places: places),
                ["grant": String(role.id)],
                parts: part
            )
            #expect(try await browser.post(UserLinkAction(places: places), [:], parts: part).status == 200)
            #expect(try await browser.post(UserViewAction(places: places), [:], parts: part).target == "/")
            #expect(try await world.visited.signedIn(session)?.viewing?.id == id)
            #expect(try await browser.post(StopViewingAction(), [:]).target == "/")
            #expect(try await world.visited.signedIn(session)?.viewing == nil)
            _ = try await browser.post(UserStateAction(places: places), ["to": "disabled"], parts: part)
            #expect(try await world.operated.one(id).account.isDisabled)
            let audit = try await browser.get(AuditPage(places: places))
            #expect(audit.text.contains("slēdza kontu"))
            #expect(audit.text.contains("skatīja kā cits lietotājs"))
            let closed = try await browser.get(AuditPage(places: places), query: ["kind": "account.disabled"])
            #expect(closed.text.components(of: "<tr>") == 2, "the head of the table and one record")
        }
    }

    @Test(arguments: Language.allCases)
    func `one's own account and the matrix are shown in both languages`(language: Language) async throws {
        try await withWorld(.sqlite, isDemo: true) { world in
            let id = try await world.add("anna", NewRole("head", in: World.here))
            let outcome = try await world.visited.signIn("anna", World.password, from: World.visitor)
            let session = try #require(outcome.session)
            let other = try #require(
                try await world.visited.signIn("anna", World.password, from: World.visitor).session
            )
            let browser = Browser(world: world, session: session, language: language)
            let account = try await browser.get(AccountPage(places: PageTests.places))
            #expect(account.text.contains(Role.head.words[language]))
            let handle = Hexadecimal.text(other.hash)
            #expect(account.text.contains(handle))
            _ = try await browser.post(EndSessionAction(), ["session": handle])
            #expect(try await world.visited.signedIn(other) == nil)
            let matrix = try await browser.get(MatrixPage())
            for role in Role.all { #expect(matrix.text.contains(role.words[language])) }
            let english = try await browser.post(LanguageAction(), ["language": "en"])
            #expect(english.target == "/account")
            #expect(try await world.operated.one(id).account.language == .en)
            let wrong = try await browser.post(
                PasswordAction(),
                ["old": "x", "new": "lapsa dejo tango", "again": "lapsa dejo tango"]
            )
            #expect(wrong.status == 422)
            let changed = try await browser.post(
                PasswordAction(),
                ["old": World.password, "new": "lapsa dejo tango", "again": "lapsa dejo tango"]
            )
            #expect(changed.target == "/account")
        }
    }

    @Test func `a page of exports lets another person decide`() async throws {
        try await withWorld(.sqlite, isDemo: true, exportCeiling: 1) { world in
            let deputy = try await world.add("viet", NewRole("deputy", in: World.here))
            try await world.add("vad", NewRole("head", in: World.here))
            let persons = [PupilID(rawValue: 1), PupilID(rawValue: 2)]
            let exports = PersonExports(try await world.accounts(of: deputy).desk)
            let asked = try await exports.ask("x/y", persons, in: World.here, reason: "Pārskats padomei")
            guard case .waits(let number) = asked else {
                Issue.record("\(asked)")
                return
            }
            let outcome = try await world.visited.signIn("vad", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let page = try await browser.get(ExportsPage())
            #expect(page.text.contains("Pārskats padomei"))
            _ = try await browser.post(
                ExportDecision(),
                ["decision": "approve"],
                parts: ["export": String(number)]
            )
            let empty = try await browser.get(ExportsPage())
            #expect(empty.text.contains("Neviens eksports negaida"))
        }
    }
}

extension String {
    fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }

    /// The value of a hidden field.
    fileprivate func value(of name: String) -> String? {
        firstRange(of: "name=\"\(name)\" value=\"").map {
            String(self[$0.upperBound...].prefix { $0 != "\"" })
        }
    }
}
