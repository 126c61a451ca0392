import Access
import Frame
import Kernel
import Logging
import SekmeTesting
import Storage
import Testing

@testable import House

/// A house with one demo tenant, a clock that stands still, and accounts for tests.
struct TestWorld: Sendable {
    let world: World
    let tenant: TenantID

    static let password = "zirgs-kalns-upe-77"
    /// What the passwords of tests cost: made and tried thousands of times, they guard nobody.
    static let cost = ScryptCost(logN: 6, r: 8, p: 1)
    static let now = Instant(milliseconds: 1_779_000_000_000)

    static func run(
        _ engine: Engine,
        isLong: Bool = false,
        _ body: (TestWorld) async throws -> Void
    ) async throws {
        try await open(engine, isLong: isLong) { world in
            let tenant = try await Tenants.create("Paraugs", isDemo: true, at: now, world.database)
            try await RegistrySeedOfTenant.write(tenant, world)
            try await body(TestWorld(world: world, tenant: tenant))
        }
    }

    /// A house without any tenant.
    ///
    /// `before` is called before its database is opened; one that `isLong` begins before those that wait.
    static func open(
        _ engine: Engine,
        isLong: Bool = false,
        before: (DatabasePlace) -> Void = { _ in },
        _ body: (World) async throws -> Void
    ) async throws {
        try await withPlace(engine, isLong: isLong) { place in
            before(place)
            let world = try await World.open(
                place.address,
                key: .file(place.keyPath),
                today: nil,
                create: true,
                clock: { now }
            )
            do {
                try await ScryptCost.$standard.withValue(cost) { try await body(world) }
            } catch {
                await world.database.close()
                throw error
            }
            await world.database.close()
        }
    }

    /// Makes an account with a role, for the social service where the role names a body and no other is said.
    func account(
        _ login: String,
        _ role: String,
        in scope: Scope = .tenant,
        body: CaseBody = .social
    ) async throws {
        let desk = world.desk(tenant, Operator.asker(world.house))
        var new = NewAccount(login: login, name: "Paraugs \(login)")
        new.password = TestWorld.password
        new.mustChange = false
        _ = try await Accounts(desk).add(
            new,
            NewRole(role, in: scope, body: Role.named(role)?.namesBody == true ? body : nil)
        )
    }

    /// Signs somebody in and lets them act, with the token that their forms carry.
    func act(_ login: String, _ body: @Sendable @escaping (Browser, String) async throws -> Void) async throws
    {
        try await client { client in
            let browser = Browser(client)
            _ = try await browser.signIn(login)
            try await body(browser, Browser.token(in: try await browser.get("/account").text))
        }
    }

    /// The number of somebody's account, as forms send it.
    func number(_ login: String) async throws -> String {
        let tenant = tenant
        let id = try await world.database.data.read {
            try $0.value("SELECT id FROM account WHERE tenant_id = \(tenant) AND login = \(login)", Int.self)
        }
        return String(try #require(id))
    }

    /// Runs requests against the server without a socket.
    func client(_ body: (RouterClient) async throws -> Void) async throws {
        let logger = Logger(label: "test")
        try await body(RouterClient(Serving.server(world, ServeOptions(), logger), logger))
    }
}
