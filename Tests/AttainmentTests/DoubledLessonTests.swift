import Attendance
import Exchange
import Foundation
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// The same lessons by their number in a table and by their subject in a journal.
struct DoubledLessonTests {
    private static let pupils = """
        institution,year,class,personal_code,external_code,surname,forename
        Ozolu pamatskola,2024/2025,7.a,010112-20000,P-1,Ābols,Ansis
        Ozolu pamatskola,2024/2025,7.a,020212-20001,P-2,Bērzs,Baiba
        Ozolu pamatskola,2024/2025,7.a,030312-20002,P-3,Celms,Centis

        """
    /// Baiba's Monday and Centis's day in January are in the journal too, in two lessons the first; Ansis's is not.
    private static let absences = """
        institution,class,pupil_code,date,lesson,code
        Ozolu pamatskola,7.a,P-1,2024-10-07,1,ns
        Ozolu pamatskola,7.a,P-2,2024-10-07,1,ns
        Ozolu pamatskola,7.a,P-2,2024-10-07,2,ns
        Ozolu pamatskola,7.a,P-3,2025-01-13,1,nc

        """

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        let today = Day(2025, 7, 1) ?? Day(number: 0)
        try await BoardWorld.with(engine, [attainmentRoom, attendanceRoom], today: today) { world in
            try await Mappings(world.desk).save(Journal.mapping)
            try await world.take("name,reg_no,type\nOzolu pamatskola,9900000001,pamatskola\n", "institutions")
            try await world.take(DoubledLessonTests.pupils, "pupils")
            try await body(world)
        }
    }

    private func takeJournal(_ world: BoardWorld) async throws -> BatchReport {
        try await world.take(Data(try Journal.bytes()), named: "zurnals.xlsx", mapping: "test")
    }

    /// What is told twice of a staged table of absences.
    private func doubts(_ world: BoardWorld, _ text: String) async throws -> [Finding] {
        let staged = try await world.stage(text, "absences")
        let findings = try await Importer(world.desk).findings(staged.id)
        let doubts = findings.filter { $0.problem.code == "lesson.twice" }
        #expect((staged.plan.doubts ?? 0) == doubts.count && doubts.allSatisfy { $0.kind == .doubtful })
        return doubts
    }

    @Test(arguments: Engine.available)
    func `a table of lessons that a journal has told is to be looked at, once`(engine: Engine) async throws {
        try await world(engine) { world in
            let before = try await doubts(world, DoubledLessonTests.absences)
            #expect(before.isEmpty)
            let journal = try await takeJournal(world)
            let found = try await doubts(world, DoubledLessonTests.absences)
            #expect(found.count == 1)
            let problem = try #require(found.first?.problem)
            #expect(problem.place?.line == 3, "the first line that a journal has told")
            #expect(problem.message.en.contains("2\u{a0}days"))
            let batch = try #require(journal.batch)
            #expect(problem.message.lv.contains("imports Nr. \(batch.rawValue))"))
            let others = DoubledLessonTests.absences.replacing("2024-10-07", with: "2024-10-09")
                .replacing("2025-01-13", with: "2025-01-14")
            let apart = try await doubts(world, others)
            #expect(apart.isEmpty, "other days")
            try await world.undo(batch)
            let after = try await doubts(world, DoubledLessonTests.absences)
            #expect(after.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a journal of lessons that a table has told is to be looked at, once`(engine: Engine) async throws {
        try await world(engine) { world in
            try await world.take(DoubledLessonTests.absences, "absences")
            let journal = try await takeJournal(world)
            #expect(journal.plan.doubts == 1 && journal.plan.added > 0)
            let again = try await takeJournal(world)
            #expect(again.plan.doubts == 0, "what is there already adds nothing")
        }
    }
}
