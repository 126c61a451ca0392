import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Annual reports that everybody reads, and those that nobody without an account does.
struct OpenAnnualTests {
    /// Somebody who did not sign in.
    private static let visitor = Asker(account: AccountID(rawValue: 0), name: "", language: .lv, grants: [])

    private func page(_ world: BoardWorld, _ id: Int) async throws -> String {
        try await world.get(OpenAnnualPage(maker: .init()), ["report": id], as: OpenAnnualTests.visitor).body
            .string
    }

    private func list(_ world: BoardWorld) async throws -> String {
        try await world.get(OpenAnnualList(), as: OpenAnnualTests.visitor).body.string
    }

    /// Whether the page of signing in leads to the list.
    private func isOffered(_ world: BoardWorld) async throws -> Bool {
        let tenant = world.desk.tenant
        return try await world.desk.database.data.read { try OpenAnnualDoor.isOpen(tenant, $0) }
    }

    @Test(arguments: Engine.available)
    func `nobody without an account reads a report before it is opened, or after it is closed`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve, .freeze])
            await #expect(throws: Refusal.noSuchPage) { _ = try await page(world, id) }
            try await world.move(id, .publish)
            await #expect(throws: Refusal.noSuchPage) { _ = try await page(world, id) }
            // Nothing says that there are reports before one is open.
            await #expect(throws: Refusal.noSuchPage) { _ = try await list(world) }
            let before = try await isOffered(world)
            #expect(!before)
            try await world.move(id, .open)
            let read = try await page(world, id)
            #expect(read.contains("Gads bija mierīgs.") && !read.contains("name=\"move\""))
            #expect(!read.contains("/planning/"))
            let now = try await list(world)
            #expect(now.contains("/public/annual/\(id)") && now.contains("Mazā programma"))
            let offered = try await isOffered(world)
            #expect(offered)
            let inside = try await world.get(AnnualPage(maker: .init()), ["report": id]).body.string
            #expect(inside.contains("href=\"/public/annual/\(id)\""))
            try await world.move(id, .close)
            await #expect(throws: Refusal.noSuchPage) { _ = try await page(world, id) }
            await #expect(throws: Refusal.noSuchPage) { _ = try await list(world) }
            let after = try await world.get(AnnualPage(maker: .init()), ["report": id]).body.string
            #expect(!after.contains("/public/annual"))
            try await world.move(id, .open)
            try await world.move(id, .withdraw)
            await #expect(throws: Refusal.noSuchPage) { _ = try await page(world, id) }
            // Published again it is not open by itself.
            try await world.move(id, .publish)
            await #expect(throws: Refusal.noSuchPage) { _ = try await page(world, id) }
        }
    }

    @Test(arguments: Engine.available)
    func `what everybody reads are the frozen figures`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve, .freeze, .publish, .open])
            let frozen = try await world.found(id).content
            try await world.hold("1.1", 2, "21.11.2024.", people: "9")
            let desk = world.desk.seated(OpenAnnualTests.visitor)
            let open = try await AnnualDesk(desk: desk).open(id)
            #expect(open.content == frozen)
            #expect(open.plan.activities.isEmpty && open.plan.tasks.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `who edits a programme opens its report only with the right to`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve, .freeze, .publish])
            let editor = BoardWorld.asker([.seePlans, .editPlans])
            await #expect(throws: Refusal.self) { try await world.move(id, .open, as: editor) }
            let offered = try await world.get(AnnualPage(maker: .init()), ["report": id], as: editor).body
                .string
            #expect(!offered.contains("value=\"open\"") && offered.contains("value=\"withdraw\""))
            let publisher = BoardWorld.asker([.seePlans, .editPlans, .publishPlans])
            try await world.move(id, .open, as: publisher)
            let opened = try await world.get(AnnualPage(maker: .init()), ["report": id], as: publisher).body
                .string
            #expect(opened.contains("value=\"close\"") && !opened.contains("value=\"open\""))
        }
    }
}
