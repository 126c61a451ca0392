import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Reports under names of their own, and sets of them for a meeting.
struct SavedViewTests {
    private let report = "attendance/kinds"

    /// Signs in as somebody and lets the body use the browser.
    private func browse(
        _ login: String,
        _ test: TestWorld,
        _ body: @escaping @Sendable (Browser, String) async throws -> Void
    ) async throws {
        try await test.client { client in
            let browser = Browser(client)
            _ = try await browser.signIn(login)
            let token = Browser.token(in: try await browser.get("/reports/attendance/kinds").text)
            try await body(browser, token)
        }
    }

    private func world(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("ieva", "board-specialist")
            try await test.account("vadims", "head", in: Scope(institution: InstitutionID(rawValue: 2)))
            try await test.account("lasa", "reader")
            try await body(test)
        }
    }

    @Test(arguments: Engine.available)
    func `a view keeps its filters and its address while its name changes`(engine: Engine) async throws {
        try await world(engine) { test in
            try await browse("ieva", test) { browser, token in
                let fields = [
                    "report": "attendance/kinds", "year": "2025/2026", "institution": "2", "term": "1",
                ]
                let saved = try await browser.post(
                    "/views",
                    fields.merging(["name": " Kavējumi  rudenī ", "share": "own"]) { first, _ in first },
                    token: token
                )
                #expect(saved.status == 303 && saved.location == "/views/1")
                let page = try await browser.get("/views/1")
                #expect(page.status == 200 && page.text.contains("Kavējumi rudenī"))
                let plain = try await browser.get(
                    "/reports/attendance/kinds?year=2025/2026&term=1&institution=2"
                )
                #expect(table(page.text) == table(plain.text))
                #expect(!table(page.text).isEmpty)
                let renamed = try await browser.post("/views/1", ["name": "Rudens"], token: token)
                #expect(renamed.location == "/views/1")
                let list = try await browser.get("/reports")
                #expect(list.text.contains("<a href=\"/views/1\">Rudens</a>"))
                let nameless = try await browser.post("/views/1", ["name": "  "], token: token)
                #expect(nameless.status == 422)
                _ = try await browser.post("/views/1/remove", [:], token: token)
                let gone = try await browser.get("/views/1")
                #expect(gone.status == 404)
                let offered = try await browser.get("/reports").text
                #expect(offered.contains("action=\"/views/1/restore\""))
                #expect(!offered.contains("href=\"/views/1\"") && offered.contains("Saglabātu skatu vēl nav"))
                let back = try await browser.post("/views/1/restore", [:], token: token)
                #expect(back.location == "/views/1")
                let again = try await browser.get("/reports").text
                #expect(again.contains("<a href=\"/views/1\">Rudens</a>") && !again.contains("/restore"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func
        `a shared name is kept in both languages, and a removed thing is put back by those who keep it alone`(
            engine: Engine
        ) async throws
    {
        try await world(engine) { test in
            try await browse("ieva", test) { browser, token in
                let fields = [
                    "report": "attendance/kinds", "year": "2025/2026", "name": "Kavējumi",
                    "name_en": "Absence", "share": "board",
                ]
                let saved = try await browser.post("/views", fields, token: token)
                #expect(saved.location == "/views/1")
                let set = ["name": "Sēde", "name_en": "Meeting", "share": "board", "view": "view-1"]
                let made = try await browser.post("/sets", set, token: token)
                #expect(made.location == "/sets/1")
                let renamed = try await browser.post(
                    "/sets/1",
                    ["name": "Padomes sēde", "name_en": "Council", "day": "02.06.2026."],
                    token: token
                )
                #expect(renamed.location == "/sets/1")
                let wrong = try await browser.post("/sets/1", ["name": "", "day": "x"], token: token)
                #expect(wrong.status == 422)
                _ = try await browser.post("/sets/1/remove", [:], token: token)
                _ = try await browser.post("/views/1/remove", [:], token: token)
            }
            try await browse("lasa", test) { browser, token in
                let list = try await browser.get("/reports").text
                #expect(!list.contains("/restore"))
                for path in ["/views/1/restore", "/sets/1/restore"] {
                    let refused = try await browser.post(path, [:], token: token)
                    #expect(refused.status == 404, "\(path)")
                }
            }
            try await browse("ieva", test) { browser, token in
                for path in ["/views/1/restore", "/sets/1/restore"] {
                    let back = try await browser.post(path, [:], token: token)
                    #expect(back.status == 303, "\(path)")
                }
                let page = try await browser.get("/sets/1").text
                #expect(page.contains("Padomes sēde") && page.contains("02.06.2026."))
                #expect(titles(page) == ["1. Kavējumi"])
            }
            let desk = test.desk
            let kept = try await desk.database.data.read { connection in
                let sets = ReportSets(desk: desk, connection: connection)
                let views = SavedViews(desk: desk, connection: connection)
                return (try views.list().map(\.name), try sets.list().map(\.name), try sets.items(1))
            }
            #expect(kept.0 == [SavedName(lv: "Kavējumi", en: "Absence")])
            #expect(kept.1 == [SavedName(lv: "Padomes sēde", en: "Council")])
            #expect(kept.2.map(\.name.text.en) == ["Absence"])
        }
    }

    @Test(arguments: Engine.available)
    func `what was removed is forgotten after thirty days`(engine: Engine) async throws {
        try await world(engine) { test in
            try await browse("ieva", test) { browser, token in
                let set = ["name": "Sēde", "item": "report-attendance/kinds"]
                _ = try await browser.post("/sets", set, token: token)
                _ = try await browser.post("/sets/1/remove", [:], token: token)
            }
            var began = ChangeNotice()
            began.dayBegan = true
            let notice = began
            for (days, left) in [(30, 1), (31, 0)] {
                let later = test.desk.seated(test.desk.asker, on: test.desk.today + days)
                let isDue = try await later.database.data.read {
                    try RemovedListener().isOfEarlierDay(later, $0)
                }
                #expect(isDue == (left == 0))
                try await later.database.data.write { try RemovedListener().heard(notice, later, $0) }
                let counts = try await later.database.data.read { connection in
                    try connection.rows(
                        """
                        SELECT (SELECT count(*) FROM report_set WHERE tenant_id = \(later.tenant)),
                        (SELECT count(*) FROM report_set_item WHERE tenant_id = \(later.tenant))
                        """,
                        Int.self,
                        Int.self
                    )
                }
                #expect(counts.map(\.0) == [left] && counts.map(\.1) == [left], "\(days)")
            }
        }
    }

    private func table(_ text: String) -> String {
        guard let start = text.range(of: "<table"), let end = text.range(of: "</table>") else { return "" }
        return String(text[start.lowerBound..<end.lowerBound])
    }

    @Test(arguments: Engine.available)
    func `a view is seen by those it is shared with, and changed by those who keep it`(
        engine: Engine
    ) async throws {
        try await world(engine) { test in
            try await browse("vadims", test) { browser, token in
                let fields = ["report": "attendance/kinds", "year": "2025/2026"]
                for (name, share) in [
                    ("Savējais", "own"), ("Skolas", "institution-2"), ("Pārvaldes", "board"),
                ] {
                    let sent = fields.merging(["name": name, "share": share]) { first, _ in first }
                    let saved = try await browser.post("/views", sent, token: token)
                    #expect(saved.status == 303)
                }
            }
            // A head keeps no data of the board, so the third is the head's own.
            let names = try await test.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT name, share FROM saved_view WHERE tenant_id = \(test.tenant) ORDER BY id",
                    String.self,
                    Int.self
                )
            }
            #expect(names.map(\.0) == ["Savējais", "Skolas", "Pārvaldes"] && names.map(\.1) == [0, 1, 0])
            try await browse("lasa", test) { browser, token in
                let list = try await browser.get("/reports").text
                #expect(list.contains("Skolas") && !list.contains("Savējais"))
                let other = try await browser.get("/views/1")
                #expect(other.status == 404)
                let refused = try await browser.post("/views/2", ["name": "Lasītāja"], token: token)
                #expect(refused.status == 403)
            }
            try await browse("ieva", test) { browser, token in
                let renamed = try await browser.post("/views/2", ["name": "Skolas skats"], token: token)
                #expect(renamed.status == 303)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a view of a pupil is shared with nobody`(engine: Engine) async throws {
        try await world(engine) { test in
            try await browse("ieva", test) { browser, token in
                let fields = [
                    "report": "attendance/hidden-truancy", "year": "2025/2026", "institution": "2",
                    "pupil": "1",
                    "name": "Viens", "share": "board",
                ]
                let saved = try await browser.post("/views", fields, token: token)
                #expect(saved.status == 303)
            }
            let shares = try await test.desk.database.data.read { connection in
                try connection.rows("SELECT share FROM saved_view WHERE tenant_id = \(test.tenant)", Int.self)
            }
            #expect(shares == [0])
        }
    }

    @Test(arguments: Engine.available)
    func `a set shows its reports in order, and its order changes`(engine: Engine) async throws {
        try await world(engine) { test in
            try await browse("ieva", test) { browser, token in
                let empty = try await browser.post("/sets", ["name": "Sēde"], token: token)
                #expect(empty.status == 422)
                let made = try await browser.post(
                    "/sets",
                    ["name": "Sēde", "day": "01.06.2026.", "item": "report-attendance/kinds"],
                    token: token
                )
                #expect(made.location == "/sets/1")
                let add = ["add": "report-attendance/over-limit"]
                _ = try await browser.post("/sets/1/items", add, token: token)
                let first = try await browser.get("/sets/1").text
                #expect(titles(first) == ["1. Kavējumu veidi", "2. Neattaisnotie kavētāji"])
                #expect(first.contains("01.06.2026."))
                _ = try await browser.post("/sets/1/items", ["up": "2"], token: token)
                let second = try await browser.get("/sets/1").text
                #expect(titles(second) == ["1. Neattaisnotie kavētāji", "2. Kavējumu veidi"])
                // Each report is handed on alone, so each says who printed it.
                #expect(second.ranges(of: "Izdrukāja: Paraugs ieva, ").count == 2)
                let ids = second.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
                #expect(ids.count == Set(ids).count)
                _ = try await browser.post("/sets/1/items", ["out": "1"], token: token)
                #expect(titles(try await browser.get("/sets/1").text) == ["1. Kavējumu veidi"])
                _ = try await browser.post("/sets/1/remove", [:], token: token)
                let gone = try await browser.get("/sets/1")
                #expect(gone.status == 404)
            }
        }
    }

    private func titles(_ text: String) -> [String] {
        text.matches(of: #/<h2 class="title">([^<]*)</#).map { String($0.1) }
    }
}
