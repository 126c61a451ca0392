import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// A board in which three pupils are over the limit, counted by hand.
enum DutyBoard {
    static let worker: Set<Permission> = [.readFigures, .readPupils, .readSignals, .workSignals]
    static let year = RiskBoard.year

    static func asker(_ institution: Int, _ permissions: Set<Permission> = worker) -> Asker {
        BoardWorld.asker(permissions, in: Scope(institution: InstitutionID(rawValue: institution)))
    }

    /// Runs the body with three pupils over the limit.
    ///
    /// Pupil 1 has 12 and 9 lessons, pupil 2 has 20, which the limit allows, pupil 3 twice 15 in the first term, pupil 4
    /// has 13 and 12. Of pupil 1 two steps are recorded, of pupil 4 all six.
    static func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 9),
                ("Ozolu skola", "8.a", "K2", "2026-01-12", "nn", 20),
                ("Ozolu skola", "8.b", "K3", "2025-10-03", "nn", 15),
                ("Ozolu skola", "8.b", "K3", "2025-10-06", "nn", 15),
                ("Liepu skola", "8.a", "K4", "2026-01-19", "nn", 13),
                ("Liepu skola", "8.a", "K4", "2026-01-20", "nn", 12),
            ])
            try await world.record(1, "contact", "13.01.2026.", note: "Māte nezināja.")
            try await world.record(1, "talk", "15.01.2026.")
            for (step, day) in [("contact", 20), ("talk", 21), ("meeting", 27)] {
                try await world.record(4, step, "\(day).01.2026.")
            }
            for (step, day) in [("board", 28), ("register", 29), ("commission", 30)] {
                try await world.record(4, step, "\(day).01.2026.", reference: "1-2/\(day)")
            }
            try await body(world)
        }
    }
}

extension BoardWorld {
    func record(
        _ pupil: Int,
        _ step: String,
        _ day: String,
        term: Int = 2,
        reference: String = "",
        note: String = "",
        as asker: Asker? = nil
    ) async throws {
        let typed = ["step": step, "day": day, "reference": reference, "note": note]
        let draft = try DutyWork.draft(typed, DutyBoard.year, term, today: desk.today)
        try await DutyWork(desk: desk.seated(asker ?? desk.asker)).record(draft, of: PupilID(rawValue: pupil))
    }

    func duties(
        _ asker: Asker? = nil,
        term: Int? = nil,
        pupil: Int? = nil,
        on day: Day = RiskBoard.today
    ) async throws -> [DutyCase] {
        let desk = desk(on: day, asker)
        return try await desk.database.data.read { connection in
            var asked = DutyBook.Asked(
                year: DutyBoard.year,
                term: term,
                reach: desk.asker.reach(.readSignals, on: desk.today)
            )
            asked.pupil = pupil.map { PupilID(rawValue: $0) }
            return try DutyBook.load(asked, desk.house.measures, today: desk.today, desk.tenant, connection)
                .cases
        }
    }

    func dutyPupil(_ pupil: Int, _ asker: Asker? = nil) async throws -> DutyPupil {
        let desk = desk.seated(asker ?? desk.asker)
        let found = try await desk.database.data.read {
            try DutyPupil.load(PupilID(rawValue: pupil), desk, $0)
        }
        return try #require(found)
    }
}

struct DutyTests {
    @Test(arguments: Engine.available)
    func `who is over the limit, when it was passed, and what comes next, is as counted by hand`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let duties = try await world.duties()
            #expect(duties.map(\.pupil.rawValue).sorted() == [1, 3, 4])
            let one = try #require(duties.first { $0.pupil.rawValue == 1 })
            #expect(
                one.missed == DutyAmount(count: 21, unit: .lessons) && one.passed == Day(2026, 1, 13)
                    && one.term == 2
            )
            #expect(one.reached?.step == .talk && one.next?.step == .meeting)
            // The meeting is due within seven days after the talk.
            #expect(one.due == Day(2026, 1, 22) && one.standing(on: RiskBoard.today) == .late)
            #expect(one.standing(on: try #require(Day(2026, 1, 22))) == .waiting)
            let three = try #require(duties.first { $0.pupil.rawValue == 3 })
            #expect(three.reached == nil && three.next?.step == .contact && three.term == 1)
            #expect(three.standing(on: RiskBoard.today) == .untouched)
            #expect(three.passed == Day(2025, 10, 6) && three.due == Day(2025, 10, 6))
            let four = try #require(duties.first { $0.pupil.rawValue == 4 })
            #expect(four.next == nil && four.standing(on: RiskBoard.today) == .done)
            #expect(four.reachedEntry?.reference == "1-2/30")
            #expect(try await world.duties(DutyBoard.asker(2)).map(\.pupil.rawValue) == [4])
            #expect(try await world.duties(term: 1).map(\.pupil.rawValue) == [3])
            let waiting = try await world.desk.database.data.read { [desk = world.desk] in
                try AbsenceDuty.waiting(desk, $0)
            }
            #expect(waiting?.untouched == 1 && waiting?.late == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `parents contacted before the limit was passed leave the next step its days after it`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            try await world.record(2, "contact", "12.01.2026.")
            try await world.lessons([("Ozolu skola", "8.a", "K2", "2026-01-19", "nn", 1)])
            let duty = try #require(try await world.duties(pupil: 2).first)
            #expect(duty.reached?.step == .contact && duty.next?.step == .talk)
            #expect(duty.passed == Day(2026, 1, 19) && duty.due == Day(2026, 1, 22))
        }
    }

    @Test(arguments: Engine.available)
    func `the report has the numbers counted by hand, and names only for those who work with the pupils`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let selection = Selection(year: DutyBoard.year)
            let document = try await world.answer("prevention/absence-duty", selection)
            #expect(
                document.sections[0].columns.map(\.code) == [
                    "institution", "over", "contact", "talk", "meeting", "board", "register", "commission",
                ]
            )
            #expect(
                document.sections[0].figures == [
                    "Ozolu skola": [2, 1, 1, 0, 0, 0, 0], "Liepu skola": [1, 1, 1, 1, 1, 1, 1],
                ]
            )
            #expect(document.sections[0].total?.numbers == [3, 2, 2, 1, 1, 1, 1])
            // The numbers of home: pupil 3 is untouched, the next step of pupil 1 is late.
            #expect(
                document.finding?.lv
                    == "Virs robežas: 3; nekas nav pierakstīts: 1; kavējas nākamais solis: 1."
            )
            #expect(
                document.sections[1].columns.map(\.code) == [
                    "pupil", "institution", "class", "step", "step_day", "next", "due", "term", "unexcused",
                    "passed", "days",
                ]
            )
            #expect(document.sections[1].caption?.lv.contains("vairāk nekā 20") == true)
            #expect(document.ownNumbers(made: false).isEmpty)
            #expect(document.ownNumbers(made: true) == ["pupils.term", "pupils.unexcused", "pupils.days"])
            let pupils = document.sections[1]
            #expect(pupils.rows.flatMap(\.persons).map(\.rawValue).sorted() == [1, 3, 4])
            let one = try #require(pupils.rows.first { $0.persons == [PupilID(rawValue: 1)] })
            // Term 2, 21 lessons, 18 days since the talk.
            #expect(one.numbers == [2, 21, 18])
            let own = try await world.answer("prevention/absence-duty", selection, DutyBoard.asker(2))
            #expect(own.sections[1].rows.flatMap(\.persons).map(\.rawValue) == [4])
            let reader = BoardWorld.asker([.readFigures])
            let outside = try await world.answer("prevention/absence-duty", selection, reader)
            #expect(outside.sections.count == 1 && outside.finding == nil)
            // Three pupils are too few to be told of.
            #expect(outside.sections[0].total?.numbers.first == .some(nil))
            #expect(outside.sections[0].rows.flatMap(\.numbers).allSatisfy { $0 == nil || $0 == 0 })
        }
    }

    @Test(arguments: Engine.available)
    func `a wrong entry is taken back once, counts no more, and stays in the history`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let entry = try #require(try await world.dutyPupil(1).entries.first { $0.step == .talk })
            let work = DutyWork(desk: world.desk.seated(DutyBoard.asker(1)))
            try await work.undo(entry.id, of: entry.pupil, version: entry.version)
            await #expect(throws: Conflict.self) {
                try await work.undo(entry.id, of: entry.pupil, version: entry.version)
            }
            let data = try await world.dutyPupil(1)
            #expect(data.duty(2)?.reached?.step == .contact && data.duty(2)?.due == Day(2026, 1, 16))
            #expect(data.entries.count == 2 && data.entries.compactMap(\.undoneBy) == ["Test"])
            let document = try await world.answer("prevention/absence-duty", Selection(year: DutyBoard.year))
            #expect(document.sections[0].total?.numbers == [3, 2, 1, 1, 1, 1, 1])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `what cannot be recorded is told beside its field`(_ engine: Engine) async throws {
        try await DutyBoard.with(engine) { world in
            for (step, day, field) in [
                ("board", "01.02.2026.", "reference"), ("talk", "03.02.2026.", "day"),
                ("talk", "01.08.2025.", "day"),
                ("talk", "", "day"), ("other-1", "01.02.2026.", "step"), ("", "01.02.2026.", "step"),
            ] {
                do {
                    try await world.record(1, step, day)
                    Issue.record("\(step) \(day) was kept")
                } catch let errors as FieldErrors {
                    #expect(errors.byField.keys.first == field, "\(step) \(day)")
                }
            }
            let errors = await #expect(throws: FieldErrors.self) {
                let typed = ["step": "board", "day": "03.02.2026.", "cause": "laziness"]
                try await DutyWork(desk: world.desk)
                    .record(typed, DutyBoard.year, 2, of: PupilID(rawValue: 1))
            }
            #expect(errors?.byField.keys.sorted() == ["cause", "day", "reference"], "all in one round")
            let typed = ["step": "board", "day": "01.02.2026.", "year": "2025/2026", "term": "2"]
            let request = PageRequest(parts: ["pupil": "1"], form: typed.mapValues { [$0] })
            guard case .page(let page) = try await DutyRecordAction().answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            #expect(page.status == 422)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody records or reads of pupils they do not work with, and notes lie sealed`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            await #expect(throws: Refusal.self) {
                try await world.record(1, "meeting", "30.01.2026.", as: DutyBoard.asker(2))
            }
            await #expect(throws: Refusal.self) {
                try await world.record(1, "meeting", "30.01.2026.", as: DutyBoard.asker(1, [.readSignals]))
            }
            let notes = try await world.dutyPupil(1, DutyBoard.asker(1)).notes.values.map(\.text)
            #expect(notes.filter { !$0.isEmpty } == ["Māte nezināja."])
            #expect(try await world.dutyPupil(1, DutyBoard.asker(2)).notes.isEmpty)
            let sealed = try await world.desk.database.data.read { connection in
                try connection.rows("SELECT note_sealed FROM duty_entry ORDER BY id", [UInt8].self)
            }
            #expect(sealed.count == 8)
            #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("nezināja") })
        }
    }
}
