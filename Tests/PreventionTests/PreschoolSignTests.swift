import Exchange
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Children in preparation for school have signs of their own, by days; school has its own from the first grade on.
struct PreschoolSignTests {
    private static let day = Day(2027, 2, 1) ?? Day(number: 0)
    private static let year = SchoolYear(2026)

    /// Of child 3 no day of birth is known.
    private static func pupils(_ year: String, born: String) -> String {
        """
        institution,year,class,external_code,surname,forename,birth_day
        Ozolu skola,\(year),8.a,K1,Ābols,Ansis,
        Ozolu skola,\(year),Pūcītes,K7,Gailis,Gatis,\(born)
        Ozolu skola,\(year),Pūcītes,K8,Irbe,Ilze,
        """
    }

    private func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        let pupils = PreschoolSignTests.pupils("2026/2027", born: "2021-05-12")
        try await RiskBoard.with(engine, pupils: pupils, today: PreschoolSignTests.day, body)
    }

    private func missed(
        _ code: String,
        _ days: ClosedRange<Int>,
        _ lessons: Int,
        year: Int = 2027
    ) -> [(String, String, String, String, String, Int)] {
        let group = code == "K1" ? "8.a" : "Pūcītes"
        return days.map { ("Ozolu skola", group, code, "\(year)-01-\($0)", "nn", lessons) }
    }

    private func signals(_ world: BoardWorld) async throws -> [String] {
        try await world.signals(on: PreschoolSignTests.day, PreschoolSignTests.year)
    }

    @Test(arguments: Engine.available)
    func `a child has a sign with the fourth day, in the import that brings it, and none of lessons`(
        _ engine: Engine
    ) async throws {
        try await with(engine) { world in
            try await world.lessons(missed("K7", 12...14, 6) + missed("K8", 12...15, 6))
            let three = try await signals(world)
            #expect(three == [])
            // 24 lessons in four days.
            let batch = try #require(try await world.lessons(missed("K7", 15...15, 6)))
            let four = try await signals(world)
            #expect(four == ["2 unexcused-days 2 4/0 >3"])
            #expect(try await world.findings() == [])
            try await world.lessons(missed("K1", 12...14, 7))
            let both = try await signals(world)
            #expect(both == ["1 unexcused 2 21/0 >20", "2 unexcused-days 2 4/0 >3"])
            try await world.undo(batch)
            let after = try await signals(world)
            #expect(after == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a day of birth that comes to be known gives the sign`(_ engine: Engine) async throws {
        try await with(engine) { world in
            try await world.lessons(missed("K8", 12...15, 1))
            let before = try await signals(world)
            #expect(before == [])
            let pupils = PreschoolSignTests.pupils("2026/2027", born: "2021-05-12")
            let known = pupils.replacing("Irbe,Ilze,", with: "Irbe,Ilze,2020-03-01")
            try await world.take(known, "pupils")
            let after = try await signals(world)
            #expect(after == ["3 unexcused-days 2 4/0 >3"])
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `the sign says days, and leads to the rule and to the figure behind it`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await with(engine) { world in
            try await world.lessons(missed("K7", 12...15, 1))
            let request = PageRequest(parts: ["pupil": "2"], language: language)
            guard case .page(let page) = try await PupilSignalsPage().answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            let text = page.body.string
            #expect(text.contains(Text(lv: "4\u{a0}dienas", en: "4\u{a0}days")[language]))
            #expect(text.contains(Text(lv: "vairāk nekā 3", en: "more than 3")[language]))
            #expect(text.contains("/figures/attendance/unexcused-days?year=2026%2F2027"))
        }
    }

    @Test(arguments: Engine.available)
    func `a day before the turn is answered as it was`(_ engine: Engine) async throws {
        let pupils = PreschoolSignTests.pupils("2025/2026", born: "2020-05-12")
        try await RiskBoard.with(engine, pupils: pupils) { world in
            try await world.lessons(missed("K7", 12...15, 6, year: 2026))
            #expect(try await world.signals() == ["2 unexcused 2 24/0 >20"])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a board has a rule of its own for preparation alone`(_ engine: Engine) async throws {
        try await with(engine) { world in
            try await world.lessons(missed("K7", 12...13, 6) + missed("K1", 12...13, 6))
            try await RuleEditor(world.desk).set(
                "risk-small",
                from: PreschoolSignTests.day,
                [
                    "quantity": "unexcused-term", "comparison": "at-least", "threshold": "12",
                    "fromGrade": "0", "toGrade": "0", "group": "1", "mode": "live", "lv": "Mazie",
                    "en": "The small", "source": "Pārvalde",
                ]
            )
            let found = try await signals(world)
            #expect(found == ["2 small 2 12/0 >12"])
        }
    }
}
