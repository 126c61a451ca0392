import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Ways into a case for those who are not asked in; none gets through the real router.
///
/// They are guessed addresses, search, reports and their files, prints, other people's eyes, a case that is over.
struct CaseAttackTests {
    /// Words that stand in the case alone.
    private static let secrets = [
        "iemesls-zvirbulis", "komandai-vārna", "slēgts-lūsis", "autoram-ūdrs", "nolūks-bebrs",
        "uzdevums-stirna",
        "stiprums-zaķis", "mērķis-lapsa", "iznākums-vilks", "lūgums-cauna",
    ]
    private static let school = Scope(institution: InstitutionID(rawValue: 2))

    /// A case with everything in it that can be written, two invited from outside and one of the two let in.
    func withCase(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await test.account("head", "head", in: Self.school)
            try await test.account("colleague", "support-specialist", in: Self.school)
            try await test.account("stranger", "head", in: Scope(institution: InstitutionID(rawValue: 1)))
            for body in [CaseBody.social, .police, .court] {
                try await test.account(body.code, "outside-worker", body: body)
            }
            try await test.account("admin", "administrator")
            try await test.account("board", "board-specialist")
            let (social, police) = (try await test.number("social"), try await test.number("police"))
            try await test.act("laila") { browser, token in
                func send(_ path: String, _ fields: [String: String]) async throws {
                    let answer = try await browser.post(path, fields, token: token)
                    #expect(answer.status == 303, "\(path): \(answer.status)")
                }
                try await send("/pupils/1/cases", ["reason": "iemesls-zvirbulis"])
                for (level, text) in [("1", "komandai-vārna"), ("2", "slēgts-lūsis"), ("3", "autoram-ūdrs")] {
                    try await send("/cases/1/notes", ["level": level, "text": text])
                }
                try await send(
                    "/cases/1/tasks",
                    ["text": "uzdevums-stirna", "person": "Kāds", "body": "1", "due": "20.05.2026."]
                )
                try await send(
                    "/cases/1/plans/new",
                    [
                        "kind": "1", "term": "2025/2", "strengths": "stiprums-zaķis", "goals": "mērķis-lapsa",
                        "parents": "0", "result": "0",
                    ]
                )
                for (account, body) in [(social, "2"), (police, "4")] {
                    try await send(
                        "/cases/1/members",
                        [
                            "account": account, "body": body, "purpose": "nolūks-bebrs", "basis": "2",
                            "ends": "30.06.2026.", "parts": "notes",
                        ]
                    )
                }
                try await send(
                    "/cases/1/referrals",
                    [
                        "account": police, "body": "4", "kind": "police-talk", "basis": "2",
                        "reason": "lūgums-cauna",
                    ]
                )
            }
            try await body(test)
        }
    }

    func secrets(in text: String) -> [String] { Self.secrets.filter { text.contains($0) } }

    /// Every address of the house with the numbers of the case in it, and reports in all their files.
    var addresses: [String] {
        let pages = sekme.allPages.filter { $0.method == .get && !$0.path.contains(":room") }.map { page in
            page.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
                switch part {
                case ":institution", ":class": "2"
                default: part.hasPrefix(":") ? "1" : String(part)
                }
            }
            .joined(separator: "/")
        }
        // What reads cases is in the room of prevention; no other room can open what the wing keeps.
        let reports = sekme.rooms.filter { $0.name == "prevention" }.flatMap { room in
            room.reports.flatMap { report in
                ["", "/csv", "/json", "/xlsx"].map {
                    "/reports/\(room.name)/\(report.name)\($0)?year=2025%2F2026"
                }
            }
        }
        return pages.filter { !$0.contains("sign-out") } + reports
            + [
                "/cases?state=all", "/cases?state=all&own=1", "/cases/1?notes=all",
                "/cases/1/plans/1?version=1", "/pupils/1?past=all", "/pupils/1/signals?past=all",
                "/pupils/1/meetings?past=all",
            ]
    }

    // Who may open what is asked of both engines where the gate is tested; here it is the router that counts.
    @Test(arguments: [Engine.sqlite])
    func `guessed addresses, lists, reports and their files give nobody a word of a case`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            let all = addresses
            for login in ["social", "court", "stranger", "colleague", "admin", "board"] {
                try await test.act(login) { browser, _ in
                    for address in all {
                        let answer = try await browser.get(address)
                        #expect(answer.status < 500, "\(login) \(address)")
                        var found = secrets(in: answer.text)
                        // Who was invited reads the purpose before answering, on that page alone.
                        if login == "social", address.hasPrefix("/cases/1"), !address.contains("plans") {
                            found.removeAll { $0 == "nolūks-bebrs" }
                        }
                        #expect(found == [], "\(login) \(address)")
                        let isOfCase = address.hasPrefix("/cases/1") || address == "/referrals/1"
                        if login == "court" || login == "stranger", isOfCase {
                            #expect(answer.status == 404, "\(login) \(address)")
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody writes to a case that is not theirs, whatever they send`(_ engine: Engine) async throws {
        try await withCase(engine) { test in
            let me = try await test.number("court")
            let fields = [
                "state": "6", "outcome": "1", "reason": "uzlauzts", "version": "1", "owner": me, "level": "1",
                "text": "uzlauzts", "person": "x", "body": "1", "due": "20.05.2026.", "account": me,
                "parts": "plan",
                "purpose": "uzlauzts", "basis": "1", "ends": "30.06.2026.", "answer": "2", "kind": "1",
                "term": "2025/1", "strengths": "x", "goals": "x", "given": "5", "provider": "x",
                "planned": "1", "accepts": "1",
                "from": "20.05.2026.", "to": "21.05.2026.",
            ]
            let posts = sekme.allPages.filter { page in
                page.method == .post
                    && (page.path.hasPrefix("/cases/:case") || page.path.hasPrefix("/referrals/:referral"))
            }
            #expect(posts.count >= 15 && posts.contains { $0.path == "/referrals/:referral/answer" })
            let before = try await marks(test)
            for login in ["court", "stranger", "colleague", "admin", "board"] {
                try await test.act(login) { browser, token in
                    for page in posts {
                        let path = page.path.replacing(#/:[a-z]+/#, with: "1")
                        let answer = try await browser.post(path, fields, token: token)
                        #expect(
                            [403, 404, 409].contains(answer.status),
                            "\(login) \(path): \(answer.status)"
                        )
                        #expect(secrets(in: answer.text) == [], "\(login) \(path)")
                    }
                }
            }
            #expect(try await marks(test) == before)
        }
    }

    /// How many rows the tables of the case hold, and the versions of those that change.
    private func marks(_ test: TestWorld) async throws -> [Int] {
        let tenant = test.tenant
        return try await test.desk.database.data.read { connection in
            let tables: [SQL] = [
                "prevention_case", "case_member", "case_note", "case_task", "support_plan", "plan_measure",
                "case_referral",
            ]
            return try tables.map { table in
                try connection.value(
                    "SELECT coalesce(sum(version), 0) + count(*) FROM \(table) WHERE tenant_id = \(tenant)",
                    Int.self
                ) ?? 0
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the search and the question by personal code tell that there is a case and no more`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            try await test.act("court") { browser, token in
                for words in ["zvirbulis", "Ozols", "329999-00001"] {
                    let answer = try await browser.post("/search", ["q": words], token: token)
                    #expect(secrets(in: answer.text) == [] && !answer.text.contains("Ozols, Jānis"))
                }
                let known = try await browser.post("/cases/find", ["code": "329999-00001"], token: token)
                #expect(known.text.contains("Paraugs laila") && known.text.contains("Liepu skola"))
                #expect(!known.text.contains("Jānis") && secrets(in: known.text) == [])
                let none = try await browser.post("/cases/find", ["code": "329999-00002"], token: token)
                let unknown = try await browser.post("/cases/find", ["code": "329999-00009"], token: token)
                for answer in [none, unknown] { #expect(answer.text.contains("Atvērta gadījuma nav.")) }
            }
            // The question was about a pupil, so it is on record.
            var filter = AuditFilter()
            filter.person = PupilID(rawValue: 1)
            let records = try await AuditTrail.list(test.tenant, filter, test.world.database)
            #expect(records.contains { $0.what == "/cases/find" })
        }
    }

    @Test(arguments: Engine.available)
    func `a member reads the case while it lasts, closed too, and each look is shown to the family`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            try await test.act("social") { browser, token in
                _ = try await browser.post("/cases/1/answer", ["answer": "2"], token: token)
                let seen = try await browser.get("/cases/1").text
                #expect(
                    Set(secrets(in: seen)) == [
                        "iemesls-zvirbulis", "komandai-vārna", "uzdevums-stirna", "nolūks-bebrs",
                    ]
                )
                #expect(try await browser.get("/cases/1/plans/1").status == 404)
                #expect(try await browser.get("/pupils/1").status == 403)
                #expect(try await browser.get("/pupils/1/cases").status == 403)
            }
            try await test.act("laila") { browser, token in
                let looks = try await browser.get("/cases/1/looks").text
                #expect(looks.contains("Paraugs social") && looks.contains("skatīja"))
                #expect(!looks.contains("Paraugs court"))
                let page = try await browser.get("/cases/1").text
                let version = try #require(page.firstMatch(of: #/name="version" value="(\d+)"/#)?.1)
                let closing = [
                    "state": "6", "outcome": "1", "reason": "iznākums-vilks", "version": String(version),
                ]
                #expect(try await browser.post("/cases/1/state", closing, token: token).status == 303)
            }
            try await test.act("social") { browser, token in
                let over = try await browser.get("/cases/1").text
                #expect(secrets(in: over).contains("iznākums-vilks"))
                let late = ["level": "1", "text": "par vēlu"]
                #expect(try await browser.post("/cases/1/notes", late, token: token).status == 409)
            }
            try await test.act("police") { browser, token in
                // An invitation that was not answered is withdrawn with the end of the case, and opens nothing.
                #expect(
                    try await browser.post("/cases/1/answer", ["answer": "2"], token: token).status == 404
                )
                let invited = try await browser.get("/cases/1")
                #expect(invited.status == 404 && secrets(in: invited.text) == [])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever may look through others' eyes and leads the school sees no case that way`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { test in
            try await test.account("both", "administrator")
            let (both, laila) = (try await test.number("both"), try await test.number("laila"))
            let id = AccountID(rawValue: try #require(Int(both)))
            try await Accounts(test.desk).setRole(NewRole("head", in: Self.school), for: id)
            try await test.act("both") { browser, token in
                #expect(try await browser.get("/cases/1").status == 200)
                let began = try await browser.post("/users/\(laila)/view", [:], token: token)
                #expect(began.status == 303)
                for address in [
                    "/cases", "/cases/1", "/cases/1/plans/1", "/cases/1/looks", "/pupils/1/cases",
                    "/referrals", "/referrals/1",
                ] {
                    let answer = try await browser.get(address)
                    #expect(answer.status == 403 && secrets(in: answer.text) == [], "\(address)")
                }
            }
        }
    }
}
