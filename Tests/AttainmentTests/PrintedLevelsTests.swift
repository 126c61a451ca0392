import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// The levels of grades 4 to 6 as a school printed them in its self-evaluation of 2022/2023.
///
/// The printed 2.17, 43.04, 52.61 and 2.17 per cent are 5, 99, 121 and 5 of 230 marks. Pupils are made up.
struct PrintedLevelsTests {
    /// Level, a mark of it, how many of them, and the printed share in hundredths of a per cent.
    private static let printed: [(level: String, mark: Int, count: Int, hundredths: Int)] = [
        ("high", 9, 5, 217), ("optimal", 7, 99, 4_304), ("sufficient", 5, 121, 5_261),
        ("insufficient", 3, 5, 217),
    ]

    @Test(arguments: Engine.available)
    func `levels of grades 4 to 6 are the printed ones`(_ engine: Engine) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        for (level, mark, count, _) in PrintedLevelsTests.printed {
            for index in 0..<count {
                let (place, code) = ("\(4 + index % 3).a", "\(level)-\(index)")
                pupils.append("Ozolu skola,2022/2023,\(place),\(code),Paraugs,Ilze")
                marks.append("Ozolu skola,\(place),\(code),2022/2023,Matemātika,\(mark),year,,")
            }
        }
        let files = (pupils.joined(separator: "\n"), marks.joined(separator: "\n"))
        try await Town.with(engine, pupils: files.0, marks: files.1) { world in
            let year = Selection(year: SchoolYear(2022))
            for (level, _, count, hundredths) in PrintedLevelsTests.printed {
                let vector = try await world.vector("attainment/level-\(level)", year)
                let tally = try #require(vector[[]])
                #expect(tally.numerator == count && tally.denominator == 230)
                #expect(Exact.divide(tally.numerator, by: tally.denominator, decimals: 4) == hundredths)
            }
            let total = try await world.answer(LevelDistribution.self, year).table("table").total
            #expect(total?.texts == ["Kopā", "230", "2,2", "43,0", "52,6", "2,2", "0,0"])
        }
    }
}
