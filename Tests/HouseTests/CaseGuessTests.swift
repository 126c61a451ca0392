import Access
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// Numbers of cases, pupils, classes and institutions that are there, tried by those who come from outside.
///
/// There is a case of the school that they work with, one of it that is over, and one of another school.
struct CaseGuessTests {
    private static let cases = ["viens", "divi", "trīs"]

    /// What stands in one case alone.
    private static func secrets(of number: Int) -> [String] {
        ["iemesls", "komandai", "slēgts", "uzdevums", "mērķis"].map { "\($0)-\(cases[number - 1])" }
    }

    private static func found(_ text: String) -> Set<String> {
        Set((1...3).flatMap { secrets(of: $0) }.filter { text.contains($0) })
    }

    private static func school(_ number: Int) -> Scope {
        Scope(institution: InstitutionID(rawValue: number))
    }

    private func withCases(_ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(.sqlite) { test in
            let third = "\nOzolu skola,2025/2026,6.b,329999-00003,K3,Egle,Pēteris,2025-09-01,"
            try await test.take(TestFiles.pupils + third, "pupils")
            try await test.account("laila", "social-pedagogue", in: Self.school(2))
            try await test.account("zane", "social-pedagogue", in: Self.school(1))
            for login in ["member", "invited", "court"] { try await test.account(login, "outside-worker") }
            try await partner(test)
            try await open([1, 2], of: "laila", test)
            try await open([3], of: "zane", test)
            try await invite(test)
            try await body(test)
        }
    }

    /// Somebody of another institution who works with the pupil whose case is over, and was not asked into it.
    func partner(_ test: TestWorld) async throws {
        var new = NewAccount(login: "partner", name: "Paraugs partner")
        new.password = TestWorld.password
        new.mustChange = false
        let scope = Scope(
            institution: InstitutionID(rawValue: 2),
            classGroup: ClassID(rawValue: 2),
            pupil: PupilID(rawValue: 2)
        )
        let today = TestWorld.now.day
        let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
        _ = try await Accounts(desk).add(
            new,
            NewRole("partner", in: scope, from: today - 30, to: today + 30)
        )
    }

    /// A case for each of some pupils: of the same number, as they are opened in turn.
    private func open(_ pupils: [Int], of login: String, _ test: TestWorld) async throws {
        try await test.act(login) { browser, token in
            func send(_ path: String, _ fields: [String: String]) async throws {
                let answer = try await browser.post(path, fields, token: token)
                #expect(answer.status == 303, "\(path): \(answer.status)")
            }
            for pupil in pupils {
                let words = Self.secrets(of: pupil)
                try await send("/pupils/\(pupil)/cases", ["reason": words[0]])
                for (level, text) in [("1", words[1]), ("2", words[2])] {
                    try await send("/cases/\(pupil)/notes", ["level": level, "text": text])
                }
                try await send(
                    "/cases/\(pupil)/tasks",
                    ["text": words[3], "person": "Kāds", "body": "1", "due": "20.05.2026."]
                )
                try await send(
                    "/cases/\(pupil)/plans/new",
                    [
                        "kind": "1", "term": "2025/2", "strengths": "Lasa", "goals": words[4],
                        "parents": "0", "result": "0",
                    ]
                )
            }
        }
    }

    /// One is a member of the first case, one was invited to the second and did not answer before it was over.
    private func invite(_ test: TestWorld) async throws {
        let guests = [(1, try await test.number("member")), (2, try await test.number("invited"))]
        try await test.act("laila") { browser, token in
            for (number, account) in guests {
                let fields = [
                    "account": account, "body": "2", "purpose": "Kopīgs darbs", "basis": "2",
                    "ends": "30.06.2026.", "parts": "notes",
                ]
                let answer = try await browser.post("/cases/\(number)/members", fields, token: token)
                #expect(answer.status == 303)
            }
            let page = try await browser.get("/cases/2").text
            let version = try #require(page.firstMatch(of: #/name="version" value="(\d+)"/#)?.1)
            let closing = ["state": "6", "outcome": "1", "reason": "Beidzies", "version": String(version)]
            #expect(try await browser.post("/cases/2/state", closing, token: token).status == 303)
        }
        try await test.act("member") { browser, token in
            let answer = try await browser.post("/cases/1/answer", ["answer": "2"], token: token)
            #expect(answer.status == 303)
        }
    }

    /// Every address of the house with every choice of the numbers that are there, and reports of all rooms as files.
    var addresses: [String] {
        let pages = sekme.allPages.filter { page in
            page.method == .get && !page.path.contains(":room") && !page.path.contains("sign-out")
        }
        let ids = sekme.rooms.flatMap { room in room.reports.map { "\(room.name)/\($0.name)" } }
        let reports = ids.flatMap { id in
            ["", "/csv", "/json", "/xlsx"].map { "/reports/\(id)\($0)?year=2025%2F2026" }
                + ["/reports/\(id)/table?year=2025%2F2026&institution=1"]
        }
        return pages.flatMap { filled($0.path) } + reports + ["/cases?state=all", "/cases?state=all&own=1"]
            + [1, 2, 3].flatMap { ["/cases/\($0)?notes=all", "/cases/\($0)/plans/\($0)?version=1"] }
    }

    private func filled(_ path: String) -> [String] {
        path.split(separator: "/").reduce([""]) { begun, part in
            let values = part.hasPrefix(":") ? ["1", "2", "3"] : [String(part)]
            return begun.flatMap { start in values.map { "\(start)/\($0)" } }
        }
        .map { $0.isEmpty ? "/" : $0 }
    }

    /// What of the cases somebody may read, by the beginning of the address.
    private func allowed(_ login: String, _ address: String) -> Set<String> {
        // A member reads what is for the team, and no plan, which was not a part of what they were invited to.
        guard login == "member", address.hasPrefix("/cases/1") || !address.hasPrefix("/cases/") else {
            return []
        }
        return Set(Self.secrets(of: 1).prefix(2) + Self.secrets(of: 1)[3...3])
    }

    // Who may open what is asked of both engines where the gate is tested; here it is the router that counts.
    @Test func `real numbers of closed cases and of other schools open nothing to those from outside`()
        async throws
    {
        try await withCases { test in
            let all = addresses
            #expect(all.contains("/cases/3/plans/3") && all.count > 500)
            for login in ["court", "invited", "member", "partner"] {
                try await test.act(login) { browser, _ in
                    var seen: Set<String> = []
                    for address in all {
                        let answer = try await browser.get(address)
                        let words = Self.found(answer.text)
                        #expect(answer.status < 500, "\(login) \(address)")
                        #expect(words.subtracting(allowed(login, address)) == [], "\(login) \(address)")
                        seen.formUnion(words)
                        guard login == "court" || login == "partner" else { continue }
                        // Of a case that is not theirs nobody learns whether there is one.
                        if address.contains(#/^/cases/[0-9]/#) {
                            #expect(answer.status == 404, "\(login) \(address): \(answer.status)")
                        }
                    }
                    // Whoever is let in sees something, or this would prove nothing.
                    #expect((login == "member") == !seen.isEmpty, "\(login)")
                }
            }
        }
    }
}
