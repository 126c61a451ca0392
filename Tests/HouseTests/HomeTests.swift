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
    private func home(_ role: NewRole, _ test: TestWorld) async throws -> (view: HomeView, text: String) {
        let house = test.world.desk(test.tenant, Operator.asker(test.world.house))
        let login = role.role
        var new = NewAccount(login: login, name: "Paraugs \(login)")
        new.password = TestWorld.password
        new.mustChange = false
        _ = try await Accounts(house, cost: ScryptCost(logN: 10, r: 8, p: 1)).add(new, role)
        let desk = house.seated(try await Accounts(house).asker(login: login))
        let view = try await desk.database.data.read { try HomeView.load(desk, $0) }
        return (view, view.html(.lv).string)
    }

    @Test(arguments: Engine.available)
    func `a partner hears of the one pupil, and of no import`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let last = TestWorld.now.day + 30
            let pupil = Scope(institution: InstitutionID(rawValue: 2), pupil: PupilID(rawValue: 1))
            let partner = try await home(NewRole("partner", in: pupil, to: last), test)
            // Four lessons in January, two in October.
            #expect(partner.text.contains("kavētas stundas"))
            #expect(partner.text.contains("Ozols Jānis, janvārī; oktobrī 2"))
            #expect(!partner.text.contains("importēts"))
            #expect(partner.view.told == [PupilID(rawValue: 1)])
            let head = Scope(institution: InstitutionID(rawValue: 2))
            let other = try await home(NewRole("head", in: head), test)
            #expect(other.text.contains("importēts") && other.view.told.isEmpty)
        }
    }
}
