import Access
import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import House

/// What home tells to whom.
struct HomeTests {
    private func seat(_ role: NewRole, _ test: TestWorld) async throws -> Desk {
        let house = test.world.desk(test.tenant, Operator.asker(test.world.house))
        let login = role.role
        var new = NewAccount(login: login, name: "Paraugs \(login)")
        new.password = TestWorld.password
        new.mustChange = false
        _ = try await Accounts(house, cost: ScryptCost(logN: 10, r: 8, p: 1)).add(new, role)
        return house.seated(try await Accounts(house).asker(login: login))
    }

    private func home(_ desk: Desk) async throws -> String {
        try await desk.database.data.read { try HomeView.load(desk, $0) }.html(.lv).string
    }

    /// Two lessons in October and four in January are known of the pupil, and no case has invited the partner.
    @Test(arguments: Engine.available)
    func `a partner hears nothing of the pupil, and opens no page but those of cases`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let last = TestWorld.now.day + 30
            let pupil = Scope(institution: InstitutionID(rawValue: 2), pupil: PupilID(rawValue: 1))
            let desk = try await seat(NewRole("partner", in: pupil, to: last), test)
            let text = try await home(desk)
            #expect(!text.contains("Ozols") && !text.contains("kavēta") && !text.contains("importēts"))
            let open = sekme.allPages.map { $0.permission }.filter { permission in
                permission.reach == .pupils && !desk.asker.reach(permission, on: desk.today).isEmpty
            }
            #expect(Set(open) == [.joinCases])
            try await test.act("partner") { browser, _ in
                for path in ["/pupils/1", "/pupils/1/signals", "/pupils/1/cases", "/cases/find"] {
                    let answer = try await browser.get(path)
                    #expect(!answer.text.contains("Ozols"), "\(path)")
                }
                #expect(try await browser.get("/pupils/1").status >= 400)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a head hears of imports`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let head = Scope(institution: InstitutionID(rawValue: 2))
            #expect(try await home(try await seat(NewRole("head", in: head), test)).contains("importēts"))
        }
    }
}
