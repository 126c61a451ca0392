import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Numbers of referrals that are there, tried by everybody who neither sent nor got them.
///
/// The first was sent from a case to the social service and is finished, the second from a case of another school to
/// the police and was rejected; the third came from the social service to the first school and waits.
struct ReferralGuessTests {
    private static let secrets = [
        ["lūgums-viens", "veidlapa-viens", "atbilde-viens", "iznākums-viens"],
        ["lūgums-divi", "atbilde-divi"], ["lūgums-trīs", "veidlapa-trīs"],
    ]
    /// Who sent or got which of them; whoever is not here saw none.
    private static let known = ["laila": [1, 3], "zane": [2], "social": [1, 3], "police": [2]]

    private static func found(_ text: String) -> Set<String> {
        Set(secrets.joined().filter { text.contains($0) })
    }

    /// What of the referrals somebody may read at an address: the page of each has its words, and nothing else has.
    private static func allowed(_ login: String, _ address: String) -> Set<String> {
        Set((known[login] ?? []).filter { address == "/referrals/\($0)" }.flatMap { secrets[$0 - 1] })
    }

    private func withReferrals(_ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(.sqlite) { test in
            let third = "\nOzolu skola,2025/2026,6.b,329999-00003,K3,Egle,Pēteris,2025-09-01,"
            try await test.take(TestFiles.pupils + third, "pupils")
            let schools = (1...2).map { Scope(institution: InstitutionID(rawValue: $0)) }
            try await test.account("laila", "social-pedagogue", in: schools[1])
            try await test.account("zane", "social-pedagogue", in: schools[0])
            try await test.account("teacher", "teacher", in: schools[1])
            for (login, school, group) in [("own", 2, 2), ("other", 1, 3)] {
                let scope = Scope(
                    institution: InstitutionID(rawValue: school),
                    classGroup: ClassID(rawValue: group)
                )
                try await test.account(login, "class-teacher", in: scope)
            }
            for body in [CaseBody.social, .police, .court] {
                try await test.account(body.code, "outside-worker", body: body)
            }
            try await CaseGuessTests().partner(test)
            try await send(test)
            try await answer(test)
            try await body(test)
        }
    }

    private func post(
        _ path: String,
        _ fields: [String: String],
        _ browser: Browser,
        _ token: String
    ) async throws {
        let answer = try await browser.post(path, fields, token: token)
        #expect(answer.status == 303, "\(path): \(answer.status)")
    }

    private func send(_ test: TestWorld) async throws {
        let (social, police) = (try await test.number("social"), try await test.number("police"))
        try await test.act("laila") { browser, token in
            try await post("/pupils/1/cases", ["reason": "Kavē"], browser, token)
            let fields = [
                "account": social, "body": "2", "kind": "family-visit", "basis": "3",
                "reason": "lūgums-viens", "question-1": "veidlapa-viens",
            ]
            try await post("/cases/1/referrals", fields, browser, token)
        }
        try await test.act("zane") { browser, token in
            try await post("/pupils/3/cases", ["reason": "Kavē"], browser, token)
            let fields = [
                "account": police, "body": "4", "kind": "police-talk", "basis": "2", "reason": "lūgums-divi",
            ]
            try await post("/cases/2/referrals", fields, browser, token)
        }
        try await test.act("social") { browser, token in
            let fields = [
                "code": "329999-00002", "body": "2", "kind": "support-at-school", "basis": "2",
                "reason": "lūgums-trīs", "question-2": "veidlapa-trīs", "question-1": "",
            ]
            try await post("/referrals/new", fields, browser, token)
        }
    }

    private func answer(_ test: TestWorld) async throws {
        try await test.act("social") { browser, token in
            let yes = ["accepts": "1", "answer": "atbilde-viens", "version": "1"]
            try await post("/referrals/1/answer", yes, browser, token)
            let done = ["outcome": "iznākums-viens", "version": "2"]
            try await post("/referrals/1/finish", done, browser, token)
        }
        try await test.act("police") { browser, token in
            let no = ["accepts": "0", "answer": "atbilde-divi", "version": "1"]
            try await post("/referrals/2/answer", no, browser, token)
        }
    }

    @Test func `a referral that no case took up is given to the person by the institution that got it`()
        async throws
    {
        try await withReferrals { test in
            try await test.account("privacy", "data-protection")
            try await test.act("privacy") { browser, token in
                let fields = [
                    "register": "pupils", "code": "K2", "kind": "1", "asker": "2", "asked": "17.05.2026.",
                    "text": "Lūdz māte.",
                ]
                try await post("/privacy/requests", fields, browser, token)
                let page = try await browser.get("/privacy/requests/1").text
                #expect(page.contains("Nosūtījums Nr. 3, saņemts") && page.contains("vēl nav"))
                #expect(Self.found(page).isEmpty)
            }
            for login in ["social", "police", "zane", "privacy"] {
                try await test.act(login) { browser, token in
                    let refused = try await browser.post("/referrals/3/given", [:], token: token)
                    #expect(refused.status == 404 || refused.status == 403, "\(login) \(refused.status)")
                }
            }
            try await test.act("laila") { browser, token in
                let page = try await browser.get("/referrals/3").text
                #expect(page.contains("/referrals/3/given") && page.contains("veidlapa-trīs"))
                try await post("/referrals/3/given", [:], browser, token)
                let first = try await browser.get("/referrals/1").text
                #expect(!first.contains("/referrals/1/given"))
            }
            try await test.act("privacy") { browser, _ in
                let page = try await browser.get("/privacy/requests/1").text
                #expect(!page.contains("vēl nav") && page.contains("Paraugs laila"))
            }
        }
    }

    // Who may open what is asked of both engines where the gate is tested; here it is the router that counts.
    @Test func `real numbers of referrals open nothing to those who neither sent nor got them`() async throws
    {
        try await withReferrals { test in
            let all = CaseGuessTests().addresses
            #expect(all.contains("/referrals/3") && all.contains("/referrals"))
            for login in ["court", "partner", "police", "own", "other", "teacher"] {
                try await test.act(login) { browser, token in
                    for address in all {
                        let answer = try await browser.get(address)
                        let words = Self.found(answer.text)
                        #expect(answer.status < 500, "\(login) \(address)")
                        #expect(words == Self.allowed(login, address), "\(login) \(address)")
                        guard address.hasPrefix("/referrals"), login != "police" else { continue }
                        // Of a referral that is not theirs nobody learns whether there is one.
                        if address.contains(#/[0-9]$/#) {
                            let wanted = login == "teacher" ? 403 : 404
                            #expect(answer.status == wanted, "\(login) \(address): \(answer.status)")
                        }
                        for name in ["Jānis", "Anna", "Pēteris"] {
                            #expect(!answer.text.contains(name), "\(login) \(address)")
                        }
                    }
                    for words in ["viens", "divi", "trīs"] {
                        let answer = try await browser.post("/search", ["q": words], token: token)
                        #expect(Self.found(answer.text) == [], "\(login) \(words)")
                    }
                }
            }
        }
    }

    @Test func `whoever sent or got a referral reads it on its page alone, and no other one`() async throws {
        try await withReferrals { test in
            for login in ["laila", "zane", "social", "police"] {
                try await test.act(login) { browser, _ in
                    for address in ["/referrals", "/cases", "/dates"] + (1...3).map({ "/referrals/\($0)" }) {
                        let answer = try await browser.get(address)
                        let wanted = Self.allowed(login, address)
                        #expect(Self.found(answer.text) == wanted, "\(login) \(address)")
                        if address.contains(#/[0-9]$/#) {
                            #expect(answer.status == (wanted.isEmpty ? 404 : 200), "\(login) \(address)")
                        }
                    }
                }
            }
            try await test.act("social") { browser, _ in
                // Only the code was typed, and nobody has answered.
                let page = try await browser.get("/referrals/3").text
                #expect(!page.contains("Anna") && !page.contains("Liepu skola"))
            }
        }
    }

    @Test func `nobody answers, ends or withdraws a referral that is not theirs`() async throws {
        try await withReferrals { test in
            let fields = ["accepts": "1", "answer": "uzlauzts", "outcome": "uzlauzts", "version": "1"]
            for login in ["court", "partner", "police", "own", "other", "zane"] {
                try await test.act(login) { browser, token in
                    for form in ["answer", "finish", "withdraw"] {
                        let path = "/referrals/3/\(form)"
                        let answer = try await browser.post(path, fields, token: token)
                        #expect(answer.status == 404, "\(login) \(path): \(answer.status)")
                    }
                }
            }
            let tenant = test.tenant
            let states = try await test.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT state FROM case_referral WHERE tenant_id = \(tenant) ORDER BY id",
                    Int.self
                )
            }
            #expect(states == [4, 3, 1])
        }
    }

    @Test func `the calendars of those who wait for the answer have its day and no word of the referral`()
        async throws
    {
        try await withReferrals { test in
            let (tenant, now) = (test.tenant, test.desk.clock())
            let logins = ["laila", "social", "zane", "police", "court", "partner", "own", "other"]
            for login in logins {
                let account = AccountID(rawValue: try #require(Int(try await test.number(login))))
                let secret = Secret()
                try await test.desk.database.data.write {
                    try Feeds(tenant, $0).renew(account, secret, at: now)
                }
                try await test.client { client in
                    let calendar = try await Browser(client).get("/dates/calendar/\(secret.text)")
                    #expect(calendar.status == 200, "\(login)")
                    let waits = calendar.text.contains("SUMMARY:Atbilde uz nosūtījumu")
                    #expect(waits == ["laila", "social"].contains(login), "\(login)")
                    #expect(Self.found(calendar.text) == [], "\(login)")
                    #expect(!calendar.text.contains("Anna") && !calendar.text.contains("Liepa,"), "\(login)")
                }
            }
        }
    }
}
