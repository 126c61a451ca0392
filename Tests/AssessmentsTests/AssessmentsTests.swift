import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

struct AssessmentsTests {
    private let year = Selection(year: SchoolYear(2024))

    @Test(arguments: Engine.available)
    func `a mean is over pupils, whole per cents for central examinations`(_ engine: Engine) async throws {
        try await TestBoard.with(engine) { world in
            let exam = AssessmentSort(.centralExam, .none).member
            let kinds = try await world.vector("assessments/result", year, over: [.kind])
            // 65 of 80 is 81 per cent, 7 of 80 is 8, 60 per cent as given.
            #expect(kinds[[exam]] == Tally(14_900, over: 30_000, people: 3))
            // 49 of 60 is 81.67 per cent, 30 of 60 is 50.
            let diagnostic = AssessmentSort(.stateDiagnostic, .none).member
            #expect(kinds[[diagnostic]] == Tally(13_167, over: 20_000, people: 2))
            let points = try await world.vector("assessments/points", year, over: [.kind])
            #expect(points[[diagnostic]] == Tally(7_900, over: 12_000, people: 2))
            #expect(points[[exam]] == Tally(7_200, over: 16_000, people: 2))
        }
    }

    @Test(arguments: Engine.available)
    func `figures lie along classes, institutions, subjects, teachers and works`(
        _ engine: Engine
    ) async throws {
        try await TestBoard.with(engine) { world in
            let classes = try await world.vector("assessments/results", year, over: [.classGroup, .subject])
            #expect(classes.values.map(\.numerator).sorted() == [2, 3])
            let works = try await world.vector("assessments/result", year, over: [.assessment])
            #expect(works.count == 2)
            let grades = try await world.vector("assessments/results", year, over: [.grade])
            #expect(grades == [[9]: Tally(3, people: 3), [6]: Tally(2, people: 2)])
            // The only teacher of mathematics in 9.a is whose results they are; 6.b has two.
            let teachers = try await world.vector("assessments/results", year, over: [.teacher])
            #expect(teachers == [[1]: Tally(3, people: 3), [0]: Tally(2, people: 2)])
            #expect(try await world.vector("assessments/absent", year) == [[]: Tally(1, people: 1)])
            // A question about a term is answered for the year.
            let term = Selection(year: SchoolYear(2024), term: 1)
            #expect(try await world.vector("assessments/results", term) == [[]: Tally(5, people: 5)])
        }
    }

    @Test(arguments: Engine.available)
    func `results below the threshold are those of the year's rule`(_ engine: Engine) async throws {
        try await TestBoard.with(engine) { world in
            // Grade 9 in 2024/2025: 10 per cent.
            let below = try await world.vector("assessments/below-threshold", year)
            #expect(below == [[]: Tally(1, over: 3, people: 3)])
            let rows = try await world.evidence("assessments/below-threshold", year)
            #expect(rows.map(\.numerator).reduce(0, +) == 1 && rows.count == 3)
            let few = try await world.vector("assessments/results-below-threshold", year)
            let others = try await world.vector("assessments/results-from-threshold", year)
            #expect(few == [[]: Tally(1, people: 1)] && others == [[]: Tally(2, people: 2)])
            // Before 2022/2023 grade 9 had no central examinations, so no threshold.
            let before = Selection(year: SchoolYear(2020))
            #expect(try await world.vector("assessments/below-threshold", before).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind every figure add up to it, and cells to the facts`(_ engine: Engine) async throws {
        try await TestBoard.with(engine) { world in
            for measure in assessmentsRoom.measures {
                for (key, tally) in try await world.vector(measure.name, year, over: [.classGroup]) {
                    let rows = try await world.evidence(measure.name, year, [.classGroup: key[0]])
                    #expect(rows.map(\.numerator).reduce(0, +) == tally.numerator, "\(measure.name)")
                    guard tally.denominator != 1 else { continue }
                    #expect(rows.map(\.denominator).reduce(0, +) == tally.denominator, "\(measure.name)")
                }
            }
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `what is written imports again as no change`(_ engine: Engine) async throws {
        try await TestBoard.with(engine) { world in
            try await world.expectRoundTrip(AssessmentsTable.self, SchoolYear(2024), rows: 3)
            try await world.expectRoundTrip(ResultsTable.self, SchoolYear(2024), rows: 9)
            // The class gets a teacher later; what had none still has none.
            try await world.take(
                """
                institution,year,subject,class,teacher_surname,teacher_forename
                Ozolu skola,2024/2025,Dabaszinības,6.b,Kalniņa,Ilze
                """,
                "teaching"
            )
            try await world.expectRoundTrip(ResultsTable.self, SchoolYear(2024), rows: 9)
            let stranger = BoardWorld.asker([.readFigures])
            #expect(
                try await world.export(ResultsTable.self, SchoolYear(2024), for: stranger).persons.isEmpty
            )
        }
    }

    @Test(arguments: Engine.available)
    func `undo leaves neither result nor cell`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine, [assessmentsRoom], today: TestBoard.today) { world in
            try await TestBoard.fillRegisters(world)
            try await world.take(TestBoard.assessments, AssessmentsTable.name)
            let report = try await world.take(TestBoard.results, ResultsTable.name)
            try await world.undo(try #require(report.batch))
            for table in ["assessment_result", "assessment_group", "assessment_pupil"] {
                #expect(try await world.count(table) == 0)
            }
            #expect(try await world.findings().isEmpty)
        }
    }
}
