import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A case whose owner can answer for it no longer: those who lead the work are told, and name another one.
struct OwnerTests {
    private func dues(_ world: BoardWorld, _ asker: Asker, until: Day) async throws -> [Due] {
        let desk = world.desk.seated(asker)
        let reach = asker.reach(.superviseCases, on: desk.today)
        let question = DueQuestion(.within(reach), until: until, at: desk)
        return try await desk.database.data.read { try OwnerDues.dues(question, $0) }
    }

    private func ownerless(_ world: BoardWorld, _ asker: Asker) async throws -> Int {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { try CaseReminders.count(desk, $0).ownerless }
    }

    private func execute(_ world: BoardWorld, _ sql: SQL) async throws {
        _ = try await world.desk.database.data.write { try $0.execute(sql) }
    }

    @Test(arguments: Engine.available)
    func `a case whose owner's account was closed is told of until another owner is named`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (tenant, today) = (world.desk.tenant, world.desk.today)
            let id = try await world.openCase(on: today - 30)
            let before = try await ownerless(world, CaseBoard.head)
            #expect(before == 0)
            #expect(try await world.seen(id, by: CaseBoard.head)?.hasOwner == true)
            try await execute(
                world,
                """
                UPDATE account SET disabled = 1, closed_on = \(today - 3)
                WHERE tenant_id = \(tenant) AND id = \(CaseBoard.pedagogue.account)
                """
            )
            for asker in [CaseBoard.head, CaseBoard.coordinator] {
                let count = try await ownerless(world, asker)
                #expect(count == 1, "\(asker.name)")
                let told = try await dues(world, asker, until: today - 1)
                #expect(told.map(\.code) == ["case-owner-\(id)"], "\(asker.name)")
                #expect(told.first?.day == today - 3)
            }
            // The board hears of it after its own days; whoever works beside the case and another school do not.
            let early = try await dues(world, CaseBoard.coordinator, until: today - 4)
            #expect(early.isEmpty)
            for asker in [CaseBoard.colleague, CaseBoard.stranger] {
                let count = try await ownerless(world, asker)
                #expect(count == 0, "\(asker.name)")
            }
            let list = try await world.get(CasesPage(), query: ["state": "ownerless"], as: CaseBoard.head)
            #expect(list.text.contains("Ābols Ansis") && list.text.contains("nav gadījuma vadītāja"))
            let page = try await world.get(CasePage(), ["case": id], as: CaseBoard.head)
            #expect(page.text.contains("Gadījumam vairs nav vadītāja."))
            let beside = try await world.get(CasePage(), ["case": id], as: CaseBoard.colleague)
            #expect(beside.text.contains("iestādes vadītājam"))
            let version = try await world.version(id)
            try await world.work(CaseBoard.head).give(id, to: CaseBoard.colleague.account, version: version)
            let after = try await ownerless(world, CaseBoard.head)
            #expect(after == 0)
            #expect(try await world.seen(id, by: CaseBoard.colleague)?.hasOwner == true)
            let none = try await dues(world, CaseBoard.head, until: today - 1)
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a role that ended, or is of another school now, leaves the case without an owner`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (tenant, today) = (world.desk.tenant, world.desk.today)
            let owner = CaseBoard.pedagogue.account
            _ = try await world.openCase(on: today - 30)
            try await execute(
                world,
                "UPDATE grant_role SET to_day = \(today) WHERE tenant_id = \(tenant) AND account_id = \(owner)"
            )
            let onLast = try await ownerless(world, CaseBoard.head)
            #expect(onLast == 0, "the last day of a role is a day of it")
            try await execute(
                world,
                "UPDATE grant_role SET to_day = \(today - 1) WHERE tenant_id = \(tenant) AND account_id = \(owner)"
            )
            let told = try await dues(world, CaseBoard.head, until: today)
            #expect(told.map(\.day) == [today])
            try await execute(
                world,
                """
                UPDATE grant_role SET to_day = 0, institution_id = 2
                WHERE tenant_id = \(tenant) AND account_id = \(owner)
                """
            )
            // No day is known of a role that is elsewhere now: the case is told of at once.
            let moved = try await dues(world, CaseBoard.head, until: today - 1)
            #expect(moved.map(\.day) == [today - 1])
            let count = try await ownerless(world, CaseBoard.head)
            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a case that is over needs no owner`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let tenant = world.desk.tenant
            let id = try await world.openCase()
            try await world.move(id, .closed, CaseWork.Move(outcome: .unconfirmed, reason: "Nav"))
            try await execute(
                world,
                """
                UPDATE account SET disabled = 1 WHERE tenant_id = \(tenant) AND id = \(CaseBoard.pedagogue.account)
                """
            )
            let count = try await ownerless(world, CaseBoard.head)
            #expect(count == 0)
        }
    }
}
