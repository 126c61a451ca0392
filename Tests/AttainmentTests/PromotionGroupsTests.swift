import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// Promotion by group, as a self-evaluation tells it: pupils of special programmes, of Ukraine, re-emigrants.
struct PromotionGroupsTests {
    private let year = Selection(year: SchoolYear(2024))

    /// 25 pupils of a special programme of whom some, usually one, have two marks below 4: 96 per cent; six from Ukraine and
    /// so many others, all promoted.
    private func town(
        _ engine: Engine,
        ukraine: Int = 6,
        failing: Int = 1,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        var pupils = ["\(Town.pupilHeadings),special,ukraine"]
        var marks = [Town.markHeadings]
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        for number in 0..<(25 + ukraine + 6) {
            let status = number < 25 ? "jā,nē" : number < 25 + ukraine ? "nē,jā" : "nē,nē"
            let name = "Ozols\(letters[number / 26])\(letters[number % 26])"
            pupils.append("Ozolu skola,2024/2025,7.a,K\(number),\(name),Ansis,\(status)")
            for subject in ["Matemātika", "Fizika"] {
                let mark = number < failing ? 3 : 6
                marks.append("Ozolu skola,7.a,K\(number),2024/2025,\(subject),\(mark),year,,")
            }
        }
        try await Town.with(
            engine,
            pupils: pupils.joined(separator: "\n"),
            marks: marks.joined(separator: "\n"),
            body
        )
    }

    @Test(arguments: Engine.available)
    func `who may know the status of pupils sees the share of each group`(_ engine: Engine) async throws {
        try await town(engine, ukraine: 2) { world in
            let groups = try await world.answer(Promotion.self, year).table("groups")
            #expect(
                groups.lines == [
                    ["Speciālajā programmā", "25", "96,0"], ["Ukrainas civiliedzīvotāji", "2", "100,0"],
                ]
            )
        }
    }

    @Test func `others see groups of a whole institution that are not few, and no other`() async throws {
        let reader = Town.asker([([.readFigures], .tenant)])
        let teacher = Town.asker([([.readFigures, .readPupils], .tenant)])
        for (ukraine, shown) in [(6, ["6", "100,0"]), (2, ["·", "·"])] {
            try await town(.sqlite, ukraine: ukraine, failing: 5) { world in
                var own = year
                own.institution = InstitutionID(
                    rawValue: try await Town.id("institution", "Ozolu skola", world)
                )
                for asker in [reader, teacher] {
                    let groups = try await world.answer(Promotion.self, own, asker).table("groups").lines
                    #expect(groups.map { Array($0.dropFirst()) } == [["25", "80,0"], shown])
                    let board = try await world.answer(Promotion.self, year, asker)
                    #expect(!board.sections.map(\.code).contains("groups"))
                    own.grade = 7
                    let grade = try await world.answer(Promotion.self, own, asker)
                    #expect(!grade.sections.map(\.code).contains("groups"))
                    own.grade = nil
                }
            }
        }
    }

    @Test func `one pupil of a large group who does not meet the condition is not told of`() async throws {
        let reader = Town.asker([([.readFigures], .tenant)])
        try await town(.sqlite) { world in
            var own = year
            own.institution = InstitutionID(
                rawValue: try await Town.id("institution", "Ozolu skola", world)
            )
            let groups = try await world.answer(Promotion.self, own, reader).table("groups").lines
            // The other group would tell of the one by what it leaves of all.
            #expect(groups.map { Array($0.dropFirst()) } == [["·", "·"], ["·", "·"]])
        }
    }
}
