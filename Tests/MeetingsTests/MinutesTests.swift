import Access
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases
@testable import Meetings

struct MinutesTests {
    private let pedagogue = TeamBoard.pedagogue
    private let colleague = TeamBoard.colleague
    private let teacher = TeamBoard.teacher

    /// A meeting that is held, about a pupil without a case, one with a case, and one of another class.
    private func withMeeting(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await TeamBoard.with(engine) { world in
            _ = try await world.openCase(2)
            let id = try await world.meeting()
            // Whose case was opened has no new sign, and is put on the agenda by hand.
            let agenda = AgendaWork(world.desk.seated(pedagogue))
            #expect(try await agenda.gather([1, 2, 3], for: id) == 2)
            try await agenda.add(PupilID(rawValue: 2), to: id)
            let work = MinutesWork(world.desk.seated(pedagogue))
            await #expect(throws: Refusal.self) {
                try await work.note(try await world.item(1, of: id), of: id, level: 0, "Par agru")
            }
            try await world.hold(id)
            for pupil in [1, 3] {
                try await work.note(try await world.item(pupil, of: id), of: id, level: 0, "Sacīts-\(pupil)")
            }
            let ofCase = try await world.item(2, of: id)
            try await work.note(ofCase, of: id, level: 1, "Komandai-2")
            try await work.note(ofCase, of: id, level: 2, "Slēgts-2")
            try await body(world, id)
        }
    }

    @Test func `what was written of a pupil is counted in words that agree with the numbers`() {
        #expect(MeetingView.written(1, 1).lv == "1\u{a0}piezīme, 1\u{a0}lēmums")
        #expect(MeetingView.written(2, 0).lv == "2\u{a0}piezīmes")
        #expect(MeetingView.written(0, 11).en == "11\u{a0}decisions")
    }

    @Test(arguments: Engine.available)
    func `each reads of whom they work with, and a restricted note is in no paper of the meeting`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let words = ["Sacīts-1", "Sacīts-3", "Komandai-2", "Slēgts-2", "Ābols", "Bērzs", "Celms"]
            func read(_ asker: Asker) async throws -> Set<String> {
                let text = try await world.papers(id, asker)
                return Set(words.filter { text.contains($0) })
            }
            #expect(
                try await read(pedagogue) == [
                    "Sacīts-1", "Sacīts-3", "Komandai-2", "Ābols", "Bērzs", "Celms",
                ]
            )
            // What is in the case is for those who take part in it.
            #expect(try await read(colleague) == ["Sacīts-1", "Sacīts-3", "Ābols", "Bērzs", "Celms"])
            #expect(try await read(teacher) == ["Sacīts-1", "Ābols", "Bērzs"])
            #expect(try await read(TeamBoard.outside) == [])
            #expect(try await world.seen(id, TeamBoard.outside)?.lines.count == 3)
            #expect(try await world.seen(id, TeamBoard.outside)?.persons == [])
            #expect(try await world.seen(id, TeamBoard.stranger) == nil)
            #expect(try await world.seen(id, TeamBoard.reader) == nil)
            // Supervisors of the board lead every meeting, and read of a case what its own page shows them for the team.
            #expect(try await read(TeamBoard.coordinator).contains("Slēgts-2") == false)
            // The case itself has both notes.
            let levels = try await world.count("case_note")
            #expect(levels == 2)
        }
    }

    @Test(arguments: Engine.available)
    func
        `each sheet says who printed it, and minutes that name no pupil to their reader say that they name people`(
            _ engine: Engine
        ) async throws
    {
        try await withMeeting(engine) { world, id in
            let papers = try await world.papers(id, pedagogue)
            #expect(papers.ranges(of: "<p class=\"legend on-paper\">").count == 3)
            #expect(papers.ranges(of: "Satur personas datus").count == 3)
            let answer = try await MeetingPage(.minutes).answer(
                PageRequest(parts: ["meeting": "\(id)"]),
                world.desk.seated(TeamBoard.outside)
            )
            guard case .page(let content) = answer else {
                Issue.record("the minutes are no page")
                return
            }
            #expect(content.persons == [] && content.holdsPersons)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody writes of a case that is not theirs, or of a pupil they do not work with`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let ofCase = try await world.item(2, of: id)
            await #expect(throws: Refusal.self) {
                try await MinutesWork(world.desk.seated(colleague)).note(ofCase, of: id, level: 1, "Nedrīkst")
            }
            let other = try await world.item(3, of: id)
            for asker in [teacher, TeamBoard.outside, TeamBoard.stranger, TeamBoard.reader] {
                await #expect(throws: Refusal.self) {
                    try await MinutesWork(world.desk.seated(asker)).note(other, of: id, level: 1, "Nedrīkst")
                }
            }
            // An item of another meeting is none of this one.
            let second = try await world.meeting()
            await #expect(throws: Refusal.self) {
                try await MinutesWork(world.desk.seated(pedagogue)).note(other, of: second, level: 0, "Cita")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a decision is a task of somebody who can read it, over only with an outcome`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let members = try #require(try await world.seen(id, pedagogue)).members
            func decide(_ pupil: Int, _ account: Int?, person: String = "") async throws {
                let member = members.first { $0.account.rawValue == account }?.id
                let decision = MinutesWork.Decision(
                    text: "Zvanīt-\(pupil)",
                    member: member,
                    person: person,
                    body: .police,
                    due: world.desk.today + 7
                )
                try await MinutesWork(world.desk.seated(pedagogue))
                    .decide(decision, try await world.item(pupil, of: id), of: id)
            }
            try await decide(1, 13)
            try await decide(3, nil, person: "Paraugs Policists")
            // The class teacher of another class, and who is not in the case, would not see it.
            for (pupil, account) in [(3, 13), (2, 12), (1, 21)] {
                await #expect(throws: FieldErrors.self) { try await decide(pupil, account) }
            }
            await #expect(throws: FieldErrors.self) { try await decide(3, nil) }
            let bare = MinutesWork.Decision(
                text: "",
                member: nil,
                person: "",
                body: nil,
                due: world.desk.today
            )
            let item = try await world.item(3, of: id)
            let missing = await #expect(throws: FieldErrors.self) {
                try await MinutesWork(world.desk.seated(pedagogue)).decide(bare, item, of: id)
            }
            #expect(missing?.byField.keys.sorted() == ["body", "doer", "text"], "all in one round")
            try await decide(2, 11)
            func own(_ asker: Asker) async throws -> [OwnTasks] {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read { try OwnTasks.load(desk, $0) }
            }
            let task = try #require(try await own(teacher).first)
            #expect(task.task.text == "Zvanīt-1" && task.name == "Ābols Ansis")
            await #expect(throws: FieldErrors.self) {
                try await MinutesWork(world.desk.seated(teacher)).finish(task.task.id, "")
            }
            try await MinutesWork(world.desk.seated(teacher)).finish(task.task.id, "Sarunāts")
            #expect(try await own(teacher).isEmpty)
            // A task of a case is the case's own, and done for both.
            let ofCase = try #require(try await own(pedagogue).first)
            #expect(try await world.count("case_task") == 1)
            for asker in [colleague, TeamBoard.outside, TeamBoard.stranger] {
                await #expect(throws: Refusal.self) {
                    try await MinutesWork(world.desk.seated(asker)).finish(ofCase.task.id, "Nedrīkst")
                }
            }
            try await MinutesWork(world.desk.seated(pedagogue)).finish(ofCase.task.id, "Izdarīts")
            #expect(try await own(pedagogue).isEmpty)
            let desk = world.desk.seated(colleague)
            let waiting = try await desk.database.data.read { try MeetingReminders.count(desk, $0) }
            #expect(waiting.tasks == 0 && waiting.late == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a decision about a pupil with a case is its doer's for as long as the case says so`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let (outside, day) = (TeamBoard.outside, world.desk.today)
            let guest = CaseStage.Guest(outside, body: 2, answer: 2, after: 0, purpose: "Atbalsts")
            try await CaseStage(world.desk).invite(guest, to: 1, by: pedagogue, on: day, until: day)
            let members = try #require(try await world.seen(id, pedagogue)).members
            let decision = MinutesWork.Decision(
                text: "Apmeklēt ģimeni",
                member: members.first { $0.account == outside.account }?.id,
                person: "",
                body: .social,
                due: day + 7
            )
            try await MinutesWork(world.desk.seated(pedagogue))
                .decide(decision, try await world.item(2, of: id), of: id)
            let desk = world.desk.seated(outside)
            func own() async throws -> [OwnTasks] {
                try await desk.database.data.read { try OwnTasks.load(desk, $0) }
            }
            let task = try #require(try await own().first)
            // It is told once, as a task of the meeting.
            #expect(task.task.text == "Apmeklēt ģimeni" && task.caseID == nil)
            #expect(try await own().count == 1)
            try await CaseWork(desk).answer(1, with: .left)
            #expect(try await own().isEmpty)
            // Who leads the meeting sees it still, with the name that was written down.
            let tasks = try #require(try await world.seen(id, pedagogue)).lines.flatMap(\.tasks)
            #expect(tasks.map(\.text) == ["Apmeklēt ģimeni"])
            #expect(tasks.map(\.person) == [outside.name])
        }
    }

    @Test(arguments: Engine.available)
    func `a note taken back is shown no more, and stays with who took it back and when`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let item = try await world.item(1, of: id)
            let note = try #require(try await world.seen(id, pedagogue)?.lines.first?.notes.first)
            // It is its author's alone.
            await #expect(throws: Refusal.self) {
                try await MinutesWork(world.desk.seated(colleague)).takeBack(note.id, item, of: id)
            }
            let minutes = MinutesWork(world.desk.seated(pedagogue))
            try await minutes.takeBack(note.id, item, of: id)
            #expect(try await world.seen(id, pedagogue)?.lines.first?.notes.isEmpty == true)
            let papers = try await world.papers(id, pedagogue)
            #expect(!papers.contains("Sacīts-1") && papers.contains("Sacīts-3"))
            let (tenant, database) = (world.desk.tenant, world.desk.database)
            let kept = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT is_undone, undone_at, undone_by FROM meeting_note
                    WHERE tenant_id = \(tenant) AND id = \(note.id)
                    """,
                    Int.self,
                    Int.self,
                    String.self
                )
            }
            #expect(kept.count == 1)
            let row = try #require(kept.first)
            #expect(row.0 == 1 && row.1 == world.desk.clock().milliseconds && row.2 == pedagogue.name)
            let records = try await AuditTrail.list(tenant, AuditFilter(), database)
            #expect(
                records.contains {
                    $0.what == "meeting \(id) note \(note.id) undone" && $0.account == pedagogue.account
                }
            )
            await #expect(throws: Refusal.self) { try await minutes.takeBack(note.id, item, of: id) }
        }
    }

    @Test(arguments: Engine.available)
    func `approved minutes are frozen and take additions, and who opens them is on record`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let work = MeetingWork(world.desk.seated(pedagogue))
            try await work.general(id, "Citi-jautājumi", version: try await world.version(id))
            try await work.approve(id, version: try await world.version(id))
            let minutes = MinutesWork(world.desk.seated(pedagogue))
            let item = try await world.item(1, of: id)
            let note = try #require(try await world.seen(id, pedagogue)?.lines.first?.notes.first)
            await #expect(throws: Refusal.self) { try await minutes.takeBack(note.id, item, of: id) }
            await #expect(throws: Refusal.self) {
                try await work.general(id, "Vēlāk", version: try await world.version(id))
            }
            await #expect(throws: Refusal.self) {
                try await AgendaWork(world.desk.seated(pedagogue)).takeOff(item, of: id)
            }
            try await work.addition(id, "Papildus-vispār")
            try await minutes.note(item, of: id, level: 0, "Papildus-1")
            let seen = try #require(try await world.seen(id, colleague))
            #expect(seen.additions.map(\.text) == ["Papildus-vispār"])
            #expect(seen.lines[0].notes.map(\.isAddition) == [false, true])
            // Opened by one who takes part in the case, and by one who sees no name.
            _ = try await world.papers(id, pedagogue)
            _ = try await world.papers(id, TeamBoard.outside)
            let records = try await AuditTrail.list(world.desk.tenant, AuditFilter(), world.desk.database)
            let looks = records
            #expect(
                looks.contains {
                    $0.what == "meeting \(id) minutes" && $0.account == TeamBoard.outside.account
                }
            )
            #expect(looks.contains { $0.what == "case 1 meeting" && $0.account == pedagogue.account })
        }
    }

    @Test(arguments: Engine.available)
    func `the sheets have the pupil's own two, and for others what their case gives`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            func sheet(_ pupil: Int, _ asker: Asker) async throws -> String? {
                let parts = ["meeting": "\(id)", "item": "\(try await world.item(pupil, of: id))"]
                do {
                    let answer = try await SheetPage(isOfOne: true)
                        .answer(PageRequest(parts: parts), world.desk.seated(asker))
                    if case .page(let content) = answer { return content.body.string }
                    return nil
                } catch let refusal as Refusal where refusal.kind == .unknown {
                    return nil
                }
            }
            let own = try #require(try await sheet(2, pedagogue))
            #expect(own.contains("Komandai-2") && !own.contains("Slēgts-2") && own.contains("Pa gadiem"))
            let beside = try #require(try await sheet(2, colleague))
            #expect(!beside.contains("Komandai-2") && beside.contains(pedagogue.name))
            #expect(try await sheet(3, teacher) == nil)
            #expect(try await sheet(2, TeamBoard.outside) == nil)
            let guest = CaseStage.Guest(TeamBoard.outside, body: 2, answer: 2, after: 0, purpose: "Atbalsts")
            let day = world.desk.today
            try await CaseStage(world.desk).invite(guest, to: 1, by: pedagogue, on: day, until: day)
            let outside = try #require(try await sheet(2, TeamBoard.outside))
            #expect(
                outside.contains("Komandai-2") && !outside.contains("Pa gadiem") && !outside.contains("24")
            )
        }
    }
}
