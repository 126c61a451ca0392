import Attainment
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

struct TrackRecordTests {
    private static let reader = BoardWorld.asker([.readFigures])

    private func selection(_ year: Int, _ rule: String?, _ outcome: RiskOutcome) -> Selection {
        var selection = Selection(year: SchoolYear(year))
        selection.rule = rule
        selection.outcome = outcome.rawValue
        return selection
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence), arguments: Engine.available)
    func `past failures and absences tell of 649 pupils what the reference says`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.with(engine, RiskBoard.rooms, today: RiskBoard.today) { world in
            try await world.take(path: SharedData.path("pupils/student-por.csv"), mapping: "student-por")
            // Pupils, flagged, with the outcome, with both; precision and sensitivity in hundredths.
            let failures = try await world.answer(
                "prevention/track-record",
                selection(2005, "risk-past-failures", .annualMark),
                TrackRecordTests.reader
            )
            #expect(failures.sections.first?.rows.map { Array($0.numbers) } == [[649, 100, 100, 49, 49, 49]])
            // By how many a team serves, those with most failures first; 6 of 10 would tell of four.
            let served = try #require(failures.sections.first { $0.code == "served" })
            let few = try #require(served.rows.first?.numbers)
            #expect(few == [nil, nil, nil, nil, nil, nil])
            let more = served.rows.dropFirst().map { Array($0.numbers) }
            #expect(
                more == [
                    [649, 20, 100, 12, 60, 12], [649, 30, 100, 17, 57, 17], [649, 50, 100, 25, 50, 25],
                    [649, 75, 100, 33, 44, 33],
                ]
            )
            let absences = try await world.answer(
                "prevention/track-record",
                selection(2005, "risk-missed-lessons", .annualMark),
                TrackRecordTests.reader
            )
            let row = try #require(absences.sections.first?.rows.first?.numbers)
            #expect(row.first == 649 && Array(row.suffix(2)) == [24, 12])
            // Each rule that the data say something of, and pupils by their number of signs.
            let all = try await world.answer(
                "prevention/track-record",
                selection(2005, nil, .annualMark),
                TrackRecordTests.reader
            )
            let flagged = all.sections.first?.figures.mapValues { $0.dropFirst().first }
            #expect(flagged?["Nesekmība iepriekšējos gados"] == 100 && flagged?["Nav vērtējuma (nv)"] == 0)
            #expect(flagged?.count == 3)
            #expect(try await world.signals(on: nil, SchoolYear(2005)).count == 100)
        }
    }

    /// K1 to K5 are in grade 8 in 2024; K1 repeats, K2 leaves for work, K3 moves elsewhere, K4 goes on, K5 is unknown.
    private static let pupils = """
        \(RiskBoard.headings)
        Ozolu skola,2024/2025,8.a,K1,Ābols,Ansis,01.09.2024.,31.08.2025.,
        Ozolu skola,2024/2025,8.a,K2,Bērzs,Baiba,01.09.2024.,31.01.2025.,work
        Ozolu skola,2024/2025,8.a,K3,Celms,Centis,01.09.2024.,31.01.2025.,address
        Ozolu skola,2024/2025,8.a,K4,Dille,Dace,01.09.2024.,31.08.2025.,
        Ozolu skola,2024/2025,8.a,K5,Egle,Edgars,01.09.2024.,31.08.2025.,
        Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,
        Ozolu skola,2025/2026,9.a,K4,Dille,Dace,,,
        """

    @Test(arguments: Engine.available)
    func `who left and who repeated is told apart from who moved and who is not known`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine, pupils: TrackRecordTests.pupils) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K2", "2024-10-14", "nn", 12),
                ("Ozolu skola", "8.a", "K2", "2024-10-15", "nn", 12),
                ("Ozolu skola", "8.a", "K4", "2024-10-14", "nn", 12),
                ("Ozolu skola", "8.a", "K4", "2024-10-15", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2024-10-14", "nn", 1),
            ])
            func row(_ outcome: RiskOutcome, _ asker: Asker? = nil) async throws -> [Int?]? {
                let asked = selection(2024, "risk-unexcused", outcome)
                return try await world.answer("prevention/track-record", asked, asker).sections.first?.rows
                    .first?
                    .numbers
            }
            // Pupils, flagged, with the outcome, with both, precision, sensitivity.
            #expect(try await row(.left) == [3, 2, 1, 1, 50, 100])
            #expect(try await row(.repeated) == [2, 1, 1, 0, 0, 0])
            #expect(try await row(.leftOrRepeated) == [3, 2, 2, 1, 50, 50])
            let document = try await world.answer(
                "prevention/track-record",
                selection(2024, "risk-unexcused", .left)
            )
            #expect(document.ownNumbers(made: false).isEmpty)
            let made = Set(document.ownNumbers(made: true))
            #expect(made.isSuperset(of: TrackRecord.numbers.map { "table.\($0.code)" }))
            // A reader of aggregates learns nothing of one or two pupils.
            #expect(try await row(.left, TrackRecordTests.reader) == [nil, nil, nil, nil, nil, nil])
        }
    }

    @Test(arguments: Engine.available)
    func `numbers that hold seven pupils are shown until a board sets ten as the fewest`(
        _ engine: Engine
    ) async throws {
        // The first seven miss many lessons and leave, the others go on.
        let letters = Array("ABCDEFGHIJKLMN")
        let now = letters.enumerated().map { index, letter in
            let stay = index < 7 ? "01.09.2024.,31.01.2025.,work" : "01.09.2024.,31.08.2025.,"
            return "Ozolu skola,2024/2025,8.a,K\(letter),Paraugs\(letter),Ilze,\(stay)"
        }
        let next = letters.dropFirst(7).map {
            "Ozolu skola,2025/2026,9.a,K\($0),Paraugs\($0),Ilze,,,"
        }
        let lines = [RiskBoard.headings] + now + next
        try await RiskBoard.with(engine, pupils: lines.joined(separator: "\n")) { world in
            try await world.lessons(
                letters.enumerated().flatMap { index, letter in
                    ["2024-10-14", "2024-10-15"].map {
                        ("Ozolu skola", "8.a", "K\(letter)", $0, "nn", index < 7 ? 12 : 1)
                    }
                }
            )
            func row() async throws -> [Int?]? {
                let asked = selection(2024, "risk-unexcused", .left)
                return try await world.answer("prevention/track-record", asked, TrackRecordTests.reader)
                    .sections.first?.rows.first?.numbers
            }
            let five = try await row()
            #expect(five == [14, 7, 7, 7, 100, 100])
            try await world.show(atLeast: 10)
            let ten = try await row()
            #expect(ten == [nil, nil, nil, nil, nil, nil])
        }
    }

    @Test func `four numbers are shown together or not at all`() {
        func count(_ parts: [Int], strangers: Bool = true) -> TrackCount {
            var count = TrackCount()
            for (part, pupils) in parts.enumerated() {
                for _ in 0..<pupils {
                    count.add(flagged: part < 2, outcome: part % 2 == 0, isStranger: strangers)
                }
            }
            return count
        }
        #expect(count([5, 5, 5, 5]).isShown(floor: 5) && count([0, 9, 5, 90]).isShown(floor: 5))
        #expect(!count([4, 50, 50, 50]).isShown(floor: 5) && !count([50, 50, 50, 1]).isShown(floor: 5))
        #expect(count([1, 1, 1, 1], strangers: false).isShown(floor: 5))
        #expect(count([7, 3, 2, 8]).flagged == 10 && count([7, 3, 2, 8]).outcomes == 9)
    }
}
