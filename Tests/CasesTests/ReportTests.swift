import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Every figure here was counted by hand from the few rows that the tests write.
struct ReportTests {
    private let selection = Selection(year: CaseBoard.year)
    private let pedagogue = CaseBoard.pedagogue

    @Test(arguments: Engine.available)
    func `the caseload counts cases of a year by their last state in it`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            _ = try await world.openCase(1)
            try await world.move(try await world.openCase(2), .assessment)
            let third = try await world.openCase(3)
            try await world.move(third, .closed, CaseWork.Move(outcome: .unconfirmed, reason: "Nav riska"))
            _ = try await world.openCase(4, by: CaseBoard.stranger)
            let table = try await world.answer("prevention/caseload", selection).sections[0].table
            #expect(
                table == [
                    "Liepu skola|1|1|0|0|0|0|0|0", "Ozolu skola|3|1|1|0|0|0|1|0", "Kopā|4|2|1|0|0|0|1|0",
                ]
            )
            var ofOne = selection
            ofOne.institution = InstitutionID(rawValue: 1)
            #expect(
                try await world.answer("prevention/caseload", ofOne).sections[0].table.last
                    == "Kopā|3|1|1|0|0|0|1|0"
            )
            let before = Selection(year: SchoolYear(2024))
            #expect(try await world.answer("prevention/caseload", before).sections[0].rows.isEmpty)
            // Of four pupils a reader of aggregates is told nothing.
            let reader = BoardWorld.asker([.readFigures])
            let hidden = try await world.answer("prevention/caseload", selection, reader).sections[0].table
            #expect(
                hidden.allSatisfy { row in row.split(separator: "|").dropFirst().allSatisfy { $0 == "-" } }
            )
            // Nor is a zero left that would say in which state the few are.
            #expect(hidden.allSatisfy { $0.filter { $0 == "-" }.count == 8 })
        }
    }

    @Test(arguments: Engine.available)
    func `of a term that has not begun nothing is said, and nothing of one that has is zero`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let log = ConsultationLog(world.desk.seated(pedagogue))
            let day = try #require(Day(2025, 12, 1))
            try await log.add(PupilID(rawValue: 1), subject: 1, day: day, minutes: 40)
            let then = try await world.answer("prevention/consultations", selection, on: day).sections[0]
                .table
            #expect(then.last == "Kopā|1|1|||1|1|40")
            let now = try await world.answer("prevention/consultations", selection).sections[0].table
            #expect(now.last == "Kopā|1|1|0|0|1|1|40")
        }
    }

    @Test(arguments: Engine.available)
    func `consultations are counted by term with their pupils and minutes`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let log = ConsultationLog(world.desk.seated(pedagogue))
            let days: [(Int, Int, Day?, Int)] = [
                (1, 1, Day(2025, 10, 10), 40), (1, 1, Day(2025, 11, 10), 40), (2, 1, Day(2025, 12, 1), 30),
                (1, 2, Day(2026, 1, 20), 60),
            ]
            for (pupil, subject, day, minutes) in days {
                let day = try #require(day)
                try await log.add(PupilID(rawValue: pupil), subject: subject, day: day, minutes: minutes)
            }
            let whole = try await world.answer("prevention/consultations", selection).sections[0].table
            #expect(whole == ["Ozolu skola|3|2|1|1|4|2|170", "Kopā|3|2|1|1|4|2|170"])
            var ofOne = selection
            ofOne.institution = InstitutionID(rawValue: 1)
            let subjects = try await world.answer("prevention/consultations", ofOne).sections[0].table
            #expect(
                subjects == ["Fizika|0|0|1|1|1|1|60", "Matemātika|3|2|0|0|3|2|110", "Kopā|3|2|1|1|4|2|170"]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `plans are counted by result, with the money of economic support`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            let (first, second) = (try await world.openCase(1), try await world.openCase(2))
            _ = try await world.plan(first, ["result": "1", "term": "2025/1", "meals": "7,25"])
            _ = try await world.plan(first, ["result": "3"])
            _ = try await world.plan(second)
            let whole = try await world.answer("prevention/support-plans", selection).sections[0].table
            // 12.50 + 7.25, 12.50 and 12.50.
            #expect(whole.last == "Kopā|3|2|1|0|1|1|44,75")
            var term = selection
            term.term = 1
            let ofTerm = try await world.answer("prevention/support-plans", term).sections[0].table
            #expect(ofTerm == ["Ozolu skola|1|1|1|0|0|0|19,75", "Kopā|1|1|1|0|0|0|19,75"])
        }
    }

    @Test(arguments: Engine.available)
    func `open measures are told by who gives them and by the pupils' age`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            for pupil in [1, 3] {
                let id = try await world.openCase(pupil)
                let plan = try await world.plan(id)
                let bodies: [CaseBody] = pupil == 1 ? [.school, .social] : [.school]
                for body in bodies {
                    let measure = CaseWork.NewMeasure(
                        kind: .mentor,
                        subject: 0,
                        body: body,
                        provider: "X",
                        planned: 60,
                        from: CaseBoard.today,
                        to: CaseBoard.today + 30
                    )
                    try await world.work(pedagogue).addMeasure(measure, to: plan, of: id)
                }
                if pupil == 1 {
                    let all = try await world.planContent(id, plan, by: pedagogue).measures
                    let social = try #require(all.last)
                    #expect(social.body == .social)
                }
            }
            let document = try await world.answer("prevention/open-measures", selection)
            #expect(document.sections[0].table.last == "Kopā|3|2|1|0|0|0|0|0")
            // Two measures of a pupil of 14, one of a pupil of 9.
            #expect(document.sections[1].table.last == "Kopā|0|1|0|2|0")
            #expect(document.sections[2].code == "kinds")
            #expect(document.sections[2].table == ["Mentora atbalsts|3|2"])
        }
    }

    @Test(arguments: Engine.available)
    func `institutions are told with the days they took to accept and cases took to close`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let today = CaseBoard.today
            // The social service accepts after 3 and 4 days; the police declines once.
            for (pupil, wait) in [(1, 3), (2, 4)] {
                let id = try await world.openCase(pupil)
                try await world.admit(id, CaseBoard.social, .social, accepts: false)
                let later = world.desk(CaseBoard.social, on: today + wait)
                try await CaseWork(later).answer(id, with: .accepted)
                if pupil == 1 {
                    try await world.admit(id, CaseBoard.police, .police, accepts: false)
                    try await world.work(CaseBoard.police).answer(id, with: .rejected)
                    try await CaseWork(world.desk(pedagogue, on: today + 20)).move(
                        id,
                        to: .closed,
                        CaseWork.Move(outcome: .reduced, reason: "Labi"),
                        version: try await world.version(id)
                    )
                }
            }
            let table = try await world.answer("prevention/institutions", selection).sections[0].table
            #expect(
                table == ["Sociālais dienests|2|2||3,50|1|20,00", "Policija|1||1|||"]
            )
        }
    }
}
