import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Ways into a case by a place that is still in date, or in the name of a body that is not one's own.
struct SeatAttackTests {
    private let attack = CaseAttackTests()

    // Who may open what is asked of both engines where the gate is tested; here it is the router that counts.
    @Test func `who went to another school reads no word of the case that they worked on`() async throws {
        try await attack.withCase(.sqlite) { test in
            let colleague = try await test.number("colleague")
            try await test.act("laila") { browser, token in
                let fields = [
                    "account": colleague, "body": "1", "purpose": "nolūks-bebrs", "basis": "1",
                    "ends": "30.06.2026.", "parts": "restricted",
                ]
                let answer1 = try await browser.post("/cases/1/members", fields, token: token)
                #expect(answer1.status == 303)
            }
            try await test.act("colleague") { browser, token in
                let taken = try await browser.post("/cases/1/answer", ["answer": "2"], token: token)
                #expect(taken.status == 303)
                let page = try await browser.get("/cases/1").text
                #expect(attack.secrets(in: page).contains("slēgts-lūsis"))
            }
            try await move(AccountID(rawValue: try #require(Int(colleague))), test)
            let all = attack.addresses
            try await test.act("colleague") { browser, token in
                for address in all {
                    let answer = try await browser.get(address)
                    #expect(answer.status < 500, "\(address)")
                    #expect(attack.secrets(in: answer.text) == [], "\(address)")
                    guard address.hasPrefix("/cases/1") || address == "/referrals/1" else { continue }
                    #expect([403, 404].contains(answer.status), "\(address): \(answer.status)")
                }
                let note = ["level": "1", "text": "uzlauzts"]
                let written = try await browser.post("/cases/1/notes", note, token: token)
                #expect(written.status == 404)
            }
        }
    }

    /// Ends the roles of an account and gives it the same at another school.
    private func move(_ id: AccountID, _ test: TestWorld) async throws {
        let (accounts, tenant) = (Accounts(test.desk), test.tenant)
        let held = try await test.desk.database.data.read { connection in
            try connection.rows(
                "SELECT id FROM grant_role WHERE tenant_id = \(tenant) AND account_id = \(id) ORDER BY id",
                Int.self
            )
        }
        for role in held { try await accounts.endRole(role, of: id) }
        let there = Scope(institution: InstitutionID(rawValue: 1))
        try await accounts.setRole(NewRole("support-specialist", in: there), for: id)
    }

    @Test func `nobody is asked, and nobody asks, in the name of a body that the role does not name`()
        async throws
    {
        try await attack.withCase(.sqlite) { test in
            let court = try await test.number("court")
            try await test.act("laila") { browser, token in
                let seat = [
                    "account": court, "body": "2", "purpose": "nolūks-bebrs", "basis": "2",
                    "ends": "30.06.2026.", "parts": "plan",
                ]
                let invited = try await browser.post("/cases/1/members", seat, token: token)
                #expect(invited.status == 422 && invited.text.contains("bāriņtiesa"))
                let asked = [
                    "account": court, "body": "4", "kind": "police-talk", "basis": "2",
                    "reason": "lūgums-cauna",
                ]
                let sent = try await browser.post("/cases/1/referrals", asked, token: token)
                #expect(sent.status == 422)
            }
            try await test.act("court") { browser, token in
                let page = try await browser.get("/referrals/new").text
                #expect(page.contains("bāriņtiesa") && !page.contains("sociālais dienests"))
                let forged = [
                    "code": "329999-00001", "body": "4", "kind": "support-at-school", "basis": "2",
                    "reason": "uzlauzts",
                ]
                let answer = try await browser.post("/referrals/new", forged, token: token)
                #expect(answer.status == 422 && answer.text.contains("lūdziet administratoram"))
                #expect(try await browser.get("/cases/1").status == 404)
            }
        }
    }
}
