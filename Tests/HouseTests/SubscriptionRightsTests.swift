import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Being told of a report that needs more than the right to read figures: by its title alone, and only while that right
/// is held.
struct SubscriptionRightsTests {
    private static let headings = "institution,class,pupil_code,date,subject,code,lessons\n"
    private static let fields = [
        "report": "attendance/before-after", "year": "2025/2026", "institution": "Liepu skola",
        "day": "2026-02-01",
    ]

    /// Lessons of the pupil K2 in the weeks around the first of February.
    private func lessons(_ count: Int, _ test: TestWorld) async throws {
        let lines = ["Liepu skola,7.a,K2,2026-02-10,Matemātika,nn,\(count)"]
        let around = ["01-13", "03-02"].map { "Liepu skola,7.a,K2,2026-\($0),Matemātika,nn,4" }
        try await test.take(Self.headings + (around + lines).joined(separator: "\n") + "\n", "absences")
    }

    /// A specialist of the board who subscribed on the page, and has an address for mails.
    private func withSubscriber(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await lessons(1, test)
            try await test.account("ieva", "board-specialist")
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE account SET email = 'ieva@skola.example'
                    WHERE tenant_id = \(test.tenant) AND login = 'ieva'
                    """
                )
            }
            try await test.act("ieva") { browser, token in
                let address = "/reports/attendance/before-after?year=2025/2026&institution=2&day=2026-02-01"
                let page = try await browser.get(address).text
                #expect(page.contains("tikai ar īpašām tiesībām") && !page.contains("fails mapē"))
                // A way that is not offered is none: news stays on the home page.
                let asked = Self.fields.merging(["way": "folder"]) { $1 }
                let kept = try await browser.post("/subscriptions", asked, token: token)
                #expect(kept.location == "/subscriptions")
            }
            try await body(test)
        }
    }

    private func subscription(_ test: TestWorld) async throws -> Subscription {
        let tenant = test.tenant
        let all = try await test.desk.database.data.read {
            try Subscriptions(tenant: tenant, connection: $0).list()
        }
        #expect(all.count == 1)
        return try #require(all.first)
    }

    private func set(_ way: Delivery.Way, _ test: TestWorld) async throws {
        try await test.desk.database.data.write { connection in
            try connection.execute(
                "UPDATE subscription SET delivery = \(way) WHERE tenant_id = \(test.tenant)"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a mail has the title of the report and its address, and tells of no pupil, class or school`(
        _ engine: Engine
    ) async throws {
        try await withSubscriber(engine) { test in
            let first = try await subscription(test)
            #expect(first.way == .home)
            try await set(.mail, test)
            try await lessons(5, test)
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let run = SubscriptionRun(desk: test.desk, delivery: delivery)
                let done = try await run.run()
                let again = try await run.run()
                #expect(done == SubscriptionRun.Outcome(looked: 1, changed: 1))
                #expect(again == SubscriptionRun.Outcome())
                let message = try FakeSendmail.text(folder, "message")
                let body = try #require(FakeSendmail.body(message))
                #expect(
                    body.hasPrefix(
                        "Atskaitē „Kavējumi pirms un pēc dienas” ir jauni dati.\n\n/subscriptions/1\n"
                    )
                )
                for word in ["Liepa", "Anna", "Liepu", "7.a", "K2", "2026"] {
                    #expect(!body.contains(word), "\(word)")
                }
            }
            try await test.act("ieva") { browser, _ in
                let home = try await browser.get("/").text
                #expect(home.contains("href=\"/subscriptions/1\""))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may no longer open the report is told of nothing, not of what was new before either`(
        _ engine: Engine
    ) async throws {
        try await withSubscriber(engine) { test in
            try await set(.mail, test)
            try await lessons(5, test)
            let number = try await test.number("ieva")
            let id = AccountID(rawValue: try #require(Int(number)))
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let told = try await SubscriptionRun(desk: test.desk, delivery: delivery).run()
                #expect(told == SubscriptionRun.Outcome(looked: 1, changed: 1))
            }
            try await becomeReader(id, test)
            try await lessons(9, test)
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let none = try await SubscriptionRun(desk: test.desk, delivery: delivery).run()
                #expect(none == SubscriptionRun.Outcome(looked: 1, failed: 1))
                let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                #expect(!files.contains("message"))
            }
            try await test.act("ieva") { browser, _ in
                let home = try await browser.get("/").text
                #expect(!home.contains("href=\"/subscriptions/1\""))
            }
        }
    }

    @Test func `no file is made of it, even where one was asked for before it needed the right`() async throws
    {
        try await withSubscriber(.sqlite) { test in
            try await set(.folder, test)
            try await lessons(5, test)
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.folder = folder.path
                let done = try await SubscriptionRun(desk: test.desk, delivery: delivery).run()
                #expect(done == SubscriptionRun.Outcome(looked: 1, changed: 1, failed: 1))
                let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                #expect(files.isEmpty)
            }
        }
    }

    /// Takes every role of an account away and makes it a reader of figures.
    private func becomeReader(_ id: AccountID, _ test: TestWorld) async throws {
        let (accounts, tenant) = (Accounts(test.desk), test.tenant)
        let held = try await test.desk.database.data.read { connection in
            try connection.rows(
                "SELECT id FROM grant_role WHERE tenant_id = \(tenant) AND account_id = \(id) ORDER BY id",
                Int.self
            )
        }
        for role in held { try await accounts.endRole(role, of: id) }
        try await accounts.setRole(NewRole("reader", in: .tenant), for: id)
    }
}
