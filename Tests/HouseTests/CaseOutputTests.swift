import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What leaves the house of a case: pages and files for guests, files of those who may do everything, calendars,
/// commands.
struct CaseOutputTests {
    private static let sealed: Set<String> = ["slēgts-lūsis", "autoram-ūdrs"]
    private let attack = CaseAttackTests()

    /// The case with a guest of another body who is shown all that can be shown, and a colleague without restricted notes.
    private func withGuests(_ body: (TestWorld) async throws -> Void) async throws {
        try await attack.withCase(.sqlite) { test in
            let colleague = try await test.number("colleague")
            try await test.act("laila") { browser, token in
                let fields = [
                    "account": colleague, "body": "1", "purpose": "nolūks-bebrs", "basis": "1",
                    "ends": "30.06.2026.",
                ]
                let answer = try await browser.post("/cases/1/members", fields, token: token)
                #expect(answer.status == 303)
            }
            try await test.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE case_member SET state = 2, parts = 3
                    WHERE tenant_id = \(test.tenant) AND name IN ('Paraugs social', 'Paraugs colleague')
                    """
                )
            }
            try await body(test)
        }
    }

    @Test func `a guest who is shown all there is to show reads no restricted note, whatever is asked for`()
        async throws
    {
        try await withGuests { test in
            let all = attack.addresses
            for login in ["social", "colleague"] {
                try await test.act(login) { browser, token in
                    for address in all {
                        let answer = try await browser.get(address)
                        #expect(answer.status < 500, "\(login) \(address)")
                        for word in Self.sealed {
                            #expect(!answer.text.contains(word), "\(login) \(address)")
                        }
                    }
                    for words in ["lūsis", "slēgts-lūsis", "Ozols"] {
                        let answer = try await browser.post("/search", ["q": words], token: token)
                        #expect(!answer.text.contains("autoram-ūdrs"), "\(login) \(words)")
                        #expect(!answer.text.contains("slēgts-lūsis") || words == "slēgts-lūsis", "\(login)")
                    }
                    // What they are there for is shown, so that the rest is not empty for another reason.
                    let page = try await browser.get("/cases/1")
                    #expect(page.text.contains("komandai-vārna"), "\(login)")
                    let plan = try await browser.get("/cases/1/plans/1")
                    #expect(plan.text.contains("stiprums-zaķis"), "\(login)")
                }
            }
        }
    }

    @Test func `nothing written in a case is in a file or a report, even of its owner who may do everything`()
        async throws
    {
        try await withGuests { test in
            let number = try await test.number("laila")
            let id = AccountID(rawValue: try #require(Int(number)))
            let asker = Asker(account: id, name: "laila", language: .lv, grants: test.desk.asker.grants)
            let session = CommandSession(world: test.world, desk: test.desk.seated(asker))
            var answered = 0
            for room in sekme.rooms {
                for report in room.reports {
                    let request = ReportRequest("\(room.name)/\(report.name)")
                    guard let answer = try? await session.answer(request, reason: "pārbaude") else {
                        continue
                    }
                    let text = String(decoding: try answer.bytes(.json), as: UTF8.self)
                    #expect(attack.secrets(in: text) == [], "\(report.name)")
                    answered += 1
                }
            }
            #expect(answered >= 10, "\(answered)")
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var written = 0
            for format in sekme.formats where format is any ExportFormat.Type {
                let path = "\(folder)/\(format.name).csv"
                let made = try? await ExportCommands(session).write(
                    format.name,
                    to: path,
                    year: nil,
                    institution: nil,
                    reason: "pārbaude"
                )
                guard made != nil else { continue }
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(attack.secrets(in: text) == [], "\(format.name)")
                written += 1
            }
            #expect(written >= 5, "\(written)")
        }
    }

    @Test
    func `a guest's calendar has the guest's task and no word of it, until the place or the case is over`()
        async throws
    {
        try await withGuests { test in
            let number = try await test.number("social")
            let id = AccountID(rawValue: try #require(Int(number)))
            let (tenant, today, now, secret) = (test.tenant, test.desk.today, test.desk.clock(), Secret())
            try await test.desk.database.data.write { connection in
                try Feeds(tenant, connection).renew(id, secret, at: now)
                try connection.execute("UPDATE case_task SET owner_id = \(id) WHERE tenant_id = \(tenant)")
            }
            func expectTask(_ isThere: Bool, _ when: String) async throws {
                try await test.client { client in
                    let calendar = try await Browser(client).get("/dates/calendar/\(secret.text)")
                    #expect(calendar.status == 200, "\(when)")
                    let task = "SUMMARY:Atbalsta gadījuma uzdevums\r\n"
                    #expect(calendar.text.contains(task) == isThere, "\(when)")
                    #expect(attack.secrets(in: calendar.text) == [], "\(when)")
                    #expect(!calendar.text.contains("Ozols"), "\(when)")
                }
            }
            func change(_ sql: SQL) async throws {
                _ = try await test.desk.database.data.write { try $0.execute(sql) }
            }
            try await expectTask(true, "taking part")
            // The calendar leaves the house; the page of dates names the pupil whom the case names.
            try await test.act("social") { browser, _ in
                let page = try await browser.get("/dates").text
                #expect(page.contains("Ozols") && !page.contains("nav redzams"))
                #expect(attack.secrets(in: page) == [])
            }
            try await change(
                "UPDATE case_member SET state = 5 WHERE tenant_id = \(tenant) AND account_id = \(id)"
            )
            try await expectTask(false, "revoked")
            try await change(
                "UPDATE case_member SET state = 2 WHERE tenant_id = \(tenant) AND account_id = \(id)"
            )
            try await expectTask(true, "again")
            try await change(
                "UPDATE case_member SET ends_on = \(today - 1) WHERE tenant_id = \(tenant) AND account_id = \(id)"
            )
            try await expectTask(false, "the time is over")
            try await change(
                "UPDATE case_member SET ends_on = \(today) WHERE tenant_id = \(tenant) AND account_id = \(id)"
            )
            try await change(
                "UPDATE prevention_case SET state = 6, closed_on = \(today) WHERE tenant_id = \(tenant)"
            )
            try await expectTask(false, "closed")
        }
    }

    @Test func `an outside worker runs no command, and nobody sees a case through an outside worker's eyes`()
        async throws
    {
        try await withGuests { test in
            for door in CommandDoors.all where door.standing == .account {
                await #expect(throws: Refusal.self, "\(door.name)") {
                    _ = try await CommandSession.open(
                        test.world,
                        through: door,
                        tenant: nil,
                        account: "social",
                        language: .lv
                    )
                }
            }
            let social = try await test.number("social")
            let all = attack.addresses.filter { $0.hasPrefix("/cases") || $0.hasPrefix("/dates") }
            #expect(all.count > 5)
            try await test.act("admin") { browser, token in
                let began = try await browser.post("/users/\(social)/view", [:], token: token)
                #expect(began.status == 303)
                for address in all {
                    let answer = try await browser.get(address)
                    #expect([403, 404].contains(answer.status), "\(address): \(answer.status)")
                    for word in Self.sealed { #expect(!answer.text.contains(word), "\(address)") }
                }
            }
        }
    }
}
