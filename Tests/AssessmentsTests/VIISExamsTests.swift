import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Assessments

/// The state's results by pupil, as open data have them.
struct VIISExamsTests {
    private static let file = """
         Mācību gads ;Iestādes nosaukums; Iestādes juridiskās adrese;Klases pakāpe;Pārbaudījuma tips ;\
        Pārbaudījuma nosaukums;Pārbaudījuma mācību priekšmeta nosaukums;Pārbaudījuma klases pakāpe; Procenti;\
        Eksāmena kārtošanas personas identifikators
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Centralizētais eksāmens matemātika;12;58,9;77
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Matemātika;12;40;0
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Matemātika;12;20;0
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Matemātika;12;0;78
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Matemātika;12;;79
        2018/2019;Ozolu skola;Iela 1;9;Diagnosticējošais darbs;Diagnosticējošais darbs matemātikā;Matemātika;9;71,25;77
        2021/2022;Ozolu skola;Iela 1;12;Centralizēts eksāmens;N/D;Matemātika;12;101;80
        2021/2022;Ozolu skola;Iela 1;12;Olimpiāde;N/D;Matemātika;12;50;81
        2021/2022;Ozolu skola;Iela 1;;Centralizēts eksāmens;N/D;Matemātika;;50;82
        2021/2022;Tāla skola;Iela 2;12;Centralizēts eksāmens;N/D;Matemātika;12;50;83
        """

    private func taken(
        _ engine: Engine,
        constants: [String: String] = [:],
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await BoardWorld.with(engine, [assessmentsRoom], today: ReportWorld.today) { world in
            try await world.take("name,reg_no,type\nOzolu skola,4212900001,Vidusskola\n", "institutions")
            let plan = try await world.take(
                VIISExamsTests.file,
                VIISExams.name,
                mapping: VIISExams.name,
                constants: constants
            ).plan
            #expect(plan.rejected == 3 && plan.unmatched == 1)
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `results are of persons without names, 0 per cent and none count nowhere`(
        _ engine: Engine
    ) async throws {
        try await taken(engine) { world in
            // 58 cut off, 40 and 20 of two unknown persons.
            let year = Selection(year: SchoolYear(2021))
            let answered = try await world.vector("assessments/result", year, over: [.grade])
            #expect(
                answered == [
                    [12]: Tally(11_800, over: 30_000, people: 3)
                ]
            )
            let tenant = world.desk.tenant
            let kept = try await world.desk.database.data.read { connection in
                try connection.value(
                    "SELECT max(percent) FROM assessment_result WHERE tenant_id = \(tenant) AND year = 2021",
                    Int.self
                )
            }
            #expect(kept == 5890, "what was written is kept")
            // The same identifier is the same person three years before.
            let earlier = Selection(year: SchoolYear(2018))
            let answered2 = try await world.vector("assessments/result", earlier)
            #expect(
                answered2
                    == [[]: Tally(7_125, over: 10_000, people: 1)]
            )
            // 58, two unknown, 0 and none: five persons; nobody is enrolled, no other institution is added.
            let tables = ["pupil", "enrolment", "institution", "assessment", "assessment_result"]
            var counts: [Int] = []
            for table in tables { counts.append(try await world.count(table)) }
            #expect(counts == [5, 0, 1, 2, 6])
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test func `a mapping may say that 0 per cent is a result`() async throws {
        try await taken(.sqlite, constants: ["zero_percent": "result"]) { world in
            let year = Selection(year: SchoolYear(2021))
            let answered3 = try await world.vector("assessments/result", year)
            #expect(
                answered3
                    == [[]: Tally(11_800, over: 40_000, people: 4)]
            )
        }
    }

    @Test func `the same file again changes nothing`() async throws {
        try await taken(.sqlite) { world in
            let again = try await world.stage(VIISExamsTests.file, VIISExams.name, mapping: VIISExams.name)
            #expect(again.plan.changes == 0 && again.plan.unchanged >= 6)
            // The person of 77 moved: no other person, one more result.
            try await world.take("name,reg_no,type\nLiepu skola,4212900002,Vidusskola\n", "institutions")
            try await world.take(
                """
                year,institution,test_kind,test_subject,test_grade,percent,person
                2021/2022,Liepu skola,Centralizēts eksāmens,Fizika,12,50,77
                """,
                VIISExams.name,
                mapping: VIISExams.name
            )
            let (persons, results) = (
                try await world.count("pupil"), try await world.count("assessment_result")
            )
            #expect(persons == 5 && results == 7)
        }
    }

    @Test func `files of the state are recognised with blanks around their headings`() {
        func score(_ headings: [String]) -> [Int] {
            let sample = SheetSample(file: "f", sheet: "", headings: headings, rows: [])
            return [
                VIISExams.recognise(sample), VIISExamBands.recognise(sample), ResultsTable.recognise(sample),
            ]
        }
        let pupils = score([
            " Mācību gads", "Iestādes nosaukums ", "Klases pakāpe", "Pārbaudījuma tips",
            "Pārbaudījuma nosaukums",
            "Pārbaudījuma mācību priekšmeta nosaukums", "Procenti ",
            "Eksāmena kārtošanas personas identifikators",
        ])
        #expect(pupils[0] == 95 && pupils[1] == 0 && pupils[2] == 0)
        let bands = score([
            "Skolas nosaukums", "Eksāmens", "Kārtotāju skaits", "Vidējais", "< 10 %", "0–20 %",
        ])
        #expect(bands[0] == 0 && bands[1] == 95 && bands[2] == 0)
        let means = SheetSample(
            file: "f",
            sheet: "",
            headings: ["Mācību gads", "Darba veids", "Klašu grupa", "Priekšmets", "Vidēji valstī"],
            rows: []
        )
        #expect(StateMeansTable.recognise(means) == 95 && AssessmentsTable.recognise(means) == 0)
    }

    @Test(arguments: [
        ("Centralizētais eksāmens Angļu valoda", "", "Angļu valoda", AssessmentLevel.none),
        ("Centralizēts eksāmens ķīmija", "N/D", "Ķīmija", .none),
        ("Matemātika (Optimālais mācību satura apguves līmenis)", "", "Matemātika", .optimal),
        ("Fizika", "Fizika, augstākais līmenis", "Fizika", .highest),
        ("Krievu valoda (svešvaloda)", "", "Krievu valoda (svešvaloda)", .none),
    ])
    func `a subject is read without its prefix and level`(
        _ written: String,
        _ name: String,
        _ subject: String,
        _ level: AssessmentLevel
    ) throws {
        let test = try #require(VIISTest(kind: "Centralizēts eksāmens", name: name, subject: written))
        #expect(test.subject == subject && test.level == level && test.kind == .centralExam)
        #expect(VIISTest(kind: "Olimpiāde", name: name, subject: written) == nil)
    }
}
