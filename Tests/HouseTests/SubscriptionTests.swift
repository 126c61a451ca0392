import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Being told of new figures: once, only when figures changed, and without a person's data.
struct SubscriptionTests {
    private static let more = """
        institution,class,pupil_code,date,subject,code,lessons
        Bērzu skola,5.a,B1,2026-02-10,Matemātika,ns,2
        """

    /// A class of eight, each with every kind of absence: enough people for figures to be told.
    private func fillClass(_ test: TestWorld) async throws {
        let people = (1...8).map { "Bērzu skola,2025/2026,5.a,B\($0),Bērzs,Nr\($0),2025-09-01," }
        let head = "institution,year,class,external_code,surname,forename,from,to\n"
        try await test.take(head + people.joined(separator: "\n") + "\n", "pupils")
        try await test.take(TestFiles.subjects, "subjects")
        let lessons = (1...8).flatMap { number in
            [("05", "ns", 2), ("06", "nn", 1), ("07", "nc", 1)].map { day, code, count in
                "Bērzu skola,5.a,B\(number),2025-11-\(day),Matemātika,\(code),\(count)"
            }
        }
        let top = "institution,class,pupil_code,date,subject,code,lessons\n"
        try await test.take(top + lessons.joined(separator: "\n") + "\n", "absences")
    }

    private func asked() -> ReportRequest {
        var asked = ReportRequest("attendance/kinds")
        asked[.year] = "2025/2026"
        return asked
    }

    /// Somebody's subscription, looked at for the first time as a page does it.
    private func subscribe(_ login: String, _ way: Delivery.Way, _ test: TestWorld) async throws {
        let desk = test.desk
        let asker = try await Accounts(desk).asker(login: login)
        let asked = asked()
        let seen = try await SubscriptionLook(desk: desk).look(asked, as: asker)
        try await desk.database.data.write {
            try Subscriptions(tenant: desk.tenant, connection: $0).add(
                asked,
                way,
                for: asker.account,
                version: seen.version,
                fingerprint: seen.fingerprint
            )
        }
    }

    private func all(_ test: TestWorld) async throws -> [Subscription] {
        let tenant = test.tenant
        return try await test.desk.database.data.read {
            try Subscriptions(tenant: tenant, connection: $0).list()
        }
    }

    @Test(arguments: Engine.available)
    func `subscribing again to the same figures changes how they come, and nothing of another's`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fillClass(test)
            for login in ["lasa", "cits"] {
                try await test.account(login, "reader")
                try await subscribe(login, .home, test)
            }
            let before = try await all(test)
            #expect(before.map(\.way) == [.home, .home])
            try await subscribe("lasa", .mail, test)
            let after = try await all(test)
            #expect(after.map(\.id) == before.map(\.id))
            #expect(after.map(\.way) == [.mail, .home])
        }
    }

    @Test(arguments: Engine.available)
    func `an import that changes the figures gives one notice, which opening takes away`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await fillClass(test)
            try await test.account("lasa", "reader")
            try await subscribe("lasa", .home, test)
            let run = SubscriptionRun(desk: test.desk, delivery: Delivery())
            #expect(try await run.run() == SubscriptionRun.Outcome())
            try await test.take(SubscriptionTests.more, "absences")
            #expect(try await run.run() == SubscriptionRun.Outcome(looked: 1, changed: 1))
            #expect(try await run.run() == SubscriptionRun.Outcome())
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("lasa")
                let before = try await browser.get("/").text
                #expect(before.contains("href=\"/subscriptions/1\""))
                let opened = try await browser.get("/subscriptions/1")
                #expect(opened.location == "/reports/attendance/kinds?year=2025%2F2026")
                let after = try await browser.get("/").text
                #expect(!after.contains("href=\"/subscriptions/1\""))
            }
            // Marks change the data and not this report.
            try await test.take(
                """
                Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums
                Bērzu skola;5.a;B1;Matemātika;gads;2025/2026;;;;7
                """,
                "marks"
            )
            #expect(try await run.run() == SubscriptionRun.Outcome(looked: 1))
        }
    }

    @Test(arguments: Engine.available)
    func `a mail has the title and the address, and nothing of the report`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await fillClass(test)
            try await test.account("lasa", "reader")
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE account SET email = 'lasa@skola.example' WHERE tenant_id = \(test.tenant)"
                )
            }
            try await subscribe("lasa", .mail, test)
            try await test.take(SubscriptionTests.more, "absences")
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                delivery.sender = "sekme@skola.example"
                let done = try await SubscriptionRun(desk: test.desk, delivery: delivery).run()
                #expect(done == SubscriptionRun.Outcome(looked: 1, changed: 1))
                let arguments = try FakeSendmail.text(folder, "arguments")
                #expect(arguments == "-i\n--\nlasa@skola.example\n")
                let message = try FakeSendmail.text(folder, "message")
                let parts = message.components(separatedBy: "\n\n")
                #expect(parts[0].contains("To: lasa@skola.example\nFrom: sekme@skola.example\n"))
                let body = FakeSendmail.body(message)
                #expect(
                    body == """
                        Atskaitē „Kavējumu veidi” ir jauni dati.

                        /subscriptions/1

                        Šī vēstule nosūtīta, jo Jūs atskaiti abonējat. Abonēšanu var pārtraukt lapā „Mani abonementi”.

                        """
                )
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a mail that does not go is tried three times, and the page says why`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await fillClass(test)
            try await test.account("lasa", "reader")
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE account SET email = 'lasa@skola.example' WHERE tenant_id = \(test.tenant)"
                )
            }
            try await subscribe("lasa", .mail, test)
            try await test.take(SubscriptionTests.more, "absences")
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 75)
                let run = SubscriptionRun(desk: test.desk, delivery: delivery)
                for _ in 1...3 { #expect(try await run.run().failed == 1) }
                #expect(try await run.run() == SubscriptionRun.Outcome())
                let one = try #require(try await all(test).first)
                #expect(one.isNews && one.problem?.lv.contains("netika nosūtīts") == true)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a file holds what somebody without rights to persons may see`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await fillClass(test)
            try await test.account("ieva", "board-specialist")
            try await subscribe("ieva", .folder, test)
            try await test.take(SubscriptionTests.more, "absences")
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.folder = folder.path
                let done = try await SubscriptionRun(desk: test.desk, delivery: delivery).run()
                #expect(done == SubscriptionRun.Outcome(looked: 1, changed: 1))
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                #expect(names == ["\(test.tenant.rawValue)-1-attendance-kinds-2025.xlsx"])
            }
            let asker = try await Accounts(test.desk).asker(login: "ieva")
            let seen = try await SubscriptionLook(desk: test.desk).look(asked(), as: asker)
            // Two pupils are fewer than any number that may be told.
            #expect(seen.answer.document.hidesAnything)
        }
    }

    @Test(arguments: Engine.available)
    func `who sees persons in a report subscribes to it without them`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let lessons = (1...21).map {
                "Liepu skola,7.a,K2,2026-03-\($0 < 10 ? "0" : "")\($0),Matemātika,nn,1"
            }
            let head = "institution,class,pupil_code,date,subject,code,lessons\n"
            try await test.take(head + lessons.joined(separator: "\n") + "\n", "absences")
            try await test.account("ieva", "board-specialist")
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                let page = try await browser.get("/reports/attendance/over-limit?year=2025/2026")
                #expect(page.text.contains("Liepa") && page.text.contains("abonēta tiek atskaite bez tām"))
                let token = Browser.token(in: page.text)
                for report in ["attendance/over-limit", "attendance/chronic", "attainment/promotion"] {
                    let fields = ["report": report, "year": "2025/2026", "way": "home"]
                    let kept = try await browser.post("/subscriptions", fields, token: token)
                    #expect(kept.location == "/subscriptions", "\(report)")
                }
                let one = [
                    "report": "attendance/before-after", "year": "2025/2026", "pupil": "2", "way": "home",
                ]
                let refused = try await browser.post("/subscriptions", one, token: token)
                #expect(refused.status == 422, "about one person")
            }
            let asker = try await Accounts(test.desk).asker(login: "ieva")
            var asked = ReportRequest("attendance/over-limit")
            asked[.year] = "2025/2026"
            let full = try await Asking(test.desk.seated(asker)).answer(asked)
            let seen = try await SubscriptionLook(desk: test.desk).look(asked, as: asker)
            #expect(!full.persons.isEmpty && seen.answer.persons.isEmpty)
            let told = String(decoding: try seen.answer.bytes(.json, language: .lv), as: UTF8.self)
            #expect(!told.contains("Liepa Anna") && !told.contains("/pupils/"))
            #expect(try await all(test).count == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `a subscription that was ended can be put back, and stays one`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("ieva", "board-specialist")
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                let page = try await browser.get("/reports/attendance/kinds?year=2025/2026")
                let token = Browser.token(in: page.text)
                let kinds = ["report": "attendance/kinds", "year": "2025/2026", "way": "home"]
                let kept = try await browser.post("/subscriptions", kinds, token: token)
                #expect(kept.location == "/subscriptions")
                _ = try await browser.post("/subscriptions/1/remove", [:], token: token)
                let ended = try await browser.get("/subscriptions").text
                #expect(ended.contains("Neviena atskaite nav abonēta"))
                #expect(ended.contains("action=\"/subscriptions/1/restore\""))
                let back = try await browser.post("/subscriptions/1/restore", [:], token: token)
                #expect(back.location == "/subscriptions")
                // Ended and made anew, there is one: what was put back would be its double.
                _ = try await browser.post("/subscriptions/1/remove", [:], token: token)
                _ = try await browser.post("/subscriptions", kinds, token: token)
                _ = try await browser.post("/subscriptions/1/restore", [:], token: token)
            }
            #expect(try await all(test).count == 1)
        }
    }

    @Test func `an address that could add to a header is none`() {
        for good in ["a@b.lv", "jana.berza+sekme@skola.example"] { #expect(MailAddress.isGood(good)) }
        for bad in ["", "a", "@b", "a@", "a@b@c", "a b@c.lv", "a@c.lv\nBcc: d@e.lv", "-t@c.lv", "a,b@c.lv"] {
            #expect(!MailAddress.isGood(bad), "\(bad)")
        }
    }
}
