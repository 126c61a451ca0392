import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// Where a sign leads of a pupil who was in several classes, or whom registers alone tell of.
struct SignalWayTests {
    /// K1 goes from one class to the other of the school in the winter; K2 from one school to the other.
    private static let moved = """
        \(RiskBoard.headings),personal_code
        Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,01.09.2025.,11.01.2026.,,329999-00001
        Ozolu skola,2025/2026,8.b,K1,Ābols,Ansis,12.01.2026.,,,329999-00001
        Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,01.09.2025.,11.01.2026.,wish,329999-00002
        Liepu skola,2025/2026,8.a,L2,Bērzs,Baiba,12.01.2026.,,,329999-00002
        """

    private static func reader(_ institution: Int, _ classGroup: Int? = nil) -> Asker {
        let scope = Scope(
            institution: InstitutionID(rawValue: institution),
            classGroup: classGroup.map { ClassID(rawValue: $0) }
        )
        return BoardWorld.asker([.readFigures, .readPupils, .readSignals], in: scope)
    }

    /// The ways of a pupil's sign as "place: address", for somebody.
    private func ways(
        _ pupil: Int,
        _ rule: String,
        _ world: BoardWorld,
        _ asker: Asker
    ) async throws -> [String] {
        let data = try await world.signals(of: pupil, world.desk.seated(asker))
        let signal = try #require(data.open.first { $0.rule == rule })
        return data.ways(to: signal, in: signal.year).map { "\($0.place?.lv ?? "–"): \($0.address.text)" }
    }

    @Test(arguments: Engine.available)
    func `signs stand on the page of the pupil for those alone who may see them`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine, pupils: SignalWayTests.moved) { world in
            try await world.lessons([
                ("Ozolu skola", "8.b", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.b", "K1", "2026-01-13", "nn", 12),
            ])
            func lines(_ pupil: Int, _ asker: Asker) async throws -> [String] {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read {
                    try SignLines.lines(of: PupilID(rawValue: pupil), desk, $0).map(\.lv)
                }
            }
            let own = try await lines(1, SignalWayTests.reader(1))
            #expect(
                own.contains {
                    $0.contains("24\u{a0}stundas") && $0.hasSuffix("(\(SignalState.new.words.lv))")
                }
            )
            #expect(try await lines(1, SignalWayTests.reader(2)).isEmpty, "another school's")
            let figures = BoardWorld.asker(
                [.readFigures, .readPupils],
                in: Scope(institution: InstitutionID(rawValue: 1))
            )
            #expect(try await lines(1, figures).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a sign of a pupil of two classes leads to the figure over the year, or of the class one may see`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine, pupils: SignalWayTests.moved) { world in
            try await world.lessons([
                ("Ozolu skola", "8.b", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.b", "K1", "2026-01-13", "nn", 12),
                ("Liepu skola", "8.a", "L2", "2026-01-12", "nn", 12),
                ("Liepu skola", "8.a", "L2", "2026-01-13", "nn", 12),
            ])
            let figure = "/figures/attendance/unexcused?year=2025%2F2026"
            let head = try await ways(1, "risk-unexcused", world, SignalWayTests.reader(1))
            #expect(head == ["–: \(figure)&institution=1&pupil=1&term=2"])
            let teacher = try await ways(1, "risk-unexcused", world, SignalWayTests.reader(1, 2))
            #expect(teacher == ["Ozolu skola, 8.b: \(figure)&institution=1&class=2&pupil=1&term=2"])
            let board = try await ways(2, "risk-unexcused", world, world.desk.asker)
            #expect(board == ["–: \(figure)&pupil=2&term=2"])
            let second = try await ways(2, "risk-unexcused", world, SignalWayTests.reader(2))
            #expect(second == ["Liepu skola, 8.a: \(figure)&institution=2&class=3&pupil=2&term=2"])
            // The pupil is in another school: its page and its figures are no more the first one's.
            let left = try await ways(2, "risk-unexcused", world, SignalWayTests.reader(1))
            #expect(left == [])
            // The page writes them all.
            let answer = try await PupilSignalsPage().answer(
                PageRequest(parts: ["pupil": "2"]),
                world.desk.seated(SignalWayTests.reader(2))
            )
            guard case .page(let page) = answer else { throw Refusal.noSuchPage }
            #expect(
                "\(page.body)".contains(
                    "institution=2&amp;class=3&amp;pupil=2&amp;term=2\">Liepu skola, 8.a</a>"
                )
            )
        }
    }

    @Test(arguments: Engine.available)
    func `repeating a grade and changing school lead to the pupil's enrolments`(_ engine: Engine) async throws
    {
        let pupils = """
            \(SignalWayTests.moved)
            Ozolu skola,2024/2025,8.a,K1,Ābols,Ansis,01.09.2024.,31.08.2025.,,329999-00001
            """
        try await RiskBoard.with(engine, pupils: pupils) { world in
            let head = SignalWayTests.reader(1)
            let repeated = try await ways(1, "risk-repeating", world, head)
            #expect(repeated == ["–: /pupils/1#enrolments"])
            let second = SignalWayTests.reader(2)
            let changed = try await ways(2, "risk-school-changed", world, second)
            #expect(changed == ["–: /pupils/2#enrolments"])
            let left = try await ways(2, "risk-school-changed", world, head)
            #expect(left == [])
        }
    }
}
