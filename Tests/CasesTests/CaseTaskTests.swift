import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

@Suite struct CaseTaskTests {
    @Test(arguments: Engine.available)
    func `a task is given to those who take part, and stands on their own list`(_ engine: Engine) async throws
    {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social)
            let owner = world.work(CaseBoard.pedagogue)
            let due = CaseBoard.today + 7
            func own(_ asker: Asker) async throws -> [CaseOwnTasks] {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read { try CaseOwnTasks.load(desk, $0) }
            }
            try await owner.task(id, of: CaseBoard.social.account, due: due, "Apmeklēt ģimeni")
            let task = try #require(try await own(CaseBoard.social).first)
            #expect(task.text == "Apmeklēt ģimeni" && task.due == due && task.body == .social)
            #expect(try await own(CaseBoard.pedagogue).isEmpty)
            // The police were not invited: a task that its doer could not read would be nobody's.
            await #expect(throws: FieldErrors("doer", .missingAnswer)) {
                try await owner.task(id, of: CaseBoard.police.account, due: due, "Pārbaudīt")
            }
            try await world.work(CaseBoard.social).finish(task.id, of: id, "Apmeklēts")
            #expect(try await own(CaseBoard.social).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever stopped taking part has no task of the case left`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social)
            let owner = world.work(CaseBoard.pedagogue)
            try await owner.task(id, of: CaseBoard.social.account, due: CaseBoard.today, "Apmeklēt ģimeni")
            let desk = world.desk.seated(CaseBoard.social)
            let before = try await desk.database.data.read { try CaseOwnTasks.load(desk, $0).count }
            try await world.work(CaseBoard.social).answer(id, with: .handedOver)
            let after = try await desk.database.data.read { try CaseOwnTasks.load(desk, $0).count }
            #expect(before == 1 && after == 0)
        }
    }
}
