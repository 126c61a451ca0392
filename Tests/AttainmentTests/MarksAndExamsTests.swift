import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// Marks beside results of tests and examinations.
struct MarksAndExamsTests {
    private static func pupils(_ classGroup: String, _ count: Int) -> String {
        let lines = (1...count).map {
            "Ozolu skola,2024/2025,\(classGroup),K\($0),Paraugs\(letter($0)),Ilze"
        }
        return ([Town.pupilHeadings] + lines).joined(separator: "\n")
    }

    private static func letter(_ number: Int) -> String { String(UnicodeScalar(UInt8(64 + number))) }

    private static func marks(_ classGroup: String, _ marks: [Int]) -> String {
        let lines = marks.enumerated().map {
            "Ozolu skola,\(classGroup),K\($0 + 1),2024/2025,Matemātika,\($1),year,,"
        }
        return ([Town.markHeadings] + lines).joined(separator: "\n")
    }

    private static func results(_ classGroup: String, _ work: String, _ percents: [Int]) -> String {
        let lines = percents.enumerated().map {
            "Ozolu skola,\(classGroup),K\($0 + 1),2024/2025,\(work),\($1)"
        }
        return (["institution,class,pupil_code,year,assessment,percent"] + lines).joined(separator: "\n")
    }

    private static let works = """
        Mācību gads;Pārbaudes darba kods;Pārbaudes darbs;Pārbaudes darba veids;Mācību priekšmets;Klašu grupa;\
        Vidējais valstī, %
        2024/2025;CE-MAT-9;Centralizētais eksāmens matemātikā;Centralizētais eksāmens;Matemātika;9;58,5
        2024/2025;PDD-MAT-7;Diagnosticējošais darbs matemātikā;municipal-diagnostic;Matemātika;7;
        """

    @Test(arguments: Engine.available)
    func `marks and examination of the same pupils, with the state beside`(_ engine: Engine) async throws {
        // A school of 37.2% in a state of 58.5%. Marks 4, 4, 5, 5, 5 are 46%.
        try await Town.with(
            engine,
            pupils: MarksAndExamsTests.pupils("9.a", 6),
            marks: MarksAndExamsTests.marks("9.a", [4, 4, 5, 5, 5, 10]),
            assessments: MarksAndExamsTests.works,
            results: MarksAndExamsTests.results("9.a", "CE-MAT-9", [31, 35, 37, 40, 43])
        ) { world in
            let selection = Selection(year: SchoolYear(2024))
            let document = try await world.answer(MarkExamBalance.self, selection)
            let line = try #require(try document.table("table").lines.first)
            // Own differences are 9, 5, 13, 10 and 7 points: four of five within 10.
            #expect(
                line.dropFirst() == [
                    "5", "4,60", "46,0", "37,2", "8,8", "līdzsvarā", "80,0", "58,5", "−21,3",
                ]
            )
            #expect(try document.table("places").lines.map { $0[1] } == ["Ozolu skola"])
            let reader = Town.asker([([.readFigures], .tenant)])
            let closed = try await world.answer(MarkExamBalance.self, selection, reader)
            #expect(closed.sections.map(\.code) == ["table"])
            let hidden = try #require(try closed.table("table").lines.first)
            #expect(hidden.dropFirst() == ["·", "·", "·", "·", "·", "·", "·", "58,5", "·"])
        }
    }

    @Test(arguments: Engine.available)
    func `a balance that leaves seven results is shown until a board sets ten as the fewest`(
        _ engine: Engine
    ) async throws {
        // All 27 took the examination, and 20 of them have a mark.
        let pupils = (1...27).map { "Ozolu skola,2024/2025,9.a,K\($0),Paraugs,Ilze" }
        try await Town.with(
            engine,
            pupils: ([Town.pupilHeadings] + pupils).joined(separator: "\n"),
            marks: MarksAndExamsTests.marks("9.a", Array(repeating: 5, count: 20)),
            assessments: MarksAndExamsTests.works,
            results: MarksAndExamsTests.results("9.a", "CE-MAT-9", Array(repeating: 50, count: 27))
        ) { world in
            let reader = Town.asker([([.readFigures], .tenant)])
            func counted() async throws -> String? {
                let selection = Selection(year: SchoolYear(2024))
                return try await world.answer(MarkExamBalance.self, selection, reader).table("table").lines
                    .first?[1]
            }
            let five = try await counted()
            try await world.show(atLeast: 10)
            let ten = try await counted()
            #expect(five == "20" && ten == "·")
        }
    }

    @Test func `marks higher by more than the rule allows are out of balance, at the bound they are in`()
        throws
    {
        for (result, words) in [(40, "līdzsvarā"), (39, "vērtējumi augstāki"), (61, "vērtējumi zemāki")] {
            var sum = BalanceSum()
            sum.add(mark: 500, percent: 5000, result: result * 100, tolerance: 10)
            let row = BalanceRow(
                assessment: 1,
                name: Text(same: ""),
                place: nil,
                sum: sum,
                tolerance: 10,
                stateMean: nil
            )
            #expect(BalanceTable.section("table", [row], nil).lines.first?[6] == words)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil far from what others with the mark have stands out`(_ engine: Engine) async throws {
        try await Town.with(
            engine,
            pupils: MarksAndExamsTests.pupils("7.a", 10),
            marks: MarksAndExamsTests.marks("7.a", [4, 4, 4, 4, 4, 8, 8, 8, 8, 8]),
            assessments: MarksAndExamsTests.works,
            results: MarksAndExamsTests.results("7.a", "PDD-MAT-7", [40, 40, 40, 40, 40, 80, 80, 80, 80, 20])
        ) { world in
            var selection = Selection(year: SchoolYear(2024))
            selection.classGroup = ClassID(rawValue: try await Town.id("class_group", "7.a", world))
            let document = try await world.answer(MarksAndTests.self, selection)
            // The line goes through 40 and (4 · 80 + 20) / 5 = 68; the rest is √(2880 / 8) = 19 points.
            let outliers = try document.table("outliers").lines.map { [$0[0]] + $0.dropFirst(2) }
            #expect(outliers == [["ParaugsJ Ilze", "8,00", "20,0", "68,0", "krietni zemāks"]])
            #expect(document.ownNumbers(made: false).isEmpty)
            let points = try #require(document.sections.first)
            #expect(points.rows.count == 10 && points.rows.allSatisfy { $0.persons.count == 1 })
            #expect(document.finding?.lv == "1\u{a0}rezultāts no 10 krasi atšķiras no vērtējuma")
            #expect(document.sections.compactMap(\.title).allSatisfy { !$0.lv.contains("2024./2025.") })
            let reader = Town.asker([([.readFigures], .tenant)])
            let closed = try await world.answer(MarksAndTests.self, selection, reader)
            #expect(closed.sections.allSatisfy { $0.rows.isEmpty })
        }
    }

    @Test(arguments: Engine.available)
    func `a class that has no tests yet shows those of its pupils in the latest year that has`(
        _ engine: Engine
    ) async throws {
        let next = (1...5).map {
            "Ozolu skola,2025/2026,8.a,K\($0),Paraugs\(MarksAndExamsTests.letter($0)),Ilze"
        }
        try await Town.with(
            engine,
            pupils: ([MarksAndExamsTests.pupils("7.a", 10)] + next).joined(separator: "\n"),
            marks: MarksAndExamsTests.marks("7.a", [4, 4, 4, 4, 4, 8, 8, 8, 8, 8]),
            assessments: MarksAndExamsTests.works,
            results: MarksAndExamsTests.results("7.a", "PDD-MAT-7", [40, 41, 42, 43, 44, 80, 80, 80, 80, 20])
        ) { world in
            let classGroup = ClassID(rawValue: try await Town.id("class_group", "8.a", world))
            let school = InstitutionID(rawValue: try await Town.id("institution", "Ozolu skola", world))
            var selection = Selection(year: SchoolYear(2025), institution: school)
            selection.classGroup = classGroup
            let own = Scope(institution: school, classGroup: classGroup)
            let teacher = Town.asker([([.readFigures, .readPupils], own)])
            for asker in [nil, teacher] {
                let document = try await world.answer(MarksAndTests.self, selection, asker)
                let points = try #require(document.sections.first)
                #expect(points.lines.map { $0[2] } == ["40,0", "41,0", "42,0", "43,0", "44,0"])
                // The year shown is not the one chosen, so that heading, pictures and tables say which it is.
                #expect(document.notes.first?.lv.contains("2024./2025.") == true)
                #expect(document.finding?.lv.hasPrefix("2024./2025. mācību gadā ") == true)
                #expect(document.finding?.en.hasSuffix(" in 2024/2025") == true)
                let titles = document.sections.compactMap(\.title)
                #expect(titles.count == 2)
                #expect(titles.allSatisfy { $0.lv.hasSuffix(" – 2024./2025. mācību gads") })
            }
            let stranger = Town.asker([([.readFigures], own)])
            let closed = try await world.answer(MarksAndTests.self, selection, stranger)
            #expect(closed.sections.allSatisfy { $0.rows.isEmpty })
        }
    }
}
