import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Sets for meetings that Sekme ships, each for those who may read its reports.
struct SetPackTests {
    private static let school = Scope(institution: InstitutionID(rawValue: 2))

    private func ticked(_ page: String) -> [String] {
        page.matches(of: #/<input[^>]*value="(report-[^"]+|view-[^"]+)"[^>]*>/#)
            .filter { String($0.output.0).contains(" checked") }
            .map { String($0.output.1) }
    }

    private func offered(_ page: String) -> [String] {
        page.matches(of: #/\/sets\/new\?pack=([a-z]+)"/#).map { String($0.output.1) }
    }

    @Test func `every report of a pack is one of the house, and a pack fits a set`() {
        for pack in SetPack.all {
            for id in pack.reports { #expect(sekme.report(id) != nil, "\(id)") }
            #expect(Set(pack.reports).count == pack.reports.count && pack.reports.count <= ReportSet.most)
        }
        #expect(Set(SetPack.all.map(\.code)).count == 3)
    }

    @Test(arguments: Engine.available)
    func `packs are offered to those who may read their reports`(_ engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("head", "head", in: Self.school)
            try await test.account("pedagogue", "social-pedagogue", in: Self.school)
            try await test.account("specialist", "board-specialist")
            try await test.account("lead", "board-head")
            let own = [
                ("head", ["team", "council", "board"]), ("pedagogue", ["team", "council", "board"]),
                ("specialist", ["council", "board"]), ("lead", ["board"]),
            ]
            for (login, packs) in own {
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/sets/new").text
                    #expect(offered(page) == packs, "\(login)")
                    #expect(ticked(page).isEmpty, "\(login)")
                    // One that is not offered fills nothing.
                    let closed = try await browser.get("/sets/new?pack=team").text
                    #expect(ticked(closed).isEmpty != packs.contains("team"), "\(login)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a pack fills the form, which is then changed and becomes a set`(_ engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("head", "head", in: Self.school)
            try await test.act("head") { browser, token in
                let answer = try await browser.get("/sets/new?pack=board")
                #expect(answer.status == 200)
                let page = answer.text
                #expect(page.contains("value=\"Pārvaldes sanāksme ar iestāžu vadītājiem\""))
                let codes = ticked(page)
                #expect(Set(codes) == Set(SetPack.board.reports.map { "report-\($0)" }))
                let kept = ["name": "Augusta sanāksme", "item": "report-attendance/statistics"]
                let made = try await browser.post("/sets", kept, token: token)
                #expect(made.location == "/sets/1")
                let set = try await browser.get("/sets/1").text
                let titles = set.matches(of: #/<h2 class="title">([^<]*)</#).map { String($0.output.1) }
                #expect(titles == ["1. Kavējumu statistika"])
                let unknown = try await browser.get("/sets/new?pack=other").text
                #expect(ticked(unknown).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a pack is offered without the reports that are closed, and not at all where all of them are`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let lead = Asker.test([.readFigures], account: 5)
            let desk = test.world.desk(test.tenant, lead)
            let mixed = SetPack(
                code: "mixed",
                title: Text(same: "x"),
                permission: .readFigures,
                reports: ["attendance/statistics", "attainment/marks-and-tests"]
            )
            var closed = mixed
            closed.reports = ["attainment/marks-and-tests"]
            let offered = SetPack.offered(desk, of: [mixed, closed])
            #expect(offered.map(\.reports) == [["attendance/statistics"]])
        }
    }

    @Test(arguments: Engine.available)
    func `the reports of a pack are about the institution and term of whoever makes the set`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("head", "head", in: Self.school)
            try await test.account("specialist", "board-specialist")
            try await test.act("head") { browser, token in
                let page = try await browser.get("/sets/new?pack=team").text
                #expect(page.contains("būs par: Liepu skola, 2025./2026. mācību gada 2. semestris."))
                let form = [
                    "name": "Komanda", "pack": "team", "item": "report-attendance/chronic",
                ]
                let made = try await browser.post("/sets", form, token: token)
                #expect(made.location == "/sets/1")
            }
            // Of the whole board no institution is chosen, and marks are asked about no term.
            try await test.act("specialist") { browser, token in
                let page = try await browser.get("/sets/new?pack=board").text
                #expect(!page.contains("būs par:"))
                let form = ["name": "Sēde", "pack": "board", "item": "report-attendance/statistics"]
                let made = try await browser.post("/sets", form, token: token)
                #expect(made.location == "/sets/2")
            }
            let (own, whole) = try await test.desk.database.data.read { connection in
                let sets = ReportSets(desk: test.desk, connection: connection)
                return (try sets.items(1), try sets.items(2))
            }
            let first = try #require(own.first?.request)
            #expect(first[.institution] == "2" && first[.term] == "2" && first[.year] == "2025/2026")
            let second = try #require(whole.first?.request)
            #expect(second[.institution] == nil && second[.term] == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a report that asks for a class is put in as a view in which it is chosen`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("head", "head", in: Self.school)
            try await test.act("head") { browser, token in
                let id = "attainment/marks-and-tests"
                let before = ticked(try await browser.get("/sets/new?pack=council").text)
                #expect(!before.contains("report-\(id)") && before.contains("report-attainment/promotion"))
                let view = [
                    "report": id, "year": "2025/2026", "institution": "2", "class": "7.a",
                    "name": "7.a klase",
                    "share": "own",
                ]
                let saved = try await browser.post("/views", view, token: token)
                #expect(saved.location == "/views/1")
                let after = ticked(try await browser.get("/sets/new?pack=council").text)
                #expect(after.contains("view-1") && !after.contains("report-\(id)"))
                #expect(after.count == before.count + 1)
                // Without its class it says on its sheet what is missing.
                let kept = ["name": "Sēde", "item": "report-\(id)"]
                _ = try await browser.post("/sets", kept, token: token)
                let set = try await browser.get("/sets/1").text
                #expect(set.contains("Lai skatītu atskaiti, izvēlieties ") && !set.contains("--class"))
            }
        }
    }
}
