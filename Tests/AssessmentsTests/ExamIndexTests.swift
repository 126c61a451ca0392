import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

/// The index of compulsory examinations by both rules: the mean of the three means until 31.07.2025, the
/// lowest of them from 01.08.2025; at least 40 per cent.
struct ExamIndexTests {
    private let subjects = ["Latviešu valoda", "Matemātika", "Angļu valoda", "Vācu valoda"]

    /// Pupils of grade 12 in both years: Latvian 60 and 40, mathematics 30 and 36 with a third one exempt, English 80 and
    /// German 60.
    private func fill(_ world: BoardWorld) async throws {
        var pupils = ["institution,year,class,external_code,surname,forename"]
        var works = ["year,assessment_code,assessment,assessment_kind,level,subject,grade"]
        var results = ["institution,class,pupil_code,year,assessment,percent,status"]
        for year in ["2024/2025", "2025/2026"] {
            let mark = year.suffix(2)
            for code in ["A", "B", "C"] {
                pupils.append("Ozolu skola,\(year),12.a\(mark),\(code)\(mark),Ozols,\(code)")
            }
            for (number, subject) in subjects.enumerated() {
                works.append("\(year),CE\(number),CE \(subject),central-exam,optimal,\(subject),12")
            }
            let lines = [
                ("A", 0, "60,"), ("B", 0, "40,"), ("A", 1, "30,"), ("B", 1, "36,"), ("C", 1, ",exempt"),
                ("A", 2, "80,"), ("B", 3, "60,"),
            ]
            for (code, work, result) in lines {
                results.append("Ozolu skola,12.a\(mark),\(code)\(mark),\(year),CE\(work),\(result)")
            }
        }
        try await world.take(pupils.joined(separator: "\n"), "pupils")
        let subjectLines = subjects.map { "\($0),,1" }
        try await world.take(
            (["subject,subject_code,area"] + subjectLines).joined(separator: "\n"),
            "subjects"
        )
        try await world.take(works.joined(separator: "\n"), AssessmentsTable.name)
        let report = try await world.take(results.joined(separator: "\n"), ResultsTable.name)
        #expect(report.plan.rejected + report.plan.unmatched == 0)
    }

    private let year2025 = Selection(year: SchoolYear(2024))
    private let year2026 = Selection(year: SchoolYear(2025))

    @Test(arguments: Engine.available)
    func `the rule of the year makes the index, the other one what it would be`(_ engine: Engine) async throws
    {
        try await ReportWorld.empty(engine) { world in
            try await fill(world)
            let missing = "daļējs: trūkst atbrīvoto vērtējumu: 1"
            // (50 + 33 + 70) / 3 = 51; the lowest is 33.
            let answered = try await world.rows(ExamIndex.self, year2025)
            #expect(
                answered == [
                    ["Ozolu skola", "50,0", "33,0", "70,0", "51,0", "sasniegts", "33,0", "1", missing]
                ]
            )
            let answered2 = try await world.rows(ExamIndex.self, year2026)
            #expect(
                answered2 == [
                    ["Ozolu skola", "50,0", "33,0", "70,0", "33,0", "nav sasniegts", "51,0", "1", missing]
                ]
            )
            let document = try await world.answer(ExamIndex.self, year2026)
            #expect(
                document.finding?.lv == "Indekss ir zem 40\u{a0}%"
            )
            // Fifty per cent of the first examination: its sum in hundredths over its results.
            let parts = document.sections.first?.rows.first?.parts ?? []
            #expect(
                parts.count == 6
                    && parts.first.map(\.value) == parts.dropFirst().first.map { $0.value * 5000 }
            )
            let codes = document.sections.first?.columns.map(\.code)
            #expect(codes?.contains("what_if") == true)
        }
    }

    /// Published means of the three examinations in an institution.
    private func published(_ institutions: [String], _ years: [String], _ world: BoardWorld) async throws {
        let list = institutions.enumerated().map { "\($1),\(4_212_900_001 + $0),Vidusskola" }
        try await world.take((["name,reg_no,type"] + list).joined(separator: "\n"), "institutions")
        var lines = ["year,institution,subject,takers,mean"]
        for institution in institutions {
            for (subject, mean) in zip(subjects, [45, 48, 57]) {
                lines += years.map { "\($0),\(institution),\(subject),40,\(mean)" }
            }
        }
        let plan = try await world.take(
            lines.joined(separator: "\n"),
            VIISExamBands.name,
            mapping: VIISExamBands.name
        ).plan
        #expect(plan.rejected + plan.unmatched == 0)
    }

    @Test(arguments: Engine.available)
    func `the same results reach the threshold until the summer of 2029 and not after it`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await published(["Ozolu skola"], ["2028/2029", "2029/2030"], world)
            // The lowest of 45, 48 and 57: above 40, below 50; their mean is 50.
            for (year, verdict, threshold) in [(2028, "sasniegts", 40), (2029, "nav sasniegts", 50)] {
                let selection = Selection(year: SchoolYear(year))
                let rows = try await world.rows(ExamIndex.self, selection)
                #expect(rows.map { Array($0[1...6]) } == [["45,0", "48,0", "57,0", "45,0", verdict, "50,0"]])
                let columns = try await world.answer(ExamIndex.self, selection).sections.first?.columns
                #expect(columns?.contains { $0.heading.lv == "Slieksnis \(threshold)\u{a0}%" } == true)
            }
        }
    }

    @Test func `institutions are told by the number they go with`() async throws {
        try await ReportWorld.empty(.sqlite) { world in
            let letters = "abcdefghijklmnopqrstu".map { "Skola \($0)" }
            #expect(letters.count == 21)
            try await published(letters, ["2029/2030"], world)
            let document = try await world.answer(ExamIndex.self, Selection(year: SchoolYear(2029)))
            #expect(
                document.finding?.lv == "Indekss zem 50\u{a0}% ir 21 no 21\u{a0}iestādes, kurai tas zināms"
            )
            #expect(
                document.finding?.en
                    == "The index is below 50% in 21 of the 21\u{a0}institutions where it is known"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `each year before has the index by the rule of its time`(_ engine: Engine) async throws {
        try await ReportWorld.empty(engine) { world in
            try await fill(world)
            let document = try await world.answer(ExamIndex.self, year2026)
            let years = try #require(document.sections.first { $0.code == "years" })
            #expect(
                years.rows.map { $0.cells.map(\.read) } == [
                    ["2024./2025.", "50,0", "33,0", "70,0", "51,0", "vidējais", "40"],
                    ["2025./2026.", "50,0", "33,0", "70,0", "33,0", "zemākais", "40"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the index of similar institutions and of the municipality is made of all their results`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take(
                """
                name,reg_no,type
                Ozolu skola,4212900001,Vidusskola
                Liepu skola,4212900002,Vidusskola
                Bērzu skola,4212900003,Pamatskola
                """,
                "institutions"
            )
            var lines = [
                "Mācību gads;Skolas nosaukums;Eksāmens;Līmenis;Skaits;Kopvērtējums, %;Zem 10 %;Līdz 20 %;Zem 100 %"
            ]
            for (school, count, percents) in [
                ("Ozolu skola", 40, [50, 40, 60]), ("Liepu skola", 10, [70, 60, 80]),
                ("Bērzu skola", 50, [60, 50, 70]),
            ] {
                for (subject, percent) in zip(subjects, percents) {
                    lines.append("2024/2025;\(school);\(subject);optimālais;\(count);\(percent);0;2;\(count)")
                }
            }
            let plan = try await world.take(
                lines.joined(separator: "\n"),
                VIISExamBands.name,
                mapping: VIISExamBands.name
            ).plan
            #expect(plan.rejected + plan.unmatched == 0)
            var selection = year2025
            selection.institution = InstitutionID(
                rawValue: try await world.id("institution", named: "Ozolu skola")
            )
            let document = try await world.answer(ExamIndex.self, selection)
            let comparison = try #require(document.sections.first { $0.code == "comparison" })
            // Latvian of all: (50 × 40 + 70 × 10 + 60 × 50) / 100 = 57; the mean of the three is the index.
            #expect(
                comparison.rows.map { $0.cells.map(\.read) } == [
                    ["Ozolu skola", "50,0", "40,0", "60,0", "50,0"],
                    ["Līdzīgas iestādes", "70,0", "60,0", "80,0", "70,0"],
                    ["Pašvaldība", "57,0", "47,0", "67,0", "57,0"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the annual mark of an exempt pupil takes the place of the result`(_ engine: Engine) async throws {
        try await ReportWorld.empty(engine, marks: ["C25": 700]) { world in
            try await fill(world)
            // Mathematics: (30 + 36 + 70) / 3 = 45.33; (50 + 45.33 + 70) / 3 = 55.11.
            let answered3 = try await world.rows(ExamIndex.self, year2025)
            #expect(
                answered3 == [
                    ["Ozolu skola", "50,0", "45,3", "70,0", "55,1", "sasniegts", "45,3", "1", "pilns"]
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `each assumption is a row with what the index would be`(_ engine: Engine) async throws {
        try await ReportWorld.empty(engine, marks: ["C25": 700]) { world in
            try await fill(world)
            func rows(_ asker: Asker? = nil) async throws -> [[String]] {
                try await world.rows(ExamIndex.self, year2025, as: asker, section: 1).map {
                    Array($0.dropFirst())
                }
            }
            // With the exempt pupil's 70: 55.11 and 45.33; without 51. Of the optimal level alone, three quarters of
            // each result, and the mark whole: 37.5, 39.83 and 52.5.
            #expect(
                try await rows() == [
                    ["Gada noteikums", "55,1", "40\u{a0}%", "sasniegts"],
                    ["Zemākais no trim eksāmeniem", "45,3", "40\u{a0}%", "sasniegts"],
                    [
                        "Zemākais no trim eksāmeniem, slieksnis 50\u{a0}%", "45,3", "50\u{a0}%",
                        "nav sasniegts",
                    ],
                    ["Atbrīvotie nav ieskaitīti", "51,0", "40\u{a0}%", "sasniegts"],
                    [
                        "Līmeņu svars: augstākais 1, optimālais 0,75, vispārīgais 0,5", "43,3", "40\u{a0}%",
                        "sasniegts",
                    ],
                ]
            )
            let reader = BoardWorld.asker([.readFigures, .readTeacherFigures])
            #expect(try await rows(reader).isEmpty, "an index of few is not told under any assumption")
        }
    }

    @Test func `published means know no levels, and all else can be asked of them`() async throws {
        try await ReportWorld.empty(.sqlite) { world in
            try await published(["Ozolu skola"], ["2028/2029"], world)
            let rows = try await world.rows(ExamIndex.self, Selection(year: SchoolYear(2028)), section: 1)
            // The lowest is 45, the mean of 45, 48 and 57 is 50.
            #expect(rows.map { $0[2] } == ["45,0", "50,0", "45,0", "45,0", "?"])
            #expect(rows.map { $0[4] } == ["sasniegts", "sasniegts", "nav sasniegts", "sasniegts", "?"])
        }
    }

    @Test func `who may not see pupils gets neither their marks nor an index of few`() async throws {
        try await ReportWorld.empty(.sqlite, marks: ["C25": 700]) { world in
            try await fill(world)
            let reader = BoardWorld.asker([.readFigures, .readTeacherFigures])
            let row = try #require(try await world.rows(ExamIndex.self, year2025, as: reader).first)
            #expect(Array(row[1...4]) == ["•", "•", "•", "•"] && row[5] == "?" && row[6] == "•")
            #expect(row.last == "daļējs: atbrīvotie nav ieskaitīti")
        }
    }

    @Test(arguments: Engine.available)
    func `what the state published stands in where there are no results of pupils`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take("name,reg_no,type\nOzolu skola,4212900001,Vidusskola\n", "institutions")
            let plan = try await world.take(
                """
                Mācību gads;Skolas nosaukums;Eksāmens;Līmenis;Skaits;Kopvērtējums, %;Zem 10 %;Līdz 20 %;Zem 100 %
                2024/2025;Ozolu skola;Latviešu valoda;optimālais;40;47,9;0;2;40
                2024/2025;Ozolu skola;Matemātika;optimālais;30;41,8;1;5;30
                2024/2025;Ozolu skola;Matemātika;augstākais;10;61,8;0;0;10
                2024/2025;Ozolu skola;Angļu valoda;optimālais;20;53,5;0;0;20
                2024/2025;Ozolu skola;Fizika;;5;50;3;2;5
                2024/2025;Ozolu skola;Ķīmija;;5;50;3;6;5
                2024/2025;Ozolu skola;Bioloģija;;;50;;;
                2024/2025;Cita skola;Bioloģija;;4;50;;;
                """,
                VIISExamBands.name,
                mapping: VIISExamBands.name
            ).plan
            #expect(plan.rejected == 3 && plan.unmatched == 1)
            // Mathematics over all takers: (41.8 × 30 + 61.8 × 10) / 40 = 46.8; (47.9 + 46.8 + 53.5) / 3 = 49.4.
            let answered4 = try await world.rows(
                ExamIndex.self,
                year2025,
                as: BoardWorld.asker([.readFigures])
            )
            #expect(
                answered4 == [
                    [
                        "Ozolu skola", "47,9", "46,8", "53,5", "49,4", "sasniegts", "46,8", "0",
                        "daļējs: pēc publicētajiem datiem",
                    ]
                ]
            )
            let mean = try await world.vector(
                "assessments/reported-result",
                year2025,
                over: [.institution, .subject]
            )
            let rows = try await world.evidence("assessments/reported-result", year2025)
            #expect(mean.count == 3 && rows.count == 4)
            #expect(
                rows.reduce(0) { $0 + $1.numerator } == mean.values.reduce(0) { $0 + $1.numerator }
            )
        }
    }
}
