import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

struct SignalTests {
    private let twenty = [
        ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 10),
        ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 10),
    ]
    private let more = [("Ozolu skola", "8.a", "K1", "2026-01-14", "nn", 1)]
    private let tomorrow = RiskBoard.today + 1

    @Test(arguments: Engine.available)
    func `a sign goes along with the pupil to another class`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(twenty + more)
            let tenant = world.desk.tenant
            func stands() async throws -> [[Int]] {
                try await world.desk.database.data.read { connection in
                    try connection.rows(
                        """
                        SELECT id, institution_id, class_id, grade FROM risk_signal
                        WHERE tenant_id = \(tenant) AND rule = 'risk-unexcused' ORDER BY id
                        """,
                        Int.self,
                        Int.self,
                        Int.self,
                        Int.self
                    )
                    .map { [$0, $1, $2, $3] }
                }
            }
            let before = try await stands()
            #expect(before.map { $0.dropFirst() } == [[1, 1, 8]])
            try await world.take(
                "\(RiskBoard.headings)\nOzolu skola,2025/2026,8.b,K1,Ābols,Ansis,20.01.2026.,,",
                "pupils"
            )
            let after = try await stands()
            #expect(after.map { $0.dropFirst() } == [[1, 2, 8]])
            #expect(after.map(\.first) == before.map(\.first), "it is the same sign")
        }
    }

    @Test(arguments: Engine.available)
    func `the twenty-first lesson is a sign and the twentieth is none, and undoing takes it back`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(twenty)
            #expect(try await world.signals() == [])
            let batch = try #require(try await world.lessons(more))
            #expect(try await world.signals() == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.findings() == [])
            try await world.undo(batch)
            #expect(try await world.signals() == [])
            #expect(try await world.findings() == [])
            // Nobody looked into it, and the day is not over: nothing is left.
            #expect(try await world.count("risk_signal") == 0)
            #expect(try await world.count("risk_reading") == 0)
            let again = try #require(try await world.lessons(more))
            try await Importer(world.desk(on: tomorrow)).undo(again)
            #expect(try await world.signals(on: tomorrow) == [])
            // It is not forgotten that it was there the day before.
            #expect(try await world.count("risk_signal") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `what was looked into stays, and what ended comes back on the same day as it was`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let batch = try #require(try await world.lessons(twenty + more))
            let signal = try #require(try await world.signals(of: 1).open.first)
            try await SignalWork(desk: world.desk)
                .move(signal.id, of: signal.pupil, to: .review, version: signal.version)
            let later = world.desk(on: tomorrow)
            try await RuleEditor(later).set("risk-unexcused", from: nil, ["threshold": "30"])
            #expect(try await world.signals(on: tomorrow) == [])
            try await RuleEditor(later).set("risk-unexcused", from: nil, ["threshold": "20"])
            #expect(try await world.signals(on: tomorrow) == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.count("risk_signal") == 1)
            #expect(try await world.signals(of: 1, later).open.first?.state == .review)
            try await Importer(later).undo(batch)
            #expect(try await world.signals(of: 1, later).past.map(\.id) == [signal.id])
        }
    }

    @Test(arguments: Engine.available)
    func `a signal shows new facts, and an old day is answered as it was then`(_ engine: Engine) async throws
    {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(twenty + more)
            let later = world.desk(on: tomorrow)
            try await RuleEditor(later).set("risk-unexcused", from: nil, ["threshold": "18"])
            #expect(try await world.signals(on: RiskBoard.today) == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.signals(on: tomorrow) == ["1 unexcused 2 21/0 >18"])
            try await RuleEditor(world.desk(on: tomorrow + 1)).set(
                "risk-unexcused",
                from: nil,
                ["threshold": "30"]
            )
            #expect(try await world.signals(on: tomorrow + 1) == [])
            #expect(try await world.signals(on: tomorrow) == ["1 unexcused 2 21/0 >18"])
            #expect(try await world.signals(on: RiskBoard.today) == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.signals(on: RiskBoard.today - 1) == [])
            let pupil = try await world.signals(of: 1, world.desk(on: tomorrow + 1))
            #expect(pupil.open.isEmpty && pupil.past.map(\.endedOn) == [tomorrow + 1])
            #expect(pupil.readings.values.flatMap { $0.map(\.threshold) } == [20, 18])
        }
    }

    @Test(arguments: Engine.available)
    func `a rule from a day on leaves the term before it as it was`(_ engine: Engine) async throws {
        let autumn = [
            ("Ozolu skola", "8.a", "K1", "2025-10-13", "nn", 15),
            ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 15),
        ]
        try await RiskBoard.with(engine) { world in
            try await world.lessons(autumn)
            #expect(try await world.signals() == [])
            let first = try #require(Day(2026, 1, 1))
            try await RuleEditor(world.desk).set("risk-unexcused", from: first, ["threshold": "10"])
            #expect(try await world.signals() == ["1 unexcused 2 15/0 >10"])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a school may have a threshold of its own, and a board rules of its own`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 10),
                ("Liepu skola", "8.a", "K4", "2026-01-12", "nn", 10),
                ("Ozolu skola", "2.a", "K6", "2026-01-12", "nn", 10),
            ])
            let editor = RuleEditor(world.desk)
            try await editor.set(
                "risk-unexcused",
                from: nil,
                ["overrides-1-institution": "9900000002", "overrides-1-own": "9"]
            )
            #expect(try await world.signals() == ["4 unexcused 2 10/0 >9"])
            let history = try await editor.history("risk-unexcused", from: try #require(Day(2011, 2, 1)))
            #expect(history.count == 1)
            // The same quantity again, of grades 1 to 3 alone.
            try await editor.set(
                "risk-small",
                from: RiskBoard.today,
                [
                    "quantity": "unexcused-term", "comparison": "at-least", "threshold": "10", "toGrade": "3",
                    "group": "1", "mode": "live", "lv": "Mazie", "en": "The small", "source": "Pārvalde",
                ]
            )
            #expect(try await world.signals() == ["4 unexcused 2 10/0 >9", "6 small 2 10/0 >10"])
            let listed = try await editor.list().map(\.kind.name)
            #expect(listed.contains("risk-small"))
            try await editor.set("risk-small", from: nil, ["mode": "trial"])
            #expect(try await world.signals() == ["4 unexcused 2 10/0 >9"])
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a tenth of sixty lessons is much, of fifty-nine it is too early to tell`(
        _ engine: Engine
    ) async throws {
        func days(
            _ school: String,
            _ code: String,
            present: Int,
            missed: Int
        ) -> [(String, String, String, String, String, Int)] {
            (0..<5).map { (school, "8.a", code, "2026-01-1\(2 + $0)", "present", present / 5) }
                + (0..<5).map {
                    (
                        school, "8.a", code, "2026-01-2\($0)", "ns",
                        $0 == 0 ? missed - missed / 5 * 4 : missed / 5
                    )
                }
                .filter { $0.5 > 0 }
        }
        try await RiskBoard.with(engine) { world in
            // K1 6 of 61 is less than a tenth; K2 6 of 60 is one; K4 9 of 59.
            try await world.lessons(
                days("Ozolu skola", "K1", present: 55, missed: 6)
                    + days("Ozolu skola", "K2", present: 50, missed: 6)
                    + [("Ozolu skola", "8.a", "K2", "2026-01-28", "present", 4)]
                    + days("Liepu skola", "K4", present: 50, missed: 9)
            )
            #expect(try await world.signals() == ["2 absence 0 6/60 >10"])
            // It is said of whom it cannot be told yet, and what is lacking.
            let early = try await world.signals(of: 4).early
            #expect(early.map(\.rule) == ["risk-absence"])
            #expect(early.map { [$0.recorded, $0.needed] } == [[59, 60]])
            let enough = try await world.signals(of: 1).early
            #expect(enough.isEmpty)
            let answer = try await PupilSignalsPage()
                .answer(PageRequest(parts: ["pupil": "4"]), world.desk)
            guard case .page(let page) = answer else { throw Refusal.noSuchPage }
            let html = "\(page.body)"
            #expect(html.contains("Par agru spriest") && html.contains("59, vajag vismaz 60"))
            // The board may ask for less.
            try await RuleEditor(world.desk).set("risk-absence", from: nil, ["exposure": "50"])
            let told = try await world.signals()
            #expect(told.contains("4 absence 0 9/59 >10"))
        }
    }

    @Test(arguments: Engine.available)
    func `marks below four, nv and examinations at risk are signs`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let marks = """
                institution,class,pupil_code,year,subject,mark,kind,term,teacher
                Ozolu skola,8.a,K1,2025/2026,Matemātika,3,term,1,
                Ozolu skola,8.a,K1,2025/2026,Fizika,4,term,1,
                Ozolu skola,8.a,K2,2025/2026,Fizika,3,term,1,
                Ozolu skola,8.a,K2,2025/2026,Latviešu valoda,2,term,1,
                Ozolu skola,8.a,K2,2025/2026,Matemātika,1,term,1,
                Ozolu skola,8.b,K3,2025/2026,Fizika,nv,term,1,
                Ozolu skola,8.b,K3,2025/2026,Matemātika,9,term,1,
                """
            let report = try await world.take(marks, "marks")
            #expect(report.plan.rejected + report.plan.unmatched == 0)
            #expect(
                try await world.signals() == [
                    "1 exam-subjects 1 1/1 >1", "2 exam-subjects 1 2/2 >1", "2 subjects-below 1 3/3 >2",
                    "3 no-mark 1 1/2 >1",
                ]
            )
            #expect(try await world.findings() == [])
            let pupil = try await world.signals(of: 2)
            #expect(pupil.proposed == .targeted)
        }
    }

    @Test(arguments: Engine.available)
    func `repeating a grade and changing school are signs of the year they are in`(
        _ engine: Engine
    ) async throws {
        let pupils = """
            \(RiskBoard.headings),personal_code
            Ozolu skola,2024/2025,8.a,K1,Ābols,Ansis,01.09.2024.,31.08.2025.,,329999-00001
            Ozolu skola,2024/2025,7.a,K2,Bērzs,Baiba,01.09.2024.,31.08.2025.,,329999-00002
            Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,,329999-00001
            Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,01.09.2025.,30.11.2025.,wish,329999-00002
            Liepu skola,2025/2026,8.a,L7,Bērzs,Baiba,01.12.2025.,,,329999-00002
            """
        try await RiskBoard.with(engine, pupils: pupils) { world in
            let now = try await world.signals()
            #expect(now == ["1 repeating 0 1/0 >1", "2 school-changed 0 1/0 >1"])
            // The signal is where the pupil is now.
            var reach = Reach()
            reach.add(Scope(institution: InstitutionID(rawValue: 2)))
            let there = try await world.signals(on: nil, RiskBoard.year, reach)
            #expect(there == ["2 school-changed 0 1/0 >1"])
            let before = try await world.signals(on: nil, SchoolYear(2024))
            #expect(before == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a rule that begins later is asked when its day begins`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons(twenty)
            try await world.desk.beginDay()
            let editor = RuleEditor(world.desk)
            try await editor.set("risk-unexcused", from: tomorrow, ["threshold": "19"])
            try await world.desk.beginDay()
            #expect(try await world.signals(on: tomorrow) == [])
            try await world.desk(on: tomorrow).beginDay()
            #expect(try await world.signals(on: tomorrow) == ["1 unexcused 2 20/0 >19"])
        }
    }

    @Test(arguments: Engine.available)
    func `a list of pupils that is taken back takes their signals with it`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let report = try await world.take(
                """
                \(RiskBoard.headings)
                Ozolu skola,2024/2025,8.a,K9,Gaile,Guna,01.09.2024.,31.08.2025.,
                Ozolu skola,2025/2026,8.a,K9,Gaile,Guna,,,
                Ozolu skola,2024/2025,8.b,K3,Celms,Centis,01.09.2024.,31.08.2025.,
                """,
                "pupils"
            )
            let batch = try #require(report.batch)
            // K9 was new, K3 was there before with one year alone.
            #expect(try await world.signals().count == 2)
            #expect(try await world.signals().contains("3 repeating 0 1/0 >1"))
            try await Importer(world.desk(on: tomorrow)).undo(batch)
            #expect(try await world.signals(on: tomorrow) == [])
            // What was shown of K3 stays in the history, of K9 nothing does.
            #expect(try await world.count("risk_signal") == 1)
            #expect(try await world.count("risk_reading") == 1)
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `pupils of whom somebody wrote something are not taken back`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let report = try await world.take(
                "\(RiskBoard.headings)\nOzolu skola,2024/2025,8.a,K9,Gaile,Guna,,31.08.2025.,"
                    + "\nOzolu skola,2025/2026,8.a,K9,Gaile,Guna,,,",
                "pupils"
            )
            let batch = try #require(report.batch)
            let id = try #require(
                try await world.signals().first?.split(separator: " ").first.flatMap { Int($0) }
            )
            try await SignalWork(desk: world.desk).set(
                .targeted,
                of: PupilID(rawValue: id),
                "Saruna ar vecākiem"
            )
            await #expect(throws: Refusal.self) { try await world.undo(batch) }
        }
    }
}
