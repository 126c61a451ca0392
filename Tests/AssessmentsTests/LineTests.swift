import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Assessments

/// What lines of assessments and results say, and what is wrong with others.
struct LineTests {
    private func world(_ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(.sqlite, [assessmentsRoom], today: TestBoard.today) { world in
            try await TestBoard.fillRegisters(world)
            try await body(world)
        }
    }

    @Test func `assessments with wrong values are rejected`() async throws {
        try await world { world in
            let plan = try await world.stage(
                """
                year,assessment,assessment_kind,level,subject,grade,max_points,state_mean,part,part_max_points
                2024/2025,A,dancing,,Matemātika,9,80,,,
                2024/2025,A,central-exam,lowest,Matemātika,9,80,,,
                2024/2025,A,central-exam,,Matemātika,13,80,,,
                2024/2025,A,central-exam,,Matemātika,,80,,,
                2024/2025,A,central-exam,,Matemātika,9,-1,,,
                2024/2025,A,central-exam,,Matemātika,9,80,101,,
                2024/2025,,central-exam,,Matemātika,9,80,,,
                2024/25,A,central-exam,,Matemātika,9,daudz,,,
                """,
                AssessmentsTable.name
            )
            .plan
            #expect(plan.rejected == 8 && plan.changes == 0)
        }
    }

    @Test func `an examination of two levels is two works, told apart by code or level`() async throws {
        try await world { world in
            let plan = try await world.take(
                """
                year,assessment,assessment_kind,level,subject,grade
                2024/2025,CE matemātikā,central-exam,OL,Matemātika,12
                2024/2025,CE matemātikā,central-exam,AL,Matemātika,12
                2024/2025,CE matemātikā,central-exam,AL,Matemātika,12
                """,
                AssessmentsTable.name
            )
            .plan
            #expect(plan.added == 2)
            let results = try await world.stage(
                """
                institution,class,pupil_code,year,assessment,level,percent
                Ozolu skola,9.a,K1,2024/2025,CE matemātikā,,50
                Ozolu skola,9.a,K2,2024/2025,CE matemātikā,augstākais,50
                """,
                ResultsTable.name
            )
            .plan
            #expect(results.unmatched == 1 && results.added == 1)
        }
    }

    @Test func `a later line completes an assessment and keeps what it does not say`() async throws {
        try await world { world in
            try await world.take(TestBoard.assessments, AssessmentsTable.name)
            let plan = try await world.take(
                """
                year,assessment_code,assessment,assessment_kind,subject,grade,state_mean
                2024/2025,CE-MAT-9,Centralizētais eksāmens matemātikā,central-exam,Matemātika,9,54
                """,
                AssessmentsTable.name
            )
            .plan
            #expect(plan.changed == 1 && plan.added == 0)
            let tenant = world.desk.tenant
            let book = try await world.desk.database.data.read { try AssessmentBook.load(tenant, $0) }
            let exam = try #require(book.all(in: SchoolYear(2024)).last)
            #expect(exam.stateMean == 5400 && exam.most == 8000)
            #expect(exam.words.en == "Central examination in mathematics")
            let work = try #require(book.all(in: SchoolYear(2024)).first)
            #expect(book.parts(of: work.id).map(\.most) == [4000, 2000])
            #expect(book.parts(of: work.id).map(\.skill) == ["rēķinpratība", ""])
        }
    }

    @Test func `results with wrong values are rejected, unknown works are reported`() async throws {
        try await world { world in
            try await world.take(TestBoard.assessments, AssessmentsTable.name)
            let plan = try await world.stage(
                """
                institution,class,pupil_code,year,assessment,part,points,percent,status
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,81,,
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,65,70,
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,,101,
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,,,
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,,50,absent
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,,50,maybe
                Ozolu skola,9.a,K1,2024/2025,CE-MAT-9,,x,,
                Ozolu skola,9.a,K2,2024/2025,CE-FIZ-9,,,50,
                Ozolu skola,9.a,K3,2024/2025,CE-MAT-9,7,5,,
                """,
                ResultsTable.name
            )
            .plan
            #expect(plan.rejected == 7 && plan.unmatched == 2 && plan.changes == 0)
        }
    }

    @Test func `a master's results bring their work with them`() async throws {
        try await world { world in
            let csv = """
                institution,class,pupil_code,year,assessment,assessment_kind,subject,grade,points
                Ozolu skola,9.a,K1,2024/2025,Ģeometrija,Klases pārbaudes darbs,Matemātika,,12/20
                Ozolu skola,9.a,K2,2024/2025,Ģeometrija,class-test,Matemātika,,18/20
                """
            let plain = try await world.stage(csv, ResultsTable.name).plan
            #expect(plain.unmatched == 2)
            let master = Mapping("own-results", Text(same: "own"), format: ResultsTable.name, isMaster: true)
            try await Mappings(world.desk).save(master)
            let plan = try await world.take(csv, ResultsTable.name, mapping: "own-results").plan
            #expect(plan.rejected + plan.unmatched == 0)
            let mean = try await world.vector("assessments/result", Selection(year: SchoolYear(2024)))
            #expect(mean == [[]: Tally(15_000, over: 20_000, people: 2)])
        }
    }

    @Test(arguments: [
        (65_00, 80_00, true, 81_25), (65_00, 80_00, false, 81_25), (49_00, 60_00, false, 81_67),
        (0, 60_00, true, 0), (60_00, 60_00, true, 100_00), (239_99, 300_00, true, 79_99),
        (239_99, 300_00, false, 80_00),
    ])
    func `a per cent is made from points`(_ points: Int, _ most: Int, _ isWhole: Bool, _ percent: Int) throws
    {
        let score = try Score(points: points, most: most, percent: nil, isWhole: isWhole)
        #expect(score.percent == percent)
    }

    @Test(arguments: [
        (81_25, AssessmentKind.centralExam, 81_00), (58_90, .centralExam, 58_00),
        (99_99, .centralExam, 99_00),
        (100_00, .centralExam, 100_00), (-1, .centralExam, -1), (81_25, .stateExam, 81_25),
        (58_90, .stateDiagnostic, 58_90),
    ])
    func `of a central examination the whole per cent counts, of other works all of it`(
        _ exact: Int,
        _ kind: AssessmentKind,
        _ counted: Int
    ) {
        for level in AssessmentLevel.allCases {
            #expect(AssessmentSort(kind, level).counted(exact) == counted)
        }
        #expect(AssessmentSort.members(of: .centralExam) == [80, 81, 82, 83], "a migration names them")
    }

    @Test func `a per cent of the source is kept while it agrees with the points`() throws {
        #expect(try Score(points: 6500, most: 8000, percent: 8100, isWhole: true).percent == 8100)
        #expect(try Score(points: 6500, most: 8000, percent: 8200, isWhole: true).percent == 8200)
        #expect(throws: Score.Fault.contradiction) {
            try Score(points: 6500, most: 8000, percent: 8300, isWhole: true)
        }
        #expect(throws: Score.Fault.tooMany) {
            try Score(points: 8100, most: 8000, percent: nil, isWhole: true)
        }
        #expect(throws: Score.Fault.noMost) { try Score(points: 1, most: 0, percent: nil, isWhole: true) }
        #expect(try Score(points: 100, most: 0, percent: 5000, isWhole: false).percent == 5000)
    }

    @Test func `kinds and levels are read by code and by name`() {
        for kind in AssessmentKind.allCases {
            for text in [kind.code, kind.words.lv, kind.words.en.uppercased()] {
                #expect(AssessmentKind(written: text) == kind)
            }
        }
        for level in AssessmentLevel.allCases {
            for text in [level.code, level.words.lv, level.words.en] {
                #expect(AssessmentLevel(written: text) == level)
            }
            for kind in AssessmentKind.allCases {
                let sort = AssessmentSort(kind, level)
                #expect(AssessmentSort(member: sort.member) == sort)
            }
        }
        #expect(AssessmentKind(written: "") == nil && AssessmentLevel(written: "x") == nil)
    }

    @Test func `the tables are told from each other and from marks`() {
        func scores(_ headings: [String]) -> [Int] {
            let sample = SheetSample(file: "f", sheet: "", headings: headings, rows: [])
            return [AssessmentsTable.recognise(sample), ResultsTable.recognise(sample)]
        }
        #expect(scores(["Mācību gads", "Pārbaudes darbs", "Pārbaudes darba veids"]) == [95, 0])
        #expect(scores(["Iestāde", "Klase", "Pārbaudes darbs", "Punkti"]) == [0, 95])
        #expect(scores(["Iestāde", "Klase", "Priekšmets", "Vērtējums"]) == [0, 0])
    }
}
