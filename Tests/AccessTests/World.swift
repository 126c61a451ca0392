import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization

/// A board of its own for one test: a database, a clock that the test turns, and the operator's desk.
final class World: Sendable {
    let database: Database
    let tenant: TenantID
    let house = HouseBook([accessRoom])
    private let now: Mutex<Instant>

    static let migrations = [RoomMigrations(room: accessRoom.name, migrations: accessRoom.migrations)]
    /// Monday, 2 November 2026, 10:00 in Riga.
    static let start = Instant(milliseconds: 1_793_606_400_000)

    init(_ database: Database, isDemo: Bool = false, exportCeiling: Int = 50) async throws {
        self.database = database
        now = Mutex(World.start)
        tenant = try await Tenants.create(
            "Parauga pārvalde",
            isDemo: isDemo,
            exportCeiling: exportCeiling,
            at: World.start,
            database
        )
    }

    /// Lets time pass.
    func pass(_ duration: Duration) {
        now.withLock { $0 = $0 + duration }
    }

    var clock: @Sendable () -> Instant {
        { [self] in now.withLock { $0 } }
    }

    var today: Day { clock().day }

    func desk(_ asker: Asker) -> Desk {
        Desk(database: database, tenant: tenant, asker: asker, house: house, clock: clock)
    }

    /// The accounts as the operator of the command line sees them.
    var operated: Accounts { Accounts(desk(Operator.asker(house))) }

    /// The accounts as somebody who has not signed in sees them.
    var visited: Accounts { Accounts(desk(.visitor(.lv))) }

    /// The accounts as an account's owner sees them.
    func accounts(of id: AccountID) async throws -> Accounts {
        guard let asker = try await operated.asker(for: id) else { throw Refusal.noSuchPage }
        return Accounts(desk(asker))
    }

    /// Makes an account with a role and the password of all tests.
    @discardableResult
    func add(_ login: String, _ role: NewRole) async throws -> AccountID {
        var new = NewAccount(login: login, name: "Paraugs \(login)")
        new.password = World.password
        return try await operated.add(new, role).id
    }

    static let password = "zirgs baterija skava"
    /// Little work, so that the tests need not wait for what passwords should cost.
    static let cost = ScryptCost(logN: 6, r: 8, p: 1)
    static let here = Scope(institution: InstitutionID(rawValue: 1))
    static let there = Scope(institution: InstitutionID(rawValue: 2))
    static let visitor = Visitor(address: "192.0.2.7", agent: "Tests")
}

/// Runs a test in a world of its own on one engine.
func withWorld(
    _ engine: Engine,
    isDemo: Bool = false,
    exportCeiling: Int = 50,
    _ body: (World) async throws -> Void
) async throws {
    try await withDatabase(engine, migrations: World.migrations) { database in
        let world = try await World(database, isDemo: isDemo, exportCeiling: exportCeiling)
        try await ScryptCost.$standard.withValue(World.cost) { try await body(world) }
    }
}

extension SignInOutcome {
    /// The session that began, if one did.
    var session: Secret? {
        guard case .signedIn(let secret, _) = self else { return nil }
        return secret
    }

    /// The secret of the second step, if one is asked for.
    var pending: Secret? {
        guard case .secondFactor(let secret) = self else { return nil }
        return secret
    }

    var isRefused: Bool {
        if case .refused = self { return true }
        return false
    }

    var wait: Duration? {
        guard case .wait(let duration) = self else { return nil }
        return duration
    }
}
