import Access
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

extension BoardWorld {
    /// A board with the small programme, and events of its first year.
    static func annual(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await world.hold("1.1", 1, "15.02.2024.", people: "20")
            try await world.hold("1.1", 1, "16.10.2024.", people: "15")
            try await world.hold("1.1", 2, "20.11.2024.")
            try await body(world, try await world.plan().programme.id)
        }
    }

    func found(_ report: Int, as asker: Asker? = nil) async throws -> AnnualDesk.Found {
        try await AnnualDesk(desk: desk.seated(asker ?? desk.asker)).find(report)
    }

    /// Moves a report as it stands now.
    func move(_ report: Int, _ move: AnnualMove, as asker: Asker? = nil) async throws {
        let desk = AnnualDesk(desk: desk.seated(asker ?? desk.asker))
        try await desk.move(report, move, version: try await desk.find(report).report.version)
    }

    /// Writes the texts of a report.
    func write(_ report: Int) async throws {
        let version = try await found(report).report.version
        let texts = [
            "introduction": "Gads bija mierīgs.\n\nDarbs turpinās.",
            "recommendations": "Vairāk lekciju & sarunu.",
            "version": String(version),
        ]
        let saved = try await post(EditAction<AnnualTexts>(), ["report": report], texts)
        #expect(saved.status == 303, "\(saved.text)")
    }

    /// A report of 2024, frozen or published.
    func finished(_ plan: Int, _ moves: [AnnualMove]) async throws -> Int {
        let report = try await AnnualDesk(desk: desk).begin(plan, year: 2024)
        try await write(report)
        for one in moves { try await move(report, one) }
        return report
    }
}

struct AnnualTests {
    private static let reader = BoardWorld.asker([.seePlans, .readFigures])

    @Test(arguments: Engine.available)
    func `every number of a report is the number that the reports print`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await AnnualDesk(desk: world.desk).begin(plan, year: 2024)
            let content = try await world.found(id).content
            let selection = Selection(year: SchoolYear(2023))
            var compared = 0
            for (report, code, section) in [
                ("indicators", "indicators", 0), ("activities", "activities", 0),
                ("activities", "outcomes", 3),
                ("activities", "institutions", 4), ("budget", "budget", 0), ("late", "late", 0),
            ] {
                let printed = try await world.answer("planning/\(report)", selection).sections[section]
                // Of what is late the annual report has what was due in its year or before.
                let rows = printed.rows.filter { code != "late" || Self.due($0) <= 2024 }
                #expect(code != "late" || rows.count < printed.rows.count)
                let own =
                    content.goals.flatMap(\.tables).filter { $0.code == code }
                    + content.tables.filter {
                        $0.code == code
                    }
                #expect(own.reduce(0) { $0 + $1.rows.count } == rows.count, "\(code)")
                let mine = own.flatMap { table in
                    table.rows.indices.map { row in
                        printed.columns.map { table.cell(row, $0.code) }
                    }
                }
                for row in rows {
                    let cells = row.cells.map { AnnualCell($0) }
                    // A row is the one whose every kept cell is equal.
                    let isThere = mine.contains { own in
                        zip(own, cells).allSatisfy { $0 == nil || $0 == $1 }
                    }
                    #expect(isThere, "\(code): \(row.words)")
                    compared += 1
                }
                if let total = printed.total, let mine = own.first?.total {
                    let sum = printed.columns.firstIndex { $0.code == "total" }.map {
                        AnnualCell(total.cells[$0])
                    }
                    #expect(sum != nil && mine.contains { $0 == sum }, "\(mine)")
                }
            }
            #expect(compared == 2 + 3 + 2 + 2 + 1 + (content.table("late")?.rows.count ?? 0))
        }
    }

    /// The year in which something late was due.
    private static func due(_ row: ReportRow) -> Int {
        let days = row.cells.compactMap { cell -> Int? in
            if case .day(let day) = cell { day.parts.year } else { nil }
        }
        return days.first ?? 0
    }

    @Test(arguments: Engine.available)
    func `the summary can be counted by hand`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await AnnualDesk(desk: world.desk).begin(plan, year: 2024)
            let content = try await world.found(id).content
            let counts = Dictionary(
                uniqueKeysWithValues: content.counts.map { count in
                    (count.code, [count.part, count.whole].compactMap { $0?.words(.lv) })
                }
            )
            #expect(counts["tasks"] == ["1", "3"])
            // Two institutions, two lectures each.
            #expect(counts["events"] == ["3", "4"])
            #expect(counts["participants"] == ["35"])
            #expect(counts["indicators"] == ["1", "2"])
            #expect(counts["money"] == ["1250,50", "1000"])
            let goals = content.goals.map { $0.title.lv }
            #expect(
                goals == [
                    "1. Vecāki līdzdarbojas (universālā prevencija)",
                    "2. Atbalsts laikus (pielāgotā prevencija)",
                ]
            )
            let meetings = try #require(content.goals[1].tables.first { $0.code == "indicators" })
            #expect(meetings.cell(0, "own") == .number(5, decimals: 0, percent: false))
            #expect(meetings.cell(0, "value") == .number(6, decimals: 0, percent: false))
            let reached = try #require(content.table("outcome-counts"))
            #expect(reached.rows.map { $0.dropFirst().map { $0.count } } == [[1, 0, 0, 0], [0, 0, 0, 1]])
            let budget = try #require(content.table("budget"))
            #expect(
                budget.rows[0].map { $0.words(.lv) } == [
                    "1", "Lekcijas", "1000", "1250,50", "3000", "1250,50",
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a frozen report keeps its figures whatever comes later`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve])
            try await world.hold("1.1", 2, "21.11.2024.", people: "9")
            #expect(try await world.found(id).content.counts[1].part == .count(4))
            try await world.move(id, .freeze)
            let frozen = try await world.found(id).content
            try await world.hold("1.1", 2, "22.11.2024.", people: "9")
            try await world.move(id, .publish)
            #expect(try await world.found(id).content == frozen)
            #expect(frozen.counts[1].part == .count(4) && frozen.day == today.number)
            #expect(frozen.counts[2].part == .count(44))
            // Freezing is what collects the results; that they are published is no figure.
            let steps = try #require(frozen.table("steps"))
            #expect(steps.rows.count == 4 && steps.rows.last?.last == .day(today.number))
            #expect(steps.rows.first?.last == .words(lv: "nav izdarīts", en: "not done"))
            let kept = try await world.desk.database.data.read { connection in
                try connection.rows("SELECT format, content FROM plan_report_frozen", Int.self, String.self)
            }
            #expect(kept.count == 1 && kept[0].0 == 1)
            #expect(try AnnualContent(stored: kept[0].1) == frozen)
            // A later edition has the figures of its own day.
            let next = try await AnnualDesk(desk: world.desk).begin(plan, year: 2024)
            let second = try await world.found(next)
            #expect(next != id && second.report.edition == 2 && second.content.counts[2].part == .count(53))
            #expect(second.report.introduction.hasPrefix("Gads bija mierīgs."))
        }
    }

    @Test(arguments: Engine.available)
    func `states follow one another, and each marks its step of the year`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await AnnualDesk(desk: world.desk).begin(plan, year: 2024)
            #expect(try await AnnualDesk(desk: world.desk).begin(plan, year: 2024) == id)
            await #expect(
                throws: Refusal.textsMissing([AnnualWords.introduction, AnnualWords.recommendations])
            ) {
                try await world.move(id, .review)
            }
            try await world.write(id)
            for early in [AnnualMove.approve, .publish] {
                await #expect(throws: Refusal.wrongState(.draft)) { try await world.move(id, early) }
            }
            try await world.move(id, .review)
            let reviewed = try await world.found(id).report
            #expect(reviewed.state == .reviewed && reviewed.reviewed == today && reviewed.reviewer == "Test")
            await #expect(throws: Refusal.wrongState(.reviewed)) {
                _ = try await world.get(EditPage<AnnualTexts>(), ["report": id])
            }
            try await world.move(id, .reopen)
            #expect(try await world.found(id).report.reviewed == nil)
            try await world.move(id, .review)
            try await world.move(id, .approve)
            await #expect(throws: Refusal.wrongState(.approved)) {
                _ = try await world.get(EditPage<AnnualTexts>(), ["report": id])
            }
            try await world.move(id, .reopen)
            try await world.move(id, .review)
            try await world.move(id, .approve)
            try await world.move(id, .freeze)
            #expect(try await world.step(.results) == .done)
            #expect(try await world.step(.publication) == .soon)
            try await world.move(id, .publish)
            #expect(try await world.step(.publication) == .done)
            try await world.move(id, .withdraw)
            #expect(try await world.step(.publication) == .soon)
            let running = try await AnnualDesk(desk: world.desk).begin(plan, year: 2025)
            try await world.write(running)
            try await world.move(running, .review)
            try await world.move(running, .approve)
            await #expect(throws: Refusal.yearRuns(2025)) { try await world.move(running, .freeze) }
            let waiting = try await world.get(AnnualPage(maker: .init()), ["report": running]).body.string
            #expect(!waiting.contains("value=\"freeze\"") && waiting.contains("2025. gads vēl nav beidzies"))
            #expect(waiting.contains("01.01.2026."))
            // Whoever has an older page open comes back to the report, and not to a page of errors.
            let version = String(try await world.found(running).report.version)
            let sent = try await world.post(
                AnnualAction(),
                ["report": running],
                ["move": "freeze", "version": version]
            )
            #expect(sent.target == "/planning/annual/\(running)")
            #expect(try await world.found(running).report.state == .approved)
            await #expect(throws: Refusal.self) {
                _ = try await AnnualDesk(desk: world.desk).begin(plan, year: 2026)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever wrote a report does not review it where somebody else may`(_ engine: Engine) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let author = BoardWorld.person(.preventionCoordinator, 41, in: .tenant, planningRoom)
            let other = BoardWorld.person(.boardSpecialist, 42, in: .tenant, planningRoom)
            try await world.account(author)
            let id = try await AnnualDesk(desk: world.desk.seated(author)).begin(plan, year: 2024)
            let texts = ["introduction": "Gads.", "recommendations": "Vairāk.", "version": "1"]
            let saved = try await world.post(EditAction<AnnualTexts>(), ["report": id], texts, as: author)
            #expect(saved.status == 303, "\(saved.text)")
            func page(_ asker: Asker) async throws -> String {
                try await world.get(AnnualPage(maker: .init()), ["report": id], as: asker).body.string
            }
            // Alone with the programme, the author reviews it too.
            #expect(try await page(author).contains("value=\"review\""))
            try await world.account(other)
            let own = try await page(author)
            #expect(!own.contains("value=\"review\"") && own.contains(other.name))
            await #expect(throws: Refusal.ownTexts([other.name])) {
                try await world.move(id, .review, as: author)
            }
            try await world.move(id, .review, as: other)
            let reviewed = try await world.found(id).report
            #expect(reviewed.reviewer == other.name && reviewed.reviewed == today)
            #expect(try await page(author).contains("Izskatīja \(other.name)"))
            // Who returned it wrote nothing: the author is still the author.
            try await world.move(id, .reopen, as: other)
            await #expect(throws: Refusal.self) { try await world.move(id, .review, as: author) }
            try await world.move(id, .review, as: other)
            try await world.move(id, .approve, as: author)
            #expect(try await world.found(id).report.reviewer == other.name)
        }
    }

    @Test(arguments: Engine.available)
    func `drafts are for those who edit the programme, published reports for all who see plans`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.annual(engine) { world, plan in
            let id = try await world.finished(plan, [.review, .approve, .freeze])
            let head = BoardWorld.asker(
                [.seePlans, .editPlans],
                in: Scope(institution: InstitutionID(rawValue: 1))
            )
            for asker in [AnnualTests.reader, head] {
                await #expect(throws: Refusal.noSuchPage) { _ = try await world.found(id, as: asker) }
                await #expect(throws: Refusal.self) { try await world.move(id, .publish, as: asker) }
                let list = try await world.get(AnnualListPage(), ["plan": plan], as: asker).body.string
                #expect(!list.contains("/planning/annual/\(id)") && list.contains("Gada pārskatu vēl nav"))
            }
            try await world.move(id, .publish)
            for asker in [AnnualTests.reader, head] {
                let page = try await world.get(AnnualPage(maker: .init()), ["report": id], as: asker).body
                    .string
                #expect(page.contains("Gads bija mierīgs.") && !page.contains("name=\"move\""))
                await #expect(throws: Refusal.self) { try await world.move(id, .withdraw, as: asker) }
            }
            let mine = try await world.get(AnnualPage(maker: .init()), ["report": id]).body.string
            #expect(mine.contains("value=\"withdraw\""))
            let whole = try await world.get(PlanPage(), ["plan": plan]).body.string
            #expect(whole.contains("action=\"/planning/\(plan)/steps\""))
        }
    }
}

extension BoardWorld {
    /// How a step of 2025, the year after the report's, stands.
    func step(_ step: CycleStep) async throws -> Cycle.State? {
        Cycle(plan: try await plan(), today: today).steps.first { $0.year == 2025 && $0.step == step }?.state
    }
}
