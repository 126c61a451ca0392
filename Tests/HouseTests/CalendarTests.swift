import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

@testable import House

/// The calendar of one's own dates, which other programs read without signing in.
struct CalendarTests {
    @Test(arguments: Engine.available)
    func `a calendar is read without signing in, names nobody, and ends`(_ engine: Engine) async throws {
        try await DateBoard.withCase(engine) { test in
            let made = Mutex("")
            try await test.act("laila") { browser, token in
                let page = try await browser.post("/dates/calendar", [:], token: token)
                let found = page.text.firstMatch(of: #/\/dates\/calendar\/([A-Za-z0-9_-]+)/#)
                made.withLock { $0 = found.map { String($0.1) } ?? "" }
            }
            let secret = made.withLock { $0 }
            #expect(secret.count > 40)
            try await test.client { client in
                let calendar = try await Browser(client).get("/dates/calendar/\(secret)")
                #expect(calendar.status == 200)
                #expect(
                    calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n")
                        && calendar.text.hasSuffix("END:VCALENDAR\r\n")
                )
                #expect(calendar.text.contains("DTSTART;VALUE=DATE:20260417\r\n"))
                // Its names and addresses tell nothing either: they stand in other people's programs.
                #expect(calendar.text.contains(#/UID:[0-9a-f]{32}@sekme/#))
                #expect(!calendar.text.contains("case-task-1") && calendar.text.contains("/dates\r\n"))
                for word in ["Ozols", "Jānis", "iemesls", "zvirbulis", "Kāds", "7.a", "skola"] {
                    #expect(!calendar.text.contains(word), "\(word)")
                }
                let answer = try await Browser(client).get("/dates/calendar/\(secret)x")
                #expect(answer.status == 404)
            }
            try await test.act("laila") { browser, token in
                _ = try await browser.post("/dates/calendar", ["deed": "end"], token: token)
            }
            try await test.client { client in
                let answer = try await Browser(client).get("/dates/calendar/\(secret)")
                #expect(answer.status == 404)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a closed account has no calendar`(_ engine: Engine) async throws {
        try await DateBoard.withCase(engine) { test in
            let secret = Secret()
            let now = test.desk.clock()
            try await test.desk.database.data.write { connection in
                let id = try #require(
                    try connection.value(
                        "SELECT id FROM account WHERE tenant_id = \(test.tenant) AND login = 'laila'",
                        AccountID.self
                    )
                )
                try Feeds(test.tenant, connection).renew(id, secret, at: now)
            }
            try await test.client { client in
                let answer = try await Browser(client).get("/dates/calendar/\(secret.text)")
                #expect(answer.status == 200)
            }
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE account SET disabled = 1 WHERE tenant_id = \(test.tenant) AND login = 'laila'"
                )
            }
            try await test.client { client in
                let answer = try await Browser(client).get("/dates/calendar/\(secret.text)")
                #expect(answer.status == 404)
            }
        }
    }

    @Test func `lines of a calendar are folded at seventy-five bytes and keep their letters`() {
        let line = "SUMMARY:" + String(repeating: "ā", count: 60)
        let parts = String(decoding: Calendar.folded(line), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(parts.allSatisfy { $0.utf8.count <= 75 })
        #expect(parts.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }.joined() == line)
        #expect(Calendar.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
    }
}
