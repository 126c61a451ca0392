import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What of dates leaves the house in calendars and mails: days and kinds of work, and nobody's number.
struct DateSecrecyTests {
    /// A pupil over the limit with a case and new signs, whose number is told from any other.
    private func withNumbers(
        _ engine: Engine,
        _ body: (TestWorld, _ numbers: [Int]) async throws -> Void
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.desk.database.data.write {
                _ = try $0.takeIds(tenant: test.tenant.rawValue, kind: "pupil", count: 770_000)
            }
            try await test.fill()
            let school = Scope(institution: InstitutionID(rawValue: 2))
            try await test.account("laila", "social-pedagogue", in: school)
            try await test.account("head", "head", in: school)
            let numbers = try await test.desk.database.data.read {
                try $0.rows("SELECT id FROM pupil WHERE tenant_id = \(test.tenant) ORDER BY id", Int.self)
            }
            #expect(numbers.count == 2 && numbers.allSatisfy { $0 > 770_000 })
            let pupil = try #require(numbers.first)
            try await test.act("laila") { browser, token in
                _ = try await browser.post("/pupils/\(pupil)/cases", ["reason": "iemesls"], token: token)
            }
            // What comes to be known after the case was opened is a new sign.
            let head = "institution,class,pupil_code,date,subject,code,lessons"
            let lessons = [16, 17].map { "Liepu skola,7.a,K1,2026-03-\($0),Matemātika,nn,12" }
            try await test.take(([head] + lessons).joined(separator: "\n"), "absences")
            try await test.act("laila") { browser, token in
                let contact = ["year": "2025/2026", "term": "2", "step": "contact", "day": "17.03.2026."]
                let talk = ["year": "2025/2026", "term": "2", "step": "talk", "day": "18.03.2026."]
                for step in [contact, talk] {
                    _ = try await browser.post("/pupils/\(pupil)/absence-duty", step, token: token)
                }
            }
            let review = test.desk.today + 10
            try await test.desk.database.data.write {
                try $0.execute(
                    "UPDATE prevention_case SET review_on = \(review) WHERE tenant_id = \(test.tenant)"
                )
            }
            try await body(test, numbers)
        }
    }

    @Test(arguments: Engine.available)
    func `no pupil's number leaves the house in a calendar or mail, whatever room the date is of`(
        _ engine: Engine
    ) async throws {
        try await withNumbers(engine) { test, numbers in
            let desk = test.desk
            let until = desk.today + 400
            let (dues, events) = try await desk.database.data.read { connection in
                let whose: [DueQuestion.Whose] = [.within(.all), .own(desk.asker)]
                let dues = try whose.flatMap { who in
                    let question = DueQuestion(who, until: until, at: desk)
                    return try desk.house.rooms.flatMap(\.dues).flatMap { kind in
                        try kind.dues(question, connection)
                    }
                }
                return (dues, try Calendar.events(dues, desk.tenant, connection))
            }
            for kind in ["duty-", "signal-", "case-review-"] {
                #expect(dues.contains { $0.code.hasPrefix(kind) && $0.pupil != nil }, "\(kind)")
            }
            for language in Language.allCases {
                let calendar = Calendar(
                    events: events,
                    title: DatesPage.title,
                    origin: "https://sekme.example",
                    now: desk.clock(),
                    language: language
                )
                let text = String(decoding: calendar.bytes, as: UTF8.self)
                    .replacing("\r\n ", with: "")
                #expect(text.contains("URL:https://sekme.example/dates\r\n"))
                #expect(!text.contains("/pupils/"))
                for number in numbers { #expect(!text.contains(String(number)), "\(number)") }
            }
            // The same date has the same name each time, and another of another board.
            let again = try await desk.database.data.read { try Calendar.events(dues, desk.tenant, $0) }
            #expect(again.map(\.name) == events.map(\.name))
            #expect(Set(events.map(\.name)).count == Set(dues.map(\.code)).count)
            try await expectMails(test, numbers)
        }
    }

    /// Mails of those who work with the pupil and of those who lead the work count, and tell of nobody.
    private func expectMails(_ test: TestWorld, _ numbers: [Int]) async throws {
        for (login, line) in [
            ("laila", "Jauni darbi, kas vēl nav apskatīti: "), ("head", "Nokavētie darbi Jūsu pārziņā: "),
        ] {
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE account SET email = '' WHERE tenant_id = \(test.tenant)"
                )
                try connection.execute(
                    """
                    UPDATE account SET email = 'a@skola.example'
                    WHERE tenant_id = \(test.tenant) AND login = \(login)
                    """
                )
            }
            let number = try await test.number(login)
            let account = AccountID(rawValue: try #require(Int(number)))
            try await test.desk.database.data.write {
                try Digests(test.tenant, $0).choose(.weekly, account)
            }
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let outcome = try await DigestRun(desk: test.desk, delivery: delivery).run()
                #expect(outcome == DigestRun.Outcome(sent: 1), "\(login)")
                let body = try #require(FakeSendmail.body(try FakeSendmail.text(folder, "message")))
                #expect(body.contains(line), "\(login): \(body)")
                for number in numbers { #expect(!body.contains(String(number)), "\(login)") }
            }
        }
    }
}
