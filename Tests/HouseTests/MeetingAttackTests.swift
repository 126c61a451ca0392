import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Ways into a meeting for those who are not asked to it, and into its pupils for those who are.
struct MeetingAttackTests {
    private static let school = Scope(institution: InstitutionID(rawValue: 2))
    /// Words that stand in the meeting and in the case alone.
    private static let secrets = [
        "komandai-vārna", "slēgts-lūsis", "sanāksmē-dzenis", "uzdevums-stirna", "lūgums-cīrulis",
        "citi-kaija",
    ]

    /// A meeting about a pupil with a case and one without, with everything in it that can be written.
    private func withMeeting(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.account("laila", "social-pedagogue", in: Self.school)
            try await test.account("colleague", "support-specialist", in: Self.school)
            try await test.account("teacher", "teacher", in: Self.school)
            try await test.account("stranger", "head", in: Scope(institution: InstitutionID(rawValue: 1)))
            for login in ["social", "court"] { try await test.account(login, "outside-worker") }
            try await test.account("reader", "reader")
            try await test.account("admin", "administrator")
            try await test.account("board", "board-specialist")
            let (social, colleague) = (try await test.number("social"), try await test.number("colleague"))
            try await test.act("laila") { browser, token in
                func send(_ path: String, _ fields: [String: String]) async throws {
                    let answer = try await browser.post(path, fields, token: token)
                    #expect(answer.status == 303, "\(path): \(answer.status)")
                }
                try await send("/pupils/1/cases", ["reason": "Kāpēc"])
                try await send("/meetings/new", ["kind": "1", "day": "17.05.2026.", "starts": "14.30"])
                try await send("/meetings/1/staff", ["staff": colleague])
                try await send("/meetings/1/others", ["account": social, "body": "2"])
                try await send("/pupils/2/meetings", ["reason": "lūgums-cīrulis"])
                for pupil in [1, 2] { try await send("/pupils/\(pupil)/meetings/add", ["meeting": "1"]) }
                try await send("/meetings/1/hold", ["came": "1", "version": "1"])
                try await send("/meetings/1/items/1/notes", ["text": "komandai-vārna", "level": "1"])
                try await send("/meetings/1/items/1/notes", ["text": "slēgts-lūsis", "level": "2"])
                try await send("/meetings/1/items/2/notes", ["text": "sanāksmē-dzenis"])
                try await send(
                    "/meetings/1/items/2/tasks",
                    ["text": "uzdevums-stirna", "doer": "1", "due": "20.05.2026."]
                )
                try await send("/meetings/1/general", ["text": "citi-kaija", "version": "2"])
            }
            try await body(test)
        }
    }

    /// Every address of the team's pages with numbers that are there, and every other page with a one.
    private var addresses: [String] {
        let pages = sekme.allPages.filter { $0.method == .get && !$0.path.contains(":room") }
        let all = pages.flatMap { page in
            ["1", "2"].map { item in
                page.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
                    switch part {
                    case ":institution", ":class": "2"
                    case ":item", ":pupil": item
                    default: part.hasPrefix(":") ? "1" : String(part)
                    }
                }
                .joined(separator: "/")
            }
        }
        return Set(all).filter { !$0.contains("sign-out") }.sorted() + [
            "/team?own=1", "/team?institution=2", "/meetings?kind=1&institution=2",
        ] + ["csv", "json", "xlsx"].map { "/reports/prevention/meetings/\($0)?year=2025%2F2026" }
    }

    private static func found(_ text: String) -> Set<String> { Set(secrets.filter { text.contains($0) }) }

    // Who may open what is asked of both engines where the gate is tested; here it is the router that counts.
    @Test(arguments: [Engine.sqlite])
    func `guessed addresses give nobody a word of a meeting that is not theirs`(_ engine: Engine) async throws
    {
        try await withMeeting(engine) { test in
            let all = addresses
            #expect(all.contains("/meetings/1/items/2/sheet") && all.contains("/meetings/1/minutes"))
            for login in ["teacher", "stranger", "court", "reader", "admin", "board"] {
                try await test.act(login) { browser, _ in
                    for address in all {
                        let answer = try await browser.get(address)
                        #expect(answer.status < 500, "\(login) \(address)")
                        #expect(Self.found(answer.text) == [], "\(login) \(address)")
                        if address.hasPrefix("/meetings/1") {
                            #expect(
                                [403, 404].contains(answer.status),
                                "\(login) \(address): \(answer.status)"
                            )
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `who is asked reads of whom they work with, and a restricted note is in no output`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { test in
            let ours = addresses.filter { address in
                ["/meetings", "/team", "/tasks", "/pupils/1/meetings", "/pupils/2/meetings"].contains {
                    address.hasPrefix($0)
                }
            }
            func read(_ login: String) async throws -> (secrets: Set<String>, names: Bool) {
                let box = Gathered()
                try await test.act(login) { browser, _ in
                    for address in ours {
                        let answer = try await browser.get(address)
                        #expect(answer.status < 500, "\(login) \(address)")
                        await box.add(Self.found(answer.text), answer.text.contains("Ozols"))
                    }
                }
                return await (box.secrets, box.hasName)
            }
            let laila = try await read("laila")
            #expect(laila.secrets == Set(Self.secrets).subtracting(["slēgts-lūsis"]))
            let colleague = try await read("colleague")
            #expect(
                colleague.secrets == ["sanāksmē-dzenis", "uzdevums-stirna", "lūgums-cīrulis", "citi-kaija"]
            )
            // Asked to the meeting and to no case: there are items, and no names.
            let social = try await read("social")
            #expect(social.secrets == ["citi-kaija"] && !social.names)
        }
    }

    private actor Gathered {
        private(set) var secrets: Set<String> = []
        private(set) var hasName = false
        func add(_ found: Set<String>, _ name: Bool) {
            secrets.formUnion(found)
            hasName = hasName || name
        }
    }

    @Test(arguments: Engine.available)
    func `nobody changes a meeting that is not theirs, whatever they send`(_ engine: Engine) async throws {
        try await withMeeting(engine) { test in
            let fields = [
                "version": "3", "came": "1", "text": "uzlauzts", "level": "1", "staff": "1", "account": "1",
                "name": "x", "body": "1", "way": "up", "doer": "1", "person": "x", "due": "20.05.2026.",
                "outcome": "uzlauzts", "pupils": "1", "day": "18.05.2026.", "kind": "1", "institution": "2",
                "reason": "uzlauzts", "meeting": "1", "request": "1",
            ]
            let posts = sekme.allPages.filter { page in
                page.method == .post
                    && (page.path.hasPrefix("/meetings") || page.path.hasPrefix("/tasks")
                        || page.path.hasPrefix("/pupils/:pupil/meetings"))
            }
            #expect(posts.count >= 18)
            let before = try await marks(test)
            for login in ["teacher", "court", "stranger", "reader", "admin", "board"] {
                try await test.act(login) { browser, token in
                    for page in posts {
                        let path = page.path.replacing(#/:[a-z]+/#, with: "1")
                        // A head plans meetings of the own school.
                        if login == "stranger", path == "/meetings/new" { continue }
                        let answer = try await browser.post(path, fields, token: token)
                        #expect(
                            [403, 404, 409].contains(answer.status),
                            "\(login) \(path): \(answer.status)"
                        )
                        #expect(Self.found(answer.text) == [], "\(login) \(path)")
                    }
                }
            }
            #expect(try await marks(test) == before)
            // Who is asked and works with no pupil there writes of none, and leads nothing.
            try await test.act("social") { browser, token in
                for page in posts where page.path.contains(":meeting") || page.path.hasPrefix("/tasks") {
                    let path = page.path.replacing(#/:[a-z]+/#, with: "1")
                    let answer = try await browser.post(path, fields, token: token)
                    // An empty proposal is a form with an error.
                    let allowed = path.hasSuffix("/gather") ? [422] : [403, 404, 409]
                    #expect(allowed.contains(answer.status), "social \(path): \(answer.status)")
                }
            }
            #expect(try await marks(test) == before)
        }
    }

    /// How many rows the tables of meetings hold, and their versions.
    private func marks(_ test: TestWorld) async throws -> [Int] {
        let tenant = test.tenant
        return try await test.desk.database.data.read { connection in
            let tables: [SQL] = [
                "meeting", "meeting_member", "meeting_item", "meeting_request", "meeting_note",
                "meeting_task",
                "meeting_addition", "case_note", "case_task",
            ]
            return try tables.map { table in
                try connection.value(
                    "SELECT coalesce(sum(version), 0) + count(*) FROM \(table) WHERE tenant_id = \(tenant)",
                    Int.self
                ) ?? 0
            }
        }
    }
}
