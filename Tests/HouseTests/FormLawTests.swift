import Access
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// Every form of the house, sent in ways that no page of ours sends it.
struct FormLawTests {
    private var forms: [any Page] { sekme.allPages.filter { $0.method == .post } }

    /// An address of a page; each of its numbers is that of something that is there.
    private func address(_ page: any Page) -> String { page.path.replacing(#/:[a-z]+/#, with: "1") }

    @Test(arguments: Engine.available)
    func `no form is taken without its token or with somebody else's, whoever sends it`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.account("admin", "administrator")
            try await test.account("board", "board-specialist")
            try await test.client { client in
                let (board, admin, stranger) = (Browser(client), Browser(client), Browser(client))
                _ = try await board.signIn("board")
                _ = try await admin.signIn("admin")
                let foreign = Browser.token(in: try await admin.get("/account").text)
                #expect(!foreign.isEmpty && forms.count > 60)
                for page in forms {
                    for (browser, token) in [
                        (board, ""), (board, foreign), (stranger, ""), (stranger, foreign),
                    ] {
                        let answer = try await browser.post(address(page), ["text": "x"], token: token)
                        // Not for want of a permission: whoever may is refused like everybody.
                        let isRefused = answer.status == 403 && answer.text.contains("Veidlapa ir novecojusi")
                        #expect(isRefused, "\(page.path): \(answer.status)")
                    }
                }
                // Nobody was signed out by a form that was refused.
                #expect(try await board.get("/").status == 200)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `no form is taken from those whose roles do not allow what it does`(_ engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            // Between them they lack every permission that not all have.
            let logins = ["administrator", "board-head", "data-protection", "outside-worker", "reader"]
            for login in logins { try await test.account(login, login) }
            let accounts = Accounts(test.desk)
            var refused: Set<String> = []
            for login in logins {
                let held = Set(try await accounts.asker(login: login).grants.flatMap(\.permissions))
                let closed = forms.filter { !held.contains($0.permission) && !$0.isOpen }
                refused.formUnion(closed.map(\.path))
                try await test.act(login) { browser, token in
                    for page in closed {
                        let answer = try await browser.post(address(page), ["text": "x"], token: token)
                        let isRefused = answer.status == 403 && answer.text.contains("Jūsu loma to neļauj")
                        #expect(isRefused, "\(login) \(page.path): \(answer.status)")
                    }
                }
            }
            let common = Set(forms.filter { !refused.contains($0.path) && !$0.isOpen }.map(\.permission))
            let everybody = Set(try await accounts.asker(login: "reader").grants.flatMap(\.permissions))
            #expect(common.isSubset(of: everybody), "forms that nobody here is refused")
        }
    }

    @Test func `an address that only takes a form is no page`() async throws {
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            try await test.account("board", "board-specialist")
            let read = sekme.allPages.filter { $0.method == .get }.map(\.path)
            let forms = forms.filter { form in !read.contains { covers($0, form.path) } }
            #expect(forms.count > 10)
            try await test.act("board") { browser, _ in
                for page in forms {
                    let answer = try await browser.get(address(page))
                    #expect(
                        answer.status == 404 && answer.text.contains("<h1"),
                        "\(page.path): \(answer.status)"
                    )
                }
                #expect(try await browser.get("/").status == 200)
            }
        }
    }

    /// Whether an address of one path can be one of another.
    private func covers(_ one: String, _ other: String) -> Bool {
        let (parts, others) = (one.split(separator: "/"), other.split(separator: "/"))
        guard parts.count == others.count else { return false }
        return zip(parts, others).allSatisfy { $0 == $1 || $0.hasPrefix(":") || $1.hasPrefix(":") }
    }
}

extension Page {
    fileprivate var isOpen: Bool { if case .open = scope { true } else { false } }
}
