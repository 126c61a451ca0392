import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

/// Three years of state tests, and thresholds.
struct YearsTests {
    /// A line of the state's list for each per cent, each of another person.
    private static func lines(
        _ year: String,
        _ grade: Int,
        _ kind: String,
        _ subject: String,
        _ percents: [String]
    )
        -> [String]
    {
        percents.enumerated().map { index, percent in
            "\(year);Ozolu skola;\(grade);\(kind);N/D;\(subject);\(grade);\(percent);\(year.prefix(4))\(grade)\(index)"
        }
    }

    private static let heading =
        "Mācību gads;Iestādes nosaukums;Klases pakāpe;Pārbaudījuma tips;Pārbaudījuma nosaukums;"
        + "Pārbaudījuma mācību priekšmeta nosaukums;Pārbaudījuma klases pakāpe;Procenti;"
        + "Eksāmena kārtošanas personas identifikators"

    private func take(_ lines: [String], _ world: BoardWorld) async throws {
        try await world.take("name,reg_no,type\nOzolu skola,4212900001,Vidusskola\n", "institutions")
        let report = try await world.take(
            ([YearsTests.heading] + lines).joined(separator: "\n"),
            VIISExams.name,
            mapping: VIISExams.name
        )
        #expect(report.plan.rejected + report.plan.unmatched == 0)
    }

    /// A diagnostic work as the school printed it: grade, subject, results of 2020/2021 to 2022/2023, and these as the
    /// report shows them.
    private static let printed: [(grade: Int, subject: String, results: [String], shown: [String])] = [
        (3, "Latviešu valoda", ["81,14", "67,59", "63,36"], ["81,1", "67,6", "63,4"]),
        (3, "Matemātika", ["77,95", "63,34", "66,18"], ["78,0", "63,3", "66,2"]),
        (6, "Dabaszinības", ["55,90", "45,00", "51,29"], ["55,9", "45,0", "51,3"]),
        (6, "Latviešu valoda", ["74,55", "75,67", "39,55"], ["74,6", "75,7", "39,6"]),
        (6, "Matemātika", ["76,79", "51,94", "49,90"], ["76,8", "51,9", "49,9"]),
    ]

    @Test(arguments: Engine.available)
    func `diagnostic works of three years as a school printed them, the first held remotely`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            // No mean of the state is known.
            let years = ["2020/2021", "2021/2022", "2022/2023"]
            let lines = YearsTests.printed.flatMap { work in
                zip(years, work.results).flatMap { year, result in
                    YearsTests.lines(
                        year,
                        work.grade,
                        "Diagnosticējošais darbs",
                        work.subject,
                        [result, result]
                    )
                }
            }
            try await take(lines, world)
            let rows = try await world.rows(ThreeYears.self, Selection(year: SchoolYear(2022)))
            let expected: [[String]] = YearsTests.printed.map { work in
                ["\(work.subject), \(work.grade). klase"] + work.shown.flatMap { [$0, "?", "?"] }
                    + ["2020./2021. attālināti"]
            }
            #expect(rows == expected)
            var third = Selection(year: SchoolYear(2020))
            third.grade = 3
            third.subject = SubjectID(rawValue: try await world.id("subject", named: "Latviešu valoda"))
            let result = try await world.vector("assessments/result", third)
            #expect(result == [[]: Tally(16_228, over: 20_000, people: 2)])
        }
    }

    @Test(arguments: Engine.available)
    func `tests of a class stand beside those of its institution, similar ones and the municipality`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.with(engine) { world in
            var selection = Selection(year: SchoolYear(2024))
            selection.institution = InstitutionID(
                rawValue: try await world.id("institution", named: "Ozolu skola")
            )
            selection.classGroup = ClassID(rawValue: try await world.id("class_group", named: "9.a"))
            let document = try await world.answer(ThreeYears.self, selection)
            let own = try #require(document.sections.first?.rows.first)
            #expect(own.cells.prefix(2).map(\.read) == ["Matemātika, 9. klase", "50,0"])
            let comparison = try #require(document.sections.first { $0.code == "comparison" })
            let codes = comparison.columns.map(\.code)
            #expect(codes.dropFirst(3).prefix(4) == ["result", "institution", "similar", "municipality"])
            // Of 80, 60, 10, 70 and 9 the mean is 45.8; with 40 of another school it is 44.8.
            #expect(
                comparison.rows.map { $0.cells.dropFirst(3).prefix(4).map(\.read) } == [
                    ["50,0", "45,8", "40,0", "44,8"]
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a new kind of test and a new threshold are told`(_ engine: Engine) async throws {
        try await ReportWorld.empty(engine) { world in
            let exam = "Centralizēts eksāmens"
            try await take(
                YearsTests.lines("2023/2024", 9, exam, "Angļu valoda", ["60", "68"])
                    + YearsTests.lines("2024/2025", 9, exam, "Angļu valoda", ["70", "60"])
                    + YearsTests.lines("2025/2026", 9, "Monitoringa darbs", "Angļu valoda", ["55"])
                    + YearsTests.lines("2024/2025", 9, exam, "Matemātika", ["50", "9", "10"])
                    + YearsTests.lines("2025/2026", 9, exam, "Matemātika", ["40", "14", "15"])
                    + YearsTests.lines("2025/2026", 9, "Monitoringa darbs", "Fizika", ["33"]),
                world
            )
            let selection = Selection(year: SchoolYear(2025))
            // The state's means of English and mathematics are those that Sekme ships.
            let answered = try await world.rows(ThreeYears.self, selection)
            #expect(
                answered == [
                    [
                        "Angļu valoda, 9. klase", "64,0", "63,9", "0,1", "65,0", "65,8", "−0,8", "55,0", "?",
                        "?", "mainīts darba veids",
                    ],
                    [
                        "Fizika, 9. klase", "?", "?", "?", "?", "?", "?", "33,0", "?", "?",
                        "tikai viens gads",
                    ],
                    [
                        "Matemātika, 9. klase", "?", "?", "?", "23,0", "53,8", "−30,8", "23,0", "?", "?",
                        "mainīts slieksnis (10 → 15\u{a0}%)",
                    ],
                ]
            )
            let details = try await world.rows(ThreeYears.self, selection, section: 1)
            #expect(details.count == 6)
            #expect(
                details.last == [
                    "Matemātika, 9. klase", "2025./2026.", "Centralizētais eksāmens", "3", "23,0", "?", "?",
                    "15",
                    "",
                ]
            )
            // 9 of 100 is below 10; 14 is below 15 and 15 is not.
            let answered2 = try await world.rows(Thresholds.self, Selection(year: SchoolYear(2024)))
            #expect(
                answered2 == [
                    ["Angļu valoda, 9. klase", "10", "2", "0,0", "65,0"],
                    ["Matemātika, 9. klase", "10", "3", "33,3", "23,0"], ["Kopā", "", "5", "20,0", ""],
                ]
            )
            let answered3 = try await world.rows(Thresholds.self, selection, section: 1)
            #expect(
                answered3
                    == [["Ozolu skola", "3", "33,3"]]
            )
        }
    }

    @Test func `levels of a year are rows of their own`() async throws {
        try await ReportWorld.empty(.sqlite) { world in
            try await take(
                YearsTests.lines(
                    "2023/2024",
                    12,
                    "Centralizēts eksāmens",
                    "Matemātika (optimālais līmenis)",
                    ["30"]
                )
                    + YearsTests.lines(
                        "2024/2025",
                        12,
                        "Centralizēts eksāmens",
                        "Matemātika (optimālais līmenis)",
                        ["40"]
                    )
                    + YearsTests.lines(
                        "2024/2025",
                        12,
                        "Centralizēts eksāmens",
                        "Matemātika (augstākais līmenis)",
                        ["70"]
                    ),
                world
            )
            let document = try await world.answer(ThreeYears.self, Selection(year: SchoolYear(2024)))
            #expect(!document.isOfEarlierYears)
            let later = try await world.answer(ThreeYears.self, Selection(year: SchoolYear(2025)))
            #expect(later.isOfEarlierYears && later.sections[0].rows.count == 2)
            let rows = try await world.rows(ThreeYears.self, Selection(year: SchoolYear(2024)))
            #expect(
                rows == [
                    [
                        "Matemātika, 12. klase, optimālais līmenis", "30,0", "34,3", "−4,3",
                        "40,0",
                        "43,7", "−3,7", "mainīts slieksnis (15 → 20\u{a0}%)",
                    ],
                    [
                        "Matemātika, 12. klase, augstākais līmenis", "?", "?", "?", "70,0",
                        "62,0",
                        "8,0", "tikai viens gads",
                    ],
                ]
            )
        }
    }

    @Test func `a year without state tests says what to do`() async throws {
        try await ReportWorld.empty(.sqlite) { world in
            for report in assessmentsRoom.reports {
                let document = try await world.answer(report, Selection(year: SchoolYear(2019)))
                #expect(
                    document.sections.first?.rows.isEmpty == true && document.sections.first?.total == nil
                )
            }
        }
    }
}
