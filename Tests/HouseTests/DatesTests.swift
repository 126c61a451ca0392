import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

@testable import House

/// Dates: one's own, those that are late where one leads the work, the calendar, and the mail that counts them.
struct DatesTests {
    private static let school = Scope(institution: InstitutionID(rawValue: 2))
    private static let other = Scope(institution: InstitutionID(rawValue: 1))

    /// A pedagogue's case whose review was to be thirty days ago, with a task of the next days.
    private func withCase(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await test.account("head", "head", in: Self.school)
            try await test.account("stranger", "head", in: Self.other)
            try await test.account("coordinator", "pmp-coordinator")
            try await test.act("laila") { browser, token in
                _ = try await browser.post("/pupils/1/cases", ["reason": "iemesls"], token: token)
                let task = ["text": "zvirbulis", "person": "Kāds", "body": "1", "due": "20.05.2026."]
                _ = try await browser.post("/cases/1/tasks", task, token: token)
            }
            let late = test.desk.today - 30
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE prevention_case SET review_on = \(late) WHERE tenant_id = \(test.tenant)"
                )
            }
            try await body(test)
        }
    }

    @Test(arguments: Engine.available)
    func `everybody sees their own dates, and who leads the work what is late there`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            try await test.act("laila") { browser, _ in
                let page = try await browser.get("/dates").text
                #expect(page.contains("17.04.2026.") && page.contains("20.05.2026."))
                #expect(page.contains("30\u{a0}dienas"))
                let answer = try await browser.get("/late")
                #expect(answer.status == 403)
                // Of many dates one finds the late ones, those of the next days, and those of a kind.
                for (query, hasReview, hasTask) in [
                    ("when=late", true, false), ("when=week", false, true), ("kind=tasks", false, true),
                    ("when=late&kind=cases", true, false), ("when=late&kind=tasks", false, false),
                    ("when=never&kind=none", true, true),
                ] {
                    let page = try await browser.get("/dates?\(query)").text
                    #expect(page.contains("17.04.2026.") == hasReview, "\(query)")
                    #expect(page.contains("20.05.2026.") == hasTask, "\(query)")
                    #expect(page.contains("Tādu termiņu nav") == !(hasReview || hasTask), "\(query)")
                }
            }
            for login in ["head", "coordinator"] {
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/late").text
                    #expect(page.contains("17.04.2026.") && page.contains("Paraugs laila"), "\(login)")
                    #expect(!page.contains("20.05.2026."), "\(login)")
                    let home = try await browser.get("/").text
                    #expect(home.contains("ilgi kavējas"), "\(login)")
                    let own = try await browser.get("/dates").text
                    #expect(!own.contains("17.04.2026."), "\(login)")
                }
            }
            try await test.act("stranger") { browser, _ in
                let late = try await browser.get("/late").text
                #expect(!late.contains("17.04.2026."))
                let home = try await browser.get("/").text
                #expect(!home.contains("ilgi kavējas"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `home tells of late steps over absence once, and they stay in the list of what is late`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let head = "institution,class,pupil_code,date,subject,code,lessons"
            let lessons = [16, 17].map { "Liepu skola,7.a,K1,2026-03-\($0),Matemātika,nn,12" }
            try await test.take(([head] + lessons).joined(separator: "\n"), "absences")
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await test.account("head", "head", in: Self.school)
            try await test.account("coordinator", "pmp-coordinator")
            try await test.act("laila") { browser, token in
                let step = ["year": "2025/2026", "term": "2", "step": "contact", "day": "17.03.2026."]
                let answer = try await browser.post("/pupils/1/absence-duty", step, token: token)
                #expect(answer.status == 303)
            }
            for login in ["head", "coordinator"] {
                try await test.act(login) { browser, _ in
                    let home = try await browser.get("/").text
                    #expect(home.contains("kavējas nākamais solis"), "\(login)")
                    #expect(!home.contains("ilgi kavējas"), "\(login)")
                    let late = try await browser.get("/late").text
                    #expect(late.contains("Neattaisnoti kavējumi: Klases audzinātāja saruna"), "\(login)")
                }
            }
        }
    }

    /// What home leaves out of what is late has its line for those who work with signs.
    @Test func `whoever leads the work also works with signs`() {
        for role in Role.all {
            #expect(role.breadths(.superviseCases).isSubset(of: role.breadths(.workSignals)), "\(role.name)")
        }
    }

    @Test(arguments: Engine.available)
    func `the board hears of what is late after its own number of days`(_ engine: Engine) async throws {
        try await withCase(engine) { test in
            // The shipped rule tells the head after seven days and the board after fourteen.
            for (days, isTold) in [(14, false), (15, true)] {
                let review = test.desk.today - days
                try await test.desk.database.data.write {
                    try $0.execute(
                        "UPDATE prevention_case SET review_on = \(review) WHERE tenant_id = \(test.tenant)"
                    )
                }
                let word = Format(.lv).day(review)
                try await test.act("coordinator") { browser, _ in
                    let late = try await browser.get("/late").text
                    #expect(late.contains(word) == isTold, "\(days)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may have a date has the page, the menu leads there, and others have neither`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            for (login, isOpen) in [
                ("board-specialist", true), ("outside-worker", true), ("reader", false),
                ("board-head", false),
            ] {
                try await test.account(login, login)
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/dates")
                    #expect(page.status == (isOpen ? 200 : 403), "\(login)")
                    // The support team's tabs are for those who take part in cases.
                    #expect(page.text.contains("href=\"/cases\"") == (login == "outside-worker"), "\(login)")
                    let home = try await browser.get("/")
                    #expect(home.text.contains("href=\"/dates\"") == isOpen, "\(login)")
                }
            }
        }
    }

    @Test func `every role that may have a date of some kind has the page of dates`() {
        let kinds = Set(sekme.rooms.flatMap { $0.dues.map { $0.permission } })
        #expect(kinds.contains(.joinCases) && kinds.contains(.editPlans))
        for role in Role.all {
            let may = kinds.contains { !role.breadths($0).isEmpty }
            #expect(role.breadths(.ownDates).isEmpty == !may, "\(role.name)")
        }
    }

    @Test(arguments: Engine.available)
    func `a calendar is read without signing in, names nobody, and ends`(_ engine: Engine) async throws {
        try await withCase(engine) { test in
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
        try await withCase(engine) { test in
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

    @Test(arguments: Engine.available)
    func `a head is mailed once a week how much is late, and nothing of whom`(_ engine: Engine) async throws {
        try await withCase(engine) { test in
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE account SET email = 'head@skola.example' WHERE tenant_id = \(test.tenant) AND login = 'head'"
                )
            }
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                #expect(try await DigestRun(desk: test.desk, delivery: delivery).run() == DigestRun.Outcome())
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let run = DigestRun(desk: test.desk, delivery: delivery)
                #expect(try await run.run() == DigestRun.Outcome(sent: 1))
                #expect(try await run.run() == DigestRun.Outcome())
                #expect(try FakeSendmail.text(folder, "arguments") == "-i\n--\nhead@skola.example\n")
                let body = FakeSendmail.body(try FakeSendmail.text(folder, "message"))
                #expect(
                    body == """
                        Nokavētie darbi Jūsu pārziņā: 1
                        /late

                        Cik bieži sūtīt šo vēstuli, izvēlas lapā „Mani termiņi”.

                        """
                )
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a mail of dates that does not go is tried three times and then left`(_ engine: Engine) async throws
    {
        try await withCase(engine) { test in
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE account SET email = 'head@skola.example' WHERE tenant_id = \(test.tenant) AND login = 'head'"
                )
            }
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 75)
                let run = DigestRun(desk: test.desk, delivery: delivery)
                for _ in 1...3 { #expect(try await run.run() == DigestRun.Outcome(failed: 1)) }
                #expect(try await run.run() == DigestRun.Outcome())
            }
            try await test.act("head") { browser, _ in
                let page = try await browser.get("/dates").text
                #expect(page.contains(Refusal.mailFailed.message.lv))
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

    @Test func `a weekly mail comes once a week and a daily one on working days`() throws {
        let monday = try #require(Day(2026, 5, 18))
        #expect(DigestRhythm.weekly.isDue(after: monday - 1, on: monday))
        #expect(!DigestRhythm.weekly.isDue(after: monday, on: monday + 6))
        #expect(DigestRhythm.weekly.isDue(after: monday, on: monday + 7))
        #expect(DigestRhythm.daily.isDue(after: monday, on: monday + 1))
        #expect(!DigestRhythm.daily.isDue(after: monday, on: monday))
        #expect(!DigestRhythm.daily.isDue(after: monday + 4, on: monday + 5))
        #expect(!DigestRhythm.never.isDue(after: Day(number: 0), on: monday))
    }
}
