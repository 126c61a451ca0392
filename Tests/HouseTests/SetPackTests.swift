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
