import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// The condition of promotion: grades 1 to 3 with everything assessed, grades 4 to 8 with one subject below 4 at most,
/// grades 10 and 11 with none.
struct PromotionTests {
    private static let pupils = """
        \(Town.pupilHeadings)
        Ozolu skola,2024/2025,7.a,K1,Ābols,Ansis
        Ozolu skola,2024/2025,7.a,K2,Bērzs,Baiba
        Ozolu skola,2024/2025,7.a,K3,Celms,Centis
        Ozolu skola,2024/2025,7.a,K4,Dille,Dace
        Ozolu skola,2024/2025,9.a,K5,Egle,Edgars
        Bērzu skola,2024/2025,10.a,K6,Fricis,Fricis
        Bērzu skola,2024/2025,10.a,K7,Gaile,Guna
        """
    private static let marks = """
        \(Town.markHeadings)
        Ozolu skola,7.a,K1,2024/2025,Matemātika,4,year,,
        Ozolu skola,7.a,K1,2024/2025,Fizika,3,year,,
        Ozolu skola,7.a,K1,2024/2025,Latviešu valoda,a,year,,
        Ozolu skola,7.a,K2,2024/2025,Matemātika,3,year,,
        Ozolu skola,7.a,K2,2024/2025,Fizika,2,year,,
        Ozolu skola,7.a,K3,2024/2025,Matemātika,nv,year,,
        Ozolu skola,7.a,K3,2024/2025,Fizika,3,year,,
        Ozolu skola,7.a,K4,2024/2025,Matemātika,10,year,,
        Ozolu skola,7.a,K4,2024/2025,Matemātika,3,term,1,
        Ozolu skola,7.a,K4,2024/2025,Fizika,3,term,1,
        Ozolu skola,9.a,K5,2024/2025,Matemātika,1,year,,
        Bērzu skola,10.a,K6,2024/2025,Matemātika,3,year,,
        Bērzu skola,10.a,K6,2024/2025,Fizika,9,year,,
        Bērzu skola,10.a,K7,2024/2025,Matemātika,4,year,,
        """
    private let year = Selection(year: SchoolYear(2024))

    private func town(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await Town.with(engine, pupils: PromotionTests.pupils, marks: PromotionTests.marks, body)
    }

    @Test(arguments: Engine.available)
    func `one subject below is allowed to grade 8, none in grade 10, and grade 9 is not asked`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world in
            // K1 and K4 of four, K7 of two: 3 of 6.
            let whole = try await world.vector("attainment/promoted", year)
            #expect(whole == [[]: Tally(3, over: 6, people: 6)])
            let grades = try await world.vector("attainment/promoted", year, over: [.grade])
            #expect(grades == [[7]: Tally(2, over: 4, people: 4), [10]: Tally(1, over: 2, people: 2)])
            let document = try await world.answer(Promotion.self, year)
            #expect(
                try document.table("table").lines == [
                    ["Bērzu skola", "2", "1", "50,0"], ["Ozolu skola", "4", "2", "50,0"],
                ]
            )
            let total = try document.table("table").total
            #expect(total?.texts == ["Kopā", "6", "3", "50,0"])
            let pupils = try document.table("pupils")
            #expect(
                pupils.lines == [
                    ["Fricis Fricis", "Bērzu skola", "10.a", "1", "Matemātika\u{a0}3"],
                    ["Bērzs Baiba", "Ozolu skola", "7.a", "2", "Fizika\u{a0}2, Matemātika\u{a0}3"],
                    ["Celms Centis", "Ozolu skola", "7.a", "2", "Fizika\u{a0}3, Matemātika\u{a0}nv"],
                ]
            )
            #expect(pupils.rows.allSatisfy { $0.persons.count == 1 })
            let evidence = try await world.evidence("attainment/promoted", year)
            #expect(evidence.map(\.numerator).reduce(0, +) == 3 && evidence.count == 6)
        }
    }

    @Test(arguments: Engine.available)
    func `a term shows who would not move up`(_ engine: Engine) async throws {
        try await town(engine) { world in
            var term = year
            term.term = 1
            let document = try await world.answer(Promotion.self, term)
            #expect(try document.table("pupils").lines.map { $0[0] } == ["Dille Dace"])
            let total = try document.table("table").total
            #expect(total?.texts == ["Kopā", "1", "0", "0,0"])
        }
    }

    @Test func `readers of aggregates see no pupil and no share of few`() async throws {
        try await town(.sqlite) { world in
            let reader = Town.asker([([.readFigures], .tenant)])
            let document = try await world.answer(Promotion.self, year, reader)
            #expect(document.sections.map(\.code) == ["table", "grades"])
            #expect(
                document.sections.flatMap(\.lines).map { Array($0.dropFirst()) }
                    == Array(repeating: ["·", "·", "·"], count: 4)
            )
        }
    }

    @Test(arguments: Engine.available)
    func `grades 1 to 3 ask that everything is assessed, on whatever scale`(_ engine: Engine) async throws {
        let pupils = """
            \(Town.pupilHeadings)
            Ozolu skola,2024/2025,2.a,A1,Ābols,Ansis
            Ozolu skola,2024/2025,2.a,A2,Bērzs,Baiba
            Ozolu skola,2024/2025,2.a,A3,Celms,Centis
            """
        let marks = """
            \(Town.markHeadings),scale
            Ozolu skola,2.a,A1,2024/2025,Matemātika,S,year,,,stap
            Ozolu skola,2.a,A1,2024/2025,Latviešu valoda,T,year,,,stap
            Ozolu skola,2.a,A2,2024/2025,Matemātika,P,year,,,stap
            Ozolu skola,2.a,A2,2024/2025,Latviešu valoda,nv,year,,,stap
            Ozolu skola,2.a,A3,2024/2025,Matemātika,3,year,,,ten
            """
        try await Town.with(engine, pupils: pupils, marks: marks) { world in
            let grades = try await world.vector("attainment/promoted", year, over: [.grade])
            #expect(grades == [[2]: Tally(2, over: 3, people: 3)])
            let risk = try await world.answer(Promotion.self, year).table("pupils").lines
            #expect(risk == [["Bērzs Baiba", "Ozolu skola", "2.a", "1", "Latviešu valoda\u{a0}nv"]])
            let evidence = try await world.evidence("attainment/promoted", year)
            #expect(evidence.count == 3 && evidence.allSatisfy { $0.batch.rawValue > 0 })
        }
    }

    @Test(arguments: Engine.available)
    func `a re-examination that is written over the annual mark decides, whichever way it went`(
        _ engine: Engine
    ) async throws {
        func again(_ mark: String) -> String {
            """
            \(Town.markHeadings)
            Ozolu skola,7.a,K2,2024/2025,Fizika,\(mark),year,,
            """
        }
        try await town(engine) { world in
            func names() async throws -> [String] {
                try await world.answer(Promotion.self, year).table("pupils").lines.map { $0[0] }
            }
            func seventh() async throws -> Tally? {
                try await world.vector("attainment/promoted", year, over: [.grade])[[7]]
            }
            // Two below 4: the one of physics was examined anew, and mathematics is the one that may stay below.
            try await world.take(again("4"), "marks")
            #expect(try await seventh() == Tally(3, over: 4, people: 4))
            #expect(try await names() == ["Fricis Fricis", "Celms Centis"])
            // A result that is still below leaves two, and the pupil repeats the grade.
            try await world.take(again("3"), "marks")
            #expect(try await seventh() == Tally(2, over: 4, people: 4))
            #expect(try await names() == ["Fricis Fricis", "Bērzs Baiba", "Celms Centis"])
        }
    }

    @Test(arguments: Engine.available)
    func `in grades 1 to 3 what is assessed after further measures moves the pupil up`(
        _ engine: Engine
    ) async throws {
        let pupils = """
            \(Town.pupilHeadings)
            Ozolu skola,2024/2025,3.a,A1,Ābols,Ansis
            Ozolu skola,2024/2025,3.a,A2,Bērzs,Baiba
            """
        let marks = """
            \(Town.markHeadings),scale
            Ozolu skola,3.a,A1,2024/2025,Matemātika,nv,year,,,stap
            Ozolu skola,3.a,A2,2024/2025,Matemātika,nv,year,,,stap
            """
        let summer = """
            \(Town.markHeadings),scale
            Ozolu skola,3.a,A1,2024/2025,Matemātika,S,year,,,stap
            """
        try await Town.with(engine, pupils: pupils, marks: marks) { world in
            let before = try await world.vector("attainment/promoted", year)
            #expect(before == [[]: Tally(0, over: 2, people: 2)])
            // The weakest result that is a result: how good it is, is not asked.
            try await world.take(summer, "marks")
            let after = try await world.vector("attainment/promoted", year)
            #expect(after == [[]: Tally(1, over: 2, people: 2)])
            let document = try await world.answer(Promotion.self, year)
            let risk = try document.table("pupils").lines
            #expect(risk == [["Bērzs Baiba", "Ozolu skola", "3.a", "1", "Matemātika\u{a0}nv"]])
            // Whether the council recommends to repeat is its own: the report says that it does not know.
            let notes = document.notes.map(\.lv).joined(separator: "\n")
            #expect(notes.contains("pedagoģiskās padomes pamatota ieteikuma"))
            #expect(notes.contains("pedagoģiskās padomes lēmumu Sekme nezina"))
        }
    }

    @Test func `a year before the rule has no share`() async throws {
        try await town(.sqlite) { world in
            let document = try await world.answer(Promotion.self, Selection(year: SchoolYear(2019)))
            #expect(document.sections.allSatisfy { $0.rows.isEmpty })
            #expect(document.notes.first?.lv.contains("nav noteikts") == true)
        }
    }
}
