import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Filters that a report does not have narrow nothing: on pages they are left out, at the command line refused.
struct DeclaredFilterTests {
    private func asked(_ chosen: [ReportFilter: String]) -> ReportRequest {
        var asked = ReportRequest("registry/movement")
        asked[.year] = "2025/2026"
        for (filter, text) in chosen { asked[filter] = text }
        return asked
    }

    @Test func `a report has the filters that it needs, and the year`() {
        for room in sekme.rooms {
            for report in room.reports {
                let filters = Set(report.filters)
                #expect(filters.contains(.year), "\(room.name)/\(report.name)")
                #expect(filters.isSuperset(of: report.needs), "\(room.name)/\(report.name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a filter that the report does not have changes no number and is told of`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let asking = Asking(test.desk)
            let plain = try await asking.answer(asked([.institution: "Liepu skola"]))
            let more = try await asking.answer(
                asked([.institution: "Liepu skola", .classGroup: "7.a", .grade: "6", .day: "2026-01-31"])
            )
            #expect(more.selection == plain.selection)
            let rows = [plain, more].map { answer in
                answer.document.sections.map { section in
                    section.rows.map { row in row.cells.map { FaceValue($0).words(.lv) } }
                }
            }
            #expect(rows[0] == rows[1] && rows[0].contains { !$0.isEmpty })
            let notes = more.document.notes.map(\.lv).filter { $0.hasPrefix("Atskaitei nav") }
            #expect(
                notes == [
                    "Atskaitei nav filtru „Klases pakāpe”, „Klase”, „Diena”, tāpēc tie nav ņemti vērā."
                ]
            )
            #expect(!plain.document.notes.contains { $0.lv.hasPrefix("Atskaitei nav") })
            #expect(more.selection.asked.keys.sorted() == ["institution", "year"])
        }
    }

    @Test(arguments: Engine.available)
    func `a command names the filters that the report has`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let session = CommandSession(world: test.world, desk: test.desk)
            let one = asked([.subject: "Matemātika"])
            let refusal = await #expect(throws: Refusal.self) { _ = try await session.answer(one) }
            #expect(refusal?.kind == .usage)
            #expect(refusal?.message.lv == "Atskaitei „Izglītojamo kustība” nav filtra --subject.")
            #expect(refusal?.advice.lv == "Tai ir: --year, --institution, --institutions, --years.")
            let two = asked([.term: "1", .classGroup: "7.a"])
            let both = await #expect(throws: Refusal.self) { _ = try await session.answer(two) }
            #expect(both?.message.en.hasSuffix("has no filters --term, --class.") == true)
            _ = try await session.answer(asked([.institution: "Liepu skola"]))
        }
    }

    @Test(arguments: Engine.available)
    func `a page and what is kept of it carry no filter that the report does not have`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("ieva", "board-specialist")
            try await test.act("ieva") { browser, token in
                // No class has this number: what is left out is not looked up either.
                let page = try await browser.get("/reports/registry/movement?year=2025/2026&class=999999")
                #expect(page.status == 200)
                #expect(page.text.contains("nav filtra „Klase”"))
                #expect(!page.text.contains("name=\"class\""))
                let saved = try await browser.post(
                    "/views",
                    [
                        "report": "registry/movement", "year": "2025/2026", "class": "999999",
                        "name": "Kustība", "share": "own",
                    ],
                    token: token
                )
                #expect(saved.location == "/views/1")
            }
            let desk = test.desk
            let kept = try await desk.database.data.read { connection in
                try connection.value("SELECT chosen FROM saved_view WHERE id = 1", String.self)
            }
            #expect(kept?.contains("class") == false && kept?.contains("year") == true)
        }
    }
}
