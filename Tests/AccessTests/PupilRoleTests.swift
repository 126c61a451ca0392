import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Access

/// A role for one pupil, seen by those who keep accounts.
struct PupilRoleTests {
    private static let places = NumberedPlaces()
    private static let pupil = Scope(
        institution: InstitutionID(rawValue: 1),
        pupil: PupilID(rawValue: 77)
    )

    @Test(arguments: Engine.available)
    func `an administrator is told the institution, not whose role it is`(engine: Engine) async throws {
        try await withWorld(engine, isDemo: true) { world in
            try await world.add("adm", NewRole("administrator", in: .tenant))
            let outcome = try await world.visited.signIn("adm", World.password, from: World.visitor)
            let browser = Browser(world: world, session: try #require(outcome.session))
            let id = try await world.add("aina", NewRole("reader", in: World.here))
            // Nothing is known here of pupils, so that none could be given a role by the way of pages.
            let tenant = world.tenant
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE grant_role SET role = 'partner', pupil_id = 77, to_day = \(world.today + 30)
                    WHERE tenant_id = \(tenant) AND account_id = \(id)
                    """
                )
            }
            let list = try await browser.get(UsersPage(places: Self.places)).text
            let page = try await browser.get(
                UserPage(places: Self.places),
                parts: ["account": String(id.rawValue)]
            ).text
            for text in [list, page] {
                #expect(text.contains("iestāde 1, viens izglītojamais"))
                #expect(!text.contains("izglītojamais 77"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who reads pupils there is told the name, and elsewhere not`(engine: Engine) async throws {
        try await withWorld(engine) { world in
            var names: [String] = []
            for (number, place) in [World.here, World.there].enumerated() {
                let id = try await world.add("vad\(number)", NewRole("head", in: place))
                let desk = world.desk(try #require(try await world.operated.asker(for: id)))
                let name = try await world.database.data.read { connection in
                    try Self.places.name(Self.pupil, for: desk, connection)
                }
                names.append(name.lv)
            }
            #expect(names == ["izglītojamais 77", "iestāde 1, viens izglītojamais"])
        }
    }
}
