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
            await #expect(throws: FieldErrors("doer", .missingChoice)) {
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
            try await world.work(CaseBoard.social).answer(id, with: .left)
            let after = try await desk.database.data.read { try CaseOwnTasks.load(desk, $0).count }
            #expect(before == 1 && after == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a task of nobody comes back with the question who does it`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let found = CaseActions.all.first { $0.path == "/cases/:case/tasks" }
            let action = try #require(found as? CaseAction)
            let form = ["text": "Apmeklēt ģimeni", "doer": "0", "body": "2", "due": "09.02.2026."]
            let answer = try await world.get(action, ["case": id], form: form, as: CaseBoard.pedagogue)
            #expect(answer.status == 422 && answer.text.contains("id=\"task-doer-error\""))
            #expect(!answer.text.contains("id=\"task-person-error\""))
            #expect(try await world.taskOwners(id).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `open tasks of whoever is put out are nobody's, and what they have done stays theirs`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (social, police) = (CaseBoard.social, CaseBoard.police)
            let id = try await world.openCase()
            try await world.admit(id, social, .social)
            try await world.admit(id, police, .police)
            let owner = world.work(CaseBoard.pedagogue)
            for (asker, text) in [(social, "Izdarīts"), (social, "Atvērts"), (police, "Pārbaudīt")] {
                try await owner.task(id, of: asker.account, due: CaseBoard.today, text)
            }
            let content = try #require(try await world.seen(id, by: CaseBoard.pedagogue))
            let first = try #require(content.tasks.first).task.id
            try await world.work(social).finish(first, of: id, "Apmeklēts")
            let seat = try #require(content.members.first { $0.member.account == social.account }).member.id
            try await owner.revoke(id, seat)
            #expect(try await world.taskOwners(id) == [nil, police.account, social.account])
            // The task itself is as it was written down.
            let after = try #require(try await world.seen(id, by: CaseBoard.pedagogue)?.tasks.first)
            #expect(after.text == "Atvērts" && after.task.person == social.name)
        }
    }

    @Test(arguments: Engine.available)
    func `open tasks of a former owner are the next one's to do, unless they lead the work on the case`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (pedagogue, head, colleague) = (CaseBoard.pedagogue, CaseBoard.head, CaseBoard.colleague)
            let id = try await world.openCase()
            func give(_ next: Asker, by asker: Asker) async throws {
                try await world.work(asker).task(id, of: asker.account, due: CaseBoard.today, asker.name)
                try await world.work(asker).give(id, to: next.account, version: try await world.version(id))
            }
            try await give(colleague, by: pedagogue)
            #expect(try await world.taskOwners(id) == [colleague.account])
            let passed = try #require(try await world.seen(id, by: colleague)?.tasks.first)
            #expect(passed.task.person == colleague.name && passed.text == pedagogue.name)
            try await give(head, by: colleague)
            #expect(try await world.taskOwners(id) == [head.account, head.account])
            try await give(pedagogue, by: head)
            #expect(try await world.taskOwners(id) == [head.account, head.account, head.account])
        }
    }

    @Test(arguments: Engine.available)
    func `dates have a task of one's own for as long as its case is open to its doer`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (social, pedagogue, head) = (CaseBoard.social, CaseBoard.pedagogue, CaseBoard.head)
            let id = try await world.openCase()
            try await world.admit(id, social, .social)
            let last = CaseBoard.today + 60
            let work = world.work(pedagogue)
            try await work.task(id, of: social.account, due: last + 30, "Apmeklēt ģimeni")
            // Who leads the work has no place in the case; a meeting may give them a task of it all the same.
            let new = CaseWork.NewTask(
                text: "Runāt ar pārvaldi",
                person: head.name,
                body: .school,
                owner: head.account,
                due: last + 30
            )
            try await work.task(id, new)
            func dates(_ asker: Asker, on day: Day) async throws -> Int {
                let desk = world.desk(asker, on: day)
                let question = DueQuestion(
                    .own(asker),
                    until: last + 30,
                    today: day,
                    tenant: desk.tenant,
                    measures: desk.house.measures
                )
                return try await desk.database.data.read { try TaskDues.dues(question, $0).count }
            }
            #expect(try await dates(social, on: last) == 1)
            #expect(try await world.seen(id, by: social, on: last) != nil)
            // Nobody takes the task from them that day, and the page is closed.
            #expect(try await dates(social, on: last + 1) == 0)
            #expect(try await world.seen(id, by: social, on: last + 1) == nil)
            for day in [last, last + 1] {
                #expect(try await dates(pedagogue, on: day) == 2)
                #expect(try await dates(head, on: day) == 1)
                #expect(try await dates(CaseBoard.stranger, on: day) == 0)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a task is over only with what came of it`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let work = world.work(CaseBoard.pedagogue)
            try await work.task(
                id,
                CaseWork.NewTask(
                    text: "Runāt ar māti",
                    person: "Audzinātājs",
                    body: .school,
                    due: CaseBoard.today + 7
                )
            )
            let task = try #require(try await world.seen(id, by: CaseBoard.pedagogue)?.tasks.first)
            #expect(task.text == "Runāt ar māti" && task.task.done == nil)
            await #expect(throws: FieldErrors("outcome", .missingAnswer)) {
                try await work.finish(task.task.id, of: id, "")
            }
            try await work.finish(task.task.id, of: id, "Vienojās")
            let done = try #require(try await world.seen(id, by: CaseBoard.pedagogue)?.tasks.first)
            #expect(done.outcome == "Vienojās" && done.task.done == CaseBoard.today)
            await #expect(throws: Refusal.self) { try await work.finish(task.task.id, of: id, "Vēlreiz") }
        }
    }
}
