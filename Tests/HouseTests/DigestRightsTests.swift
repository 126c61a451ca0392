import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Who is sent the weekly mail of dates without having chosen it, and that it is not sent where nothing waits.
struct DigestRightsTests {
    private static let school = Scope(institution: InstitutionID(rawValue: 2))
    private static let other = Scope(institution: InstitutionID(rawValue: 1))

    /// A pedagogue's case whose review was to be thirty days ago; a colleague at another school has nothing.
    private func withCase(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await test.account("idle", "social-pedagogue", in: Self.other)
            try await test.account("specialist", "board-specialist")
            try await test.act("laila") { browser, token in
                _ = try await browser.post("/pupils/1/cases", ["reason": "iemesls"], token: token)
            }
            let late = test.desk.today - 30
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE prevention_case SET review_on = \(late) WHERE tenant_id = \(test.tenant)"
                )
                for login in ["laila", "idle", "specialist"] {
                    let mail = "\(login)@skola.example"
                    try connection.execute(
                        """
                        UPDATE account SET email = \(mail)
                        WHERE tenant_id = \(test.tenant) AND login = \(login)
                        """
                    )
                }
            }
            try await body(test)
        }
    }

    /// The mail of the day's run, which goes to one address alone, and is not sent again by a second run.
    private func onlyMail(of desk: Desk, to address: String, _ folder: URL) async throws -> String {
        var delivery = Delivery()
        delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
        let run = DigestRun(desk: desk, delivery: delivery)
        let first = try await run.run()
        let again = try await run.run()
        #expect(first == DigestRun.Outcome(sent: 1) && again == DigestRun.Outcome())
        #expect(try FakeSendmail.text(folder, "arguments") == "-i\n--\n\(address)\n")
        return try FakeSendmail.text(folder, "message")
    }

    @Test(arguments: Engine.available)
    func `whoever owns a case is reminded every week of what is late, and whoever has nothing gets no mail`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            try await FakeSendmail.folder { folder in
                let message = try await onlyMail(of: test.desk, to: "laila@skola.example", folder)
                let body = try #require(FakeSendmail.body(message))
                #expect(body.contains("Jūsu darbi, kuru termiņš ir pagājis: 1\n/dates"))
                for word in ["Ozols", "Jānis", "iemesls", "7.a", "skola"] {
                    #expect(!body.contains(word), "\(word)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who chose to get no mail gets none, whatever they hold`(_ engine: Engine) async throws {
        try await withCase(engine) { test in
            let number = try await test.number("laila")
            let account = AccountID(rawValue: try #require(Int(number)))
            try await test.desk.database.data.write {
                try Digests(test.tenant, $0).choose(.never, account)
            }
            try await FakeSendmail.folder { folder in
                var delivery = Delivery()
                delivery.sendmail = try FakeSendmail.make(folder, exit: 0)
                let outcome = try await DigestRun(desk: test.desk, delivery: delivery).run()
                #expect(outcome == DigestRun.Outcome())
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the page of dates shows the weekly mail as chosen for those who work with signs or cases`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            for (login, rhythm) in [("laila", 2), ("idle", 2), ("specialist", 2)] {
                try await test.act(login) { browser, _ in
                    let page = try await browser.get("/dates").text
                    #expect(page.contains("Kas strādā ar riska pazīmēm vai atbalsta gadījumiem"), "\(login)")
                    let box = #/<input[^>]*name="rhythm"[^>]*>/#
                    let chosen = page.matches(of: box).map { String($0.output) }
                        .filter { $0.contains(" checked") }
                    #expect(chosen.count == 1, "\(login)")
                    #expect(chosen.allSatisfy { $0.contains("value=\"\(rhythm)\"") }, "\(login)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever is invited to a case is told by a number, and a colleague who is not gets no mail`(
        _ engine: Engine
    ) async throws {
        let attack = CaseAttackTests()
        try await attack.withCase(engine) { test in
            try await test.desk.database.data.write { connection in
                try connection.execute("UPDATE account SET email = '' WHERE tenant_id = \(test.tenant)")
                for login in ["police", "court"] {
                    let mail = "\(login)@skola.example"
                    try connection.execute(
                        """
                        UPDATE account SET email = \(mail)
                        WHERE tenant_id = \(test.tenant) AND login = \(login)
                        """
                    )
                }
            }
            try await FakeSendmail.folder { folder in
                let message = try await onlyMail(of: test.desk, to: "police@skola.example", folder)
                let body = try #require(FakeSendmail.body(message))
                #expect(body.contains("Jūsu darbi nākamajās septiņās dienās: ") && body.contains("/dates\n"))
                #expect(attack.secrets(in: message + body) == [])
                for word in ["Ozols", "Jānis", "7.a", "/cases/", "/referrals/"] {
                    #expect(!body.contains(word), "\(word)")
                }
            }
        }
    }

    @Test
    func `whoever works with signs, cases or programmes is told, readers and the board's head are not`() {
        func isTold(_ name: String) -> Bool {
            Digests.told.contains { Role.named(name)?.breadths($0).isEmpty == false }
        }
        let told = [
            "class-teacher", "social-pedagogue", "support-specialist", "deputy", "head", "pmp-coordinator",
            "outside-worker", "partner", "board-specialist",
        ]
        for name in told { #expect(isTold(name), "\(name)") }
        for name in ["reader", "board-head", "teacher", "administrator"] {
            #expect(!isTold(name), "\(name)")
        }
    }
}
