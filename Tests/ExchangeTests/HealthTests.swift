import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Exchange

struct HealthTests {
    private func health(_ runs: [SourceRun]) -> SourceHealth {
        SourceHealth(owner: SourceOwner(mapping: "m"), format: "f", runs: runs)
    }

    private func reading(_ sign: HealthSign, _ runs: [SourceRun]) throws -> HealthReading {
        try #require(HealthReading(sign, runs))
    }

    @Test func `the usual is the median with three spreads to either side`() throws {
        // Before: 1000, 1100, 900, 1200, 1000; the median is 1000, the distances 0, 100, 100, 200, 0: spread 100.
        let before = [1000, 1100, 900, 1200, 1000].map { SourceRun(batch: 1, lines: $0) }
        let usual = try reading(.lines, [SourceRun(batch: 2, lines: 1300)] + before)
        #expect(usual.usual == 700...1300 && !usual.isOut, "the bounds are usual")
        #expect(try reading(.lines, [SourceRun(batch: 2, lines: 1301)] + before).isOut)
        #expect(try reading(.lines, [SourceRun(batch: 2, lines: 699)] + before).isOut, "a file cut short")
    }

    @Test func `a source that never varies is given a twentieth, or two in a hundred`() throws {
        let before = Array(repeating: SourceRun(batch: 1, lines: 1000), count: 6)
        #expect(try reading(.lines, [SourceRun(batch: 2, lines: 1050)] + before).usual == 950...1050)
        let few = try reading(.rejected, [SourceRun(batch: 2, lines: 1000, rejected: 20)] + before)
        #expect(few.value == 20 && few.usual == 0...20 && !few.isOut)
        #expect(try reading(.rejected, [SourceRun(batch: 2, lines: 1000, rejected: 21)] + before).isOut)
    }

    @Test func `shares that fall are no alarm, and one wild import does not widen the usual`() throws {
        let before =
            [SourceRun(batch: 9, lines: 100, unmatched: 90)]
            + Array(repeating: SourceRun(batch: 1, lines: 100, unmatched: 5), count: 4)
        let none = try reading(.unmatched, [SourceRun(batch: 10, lines: 100)] + before)
        #expect(none.usual == 30...70 && !none.isOut)
        #expect(try reading(.unmatched, [SourceRun(batch: 10, lines: 100, unmatched: 8)] + before).isOut)
    }

    @Test func `what was changed is measured by what was there`() throws {
        let before = Array(
            repeating: SourceRun(batch: 1, lines: 100, changed: 1, unchanged: 99),
            count: 4
        )
        let many = try reading(
            .changed,
            [SourceRun(batch: 2, lines: 100, changed: 60, unchanged: 40)] + before
        )
        #expect(many.value == 600 && many.usual == 0...30 && many.isOut)
        #expect(HealthReading(.changed, [SourceRun(batch: 2, lines: 5)] + before) == nil, "nothing was there")
    }

    @Test func `four earlier imports are needed`() throws {
        let three = Array(repeating: SourceRun(batch: 1, lines: 100), count: 3)
        let young = health([SourceRun(batch: 2, lines: 1)] + three)
        #expect(young.readings.allSatisfy { $0.usual == nil } && !young.isAlarming)
        #expect(health([SourceRun(batch: 2, lines: 1)] + three + three).isAlarming)
    }

    @Test(arguments: Engine.available)
    func `a file that is suddenly short alarms, and not once it is taken back`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            func file(_ pupils: ClosedRange<Int>, _ surname: String) -> String {
                "Kods;Uzvārds;Klase\n" + pupils.map { "p\($0);\(surname);5.a\n" }.joined()
            }
            for number in 1...5 { try await world.take(file(1...40, "Kalns\(number)")) }
            let name = try await world.database.data.read { connection in
                try ImportHealth.load(world.desk.tenant, connection).sources.map(\.owner.mapping)
            }
            #expect(name == ["pupil-list"])
            let tenant = world.desk.tenant
            func alarms() async throws -> [HealthSign] {
                try await world.database.data.read { connection in
                    try ImportHealth.load(tenant, connection).alarms.flatMap { source in
                        source.readings.filter(\.isOut).map(\.sign)
                    }
                }
            }
            #expect(try await alarms() == [])
            let short = try await world.take(file(1...10, "Kalns9"))
            #expect(try await alarms() == [.lines])
            try await world.importer.undo(try #require(short.batch))
            #expect(try await alarms() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `each institution has its own usual, in whatever order its files come`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let tenant = world.desk.tenant
            /// A batch as an import of a file leaves it.
            func put(_ id: Int, _ lines: Int, institution: Int, said: String = "") async throws {
                let constants = said.isEmpty ? [:] : ["institution": said]
                let mapping = try JSON.text(
                    Mapping("marks", Text(same: "marks"), format: "marks", constants: constants)
                )
                try await world.database.data.write { connection in
                    try connection.execute(
                        """
                        INSERT INTO batch
                        (tenant_id, id, import_id, format, mapping, year, term, account_id, account, started_at,
                        applied_at, undone_at, undone_by, lines, added, changed, unchanged, removed, rejected,
                        unmatched, institution_id)
                        VALUES (\(tenant), \(id), \(id), 'marks', \(mapping), '', 0, 7, 'test', 1, \(id), 0, 0,
                        \(lines), \(lines), 0, 0, 0, 0, 0, \(institution))
                        """
                    )
                }
            }
            func health() async throws -> ImportHealth {
                try await world.database.data.read { try ImportHealth.load(tenant, $0) }
            }
            // A large school, a small one, and a third whose files the board imports; the order changes.
            for round in 0..<5 {
                try await put(
                    3 * round + 1,
                    round.isMultiple(of: 2) ? 900 : 60,
                    institution: round.isMultiple(of: 2) ? 1 : 2
                )
                try await put(
                    3 * round + 2,
                    round.isMultiple(of: 2) ? 60 : 900,
                    institution: round.isMultiple(of: 2) ? 2 : 1
                )
                try await put(3 * round + 3, 300, institution: 0, said: "Trešā skola")
            }
            #expect(try await health().sources.map(\.owner.institution?.rawValue) == [nil, 1, 2])
            #expect(try await health().alarms.isEmpty)
            try await put(20, 450, institution: 1)
            try await put(21, 150, institution: 0, said: "Trešā skola")
            let alarms = try await health().alarms
            #expect(alarms.map(\.owner.institution?.rawValue) == [nil, 1], "half a file does not pass")
            #expect(alarms.first?.place?.lv == "Trešā skola")
            #expect(alarms.first?.owner.address.text.contains("said=Tre") == true)
            #expect(alarms.last?.owner.address.text == "/imports/sources/marks?institution=1")
        }
    }

    @Test(arguments: Engine.available)
    func `pages tell the health, the card and the imports of a source`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            func body(_ page: any Page, _ parts: [String: String] = [:]) async throws -> String {
                let answer = try await page.answer(PageRequest(parts: parts), world.desk)
                guard case .page(let content) = answer else { return "" }
                return content.body.string
            }
            let all = try await body(HealthPage())
            #expect(all.contains("Skolēnu saraksts") && all.contains("vēl nav ar ko salīdzināt"))
            for sign in HealthSign.allCases { #expect(all.contains(sign.words.lv), "\(sign)") }
            #expect(all.contains("Vēl nav importēti") && all.contains("/imports/sources/lesson-list"))
            let one = try await body(SourcePage(), ["source": "pupil-list"])
            #expect(
                one.contains("Datu plūsmas apraksts") && one.contains("Izdomāts") && one.contains("Pārraksta")
            )
            #expect(one.contains("Ko maina") && one.contains("Neko īstu"))
            #expect(one.contains("/imports/batches/1"))
            let never = try await body(SourcePage(), ["source": "lesson-list"])
            #expect(never.contains("Datu plūsmas apraksts") && !never.contains("/imports/batches/"))
            await #expect(throws: Refusal.self) { try await body(SourcePage(), ["source": "no-such"]) }
        }
    }
}
