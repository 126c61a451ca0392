import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The mail that counts dates: how often it comes, what it says, and that it is given up in the end.
struct DigestTests {
    @Test(arguments: Engine.available)
    func `a head is mailed once a week how much is late, and nothing of whom`(_ engine: Engine) async throws {
        try await DateBoard.withCase(engine) { test in
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
        try await DateBoard.withCase(engine) { test in
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
