import Cases
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

struct AgendaTests {
    private let pedagogue = TeamBoard.pedagogue
    private let teacher = TeamBoard.teacher

    @Test(arguments: Engine.available)
    func `the agenda is put together of signs, reviews and requests, and a person decides`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            try await RequestWork(world.desk.seated(teacher)).ask(PupilID(rawValue: 1), "Kļuvis noslēgts")
            await #expect(throws: FieldErrors.self) {
                try await RequestWork(world.desk.seated(teacher)).ask(PupilID(rawValue: 1), "Vēlreiz")
            }
            await #expect(throws: Refusal.self) {
                try await RequestWork(world.desk.seated(teacher)).ask(PupilID(rawValue: 3), "Cita klase")
            }
            let lines = try await world.proposal(id, pedagogue)
            #expect(lines.map(\.name) == ["Ābols Ansis", "Bērzs Baiba", "Celms Centis"])
            #expect(lines.map(\.reasons) == [[.signal, .request], .signal, .signal])
            // A class teacher proposes of the own class.
            #expect(try await world.proposal(id, teacher).map(\.name) == ["Ābols Ansis", "Bērzs Baiba"])
            // Who works with no pupil of the institution is not offered to put an agenda together.
            for (asker, may) in [(pedagogue, true), (TeamBoard.colleague, true), (TeamBoard.outside, false)] {
                #expect(try await world.seen(id, asker)?.mayGather == may)
            }
            let work = AgendaWork(world.desk.seated(pedagogue))
            #expect(try await work.gather([1, 3, 4], for: id) == 2)
            let seen = try #require(try await world.seen(id, pedagogue))
            #expect(seen.lines.map(\.name) == ["Ābols Ansis", "Celms Centis"])
            #expect(seen.lines[0].requests.map(\.text) == ["Kļuvis noslēgts"])
            let last = try await world.item(3, of: id)
            try await work.move(last, of: id, up: true)
            #expect(
                try await world.seen(id, pedagogue)?.lines.map(\.name) == ["Celms Centis", "Ābols Ansis"]
            )
            try await work.takeOff(try await world.item(1, of: id), of: id)
            #expect(try await world.seen(id, pedagogue)?.lines.map(\.name) == ["Celms Centis"])
            // What was asked waits again, and who was taken off is proposed as such.
            #expect(try await world.proposal(id, pedagogue).first?.reasons == [.signal, .request])
            await #expect(throws: Refusal.self) { try await work.add(PupilID(rawValue: 4), to: id) }
        }
    }

    @Test(arguments: Engine.available)
    func `a request is ticked and first, new signs are behind their classes and not ticked`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            try await RequestWork(world.desk.seated(pedagogue)).ask(PupilID(rawValue: 3), "Kļuvis noslēgts")
            let answer = try await GatherPage().answer(
                PageRequest(parts: ["meeting": "\(id)"]),
                world.desk.seated(pedagogue)
            )
            guard case .page(let content) = answer else {
                Issue.record("no page")
                return
            }
            let body = content.body.string
            #expect(body.matches(of: #/ checked>/#).count == 1)
            let request = try #require(body.firstRange(of: "Celms Centis"))
            let sign = try #require(body.firstRange(of: "Ābols Ansis"))
            #expect(request.lowerBound < sign.lowerBound)
            #expect(body.contains("<summary>8.a: 2\u{a0}izglītojamie</summary>"))
            // The folds are parts of one form, and what was ticked in each is taken.
            let form = ["csrf": ["9"], "pupils": ["3"], "pupils-1": ["1", "2"]]
            #expect(GatherChoices.chosen(in: form) == [1, 2, 3])
        }
    }

    @Test(arguments: Engine.available)
    func `a review of a case is proposed to those who take part`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let opened = try await world.openCase(3)
            try await CaseStage(world.desk).move(
                opened,
                to: 2,
                by: pedagogue,
                on: world.desk.today,
                review: world.desk.today
            )
            let id = try await world.meeting(.bodies)
            // Several institutions meet about cases and requests, not about every new sign.
            #expect(try await world.proposal(id, pedagogue).map(\.reasons) == [.caseReview])
            #expect(try await world.proposal(id, TeamBoard.colleague).isEmpty)
            _ = try await AgendaWork(world.desk.seated(pedagogue)).gather([3], for: id)
            #expect(
                try await world.seen(id, pedagogue)?.lines.first?.reasons.map(\.lv) == ["gadījums jāpārskata"]
            )
            #expect(try await world.seen(id, TeamBoard.colleague)?.lines.first?.reasons.isEmpty == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a meeting is planned by those who work for its institution, and asks the same people again`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let first = try await world.meeting()
            let draft = MeetingWork.Draft(institution: InstitutionID(rawValue: 1), day: world.desk.today + 14)
            let second = try await MeetingWork(world.desk.seated(pedagogue)).plan(draft)
            let people = try await world.seen(second, pedagogue)?.members.map(\.account.rawValue)
            #expect(people == [11, 13, 12, 21])
            for asker in [teacher, TeamBoard.stranger, TeamBoard.outside, TeamBoard.reader] {
                await #expect(throws: Refusal.self) {
                    _ = try await MeetingWork(world.desk.seated(asker)).plan(draft)
                }
            }
            // Who is asked takes no part in leading it.
            await #expect(throws: Refusal.self) {
                try await MeetingWork(world.desk.seated(teacher)).cancel(first, version: 1)
            }
            await #expect(throws: Conflict.self) {
                try await MeetingWork(world.desk.seated(pedagogue)).cancel(first, version: 9)
            }
            try await MeetingWork(world.desk.seated(pedagogue)).cancel(first, version: 1)
            await #expect(throws: Refusal.self) {
                try await AgendaWork(world.desk.seated(pedagogue)).add(PupilID(rawValue: 1), to: first)
            }
            await #expect(throws: FieldErrors.self) {
                try await MeetingWork(world.desk.seated(pedagogue)).hold(second, came: [1], version: 1)
            }
        }
    }
}
