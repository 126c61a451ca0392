import Access
import Demo
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// A small invented board on each engine: every page that people come to by links answers, and both engines
/// answer with the same bytes.
struct SamePagesTests {
    /// Who looks at two pages of every kind and at its filters; other roles look at one and at none.
    private static let thorough: Set = [
        "administrator", "board-specialist", "head", "class-teacher", "teacher",
        "social-pedagogue", "partner", "reader",
    ]

    @Test func `both engines answer every page with the same bytes`() async throws {
        async let first = answers(.sqlite)
        async let second = Engine.available.contains(.postgres) ? answers(.postgres) : nil
        let (sqlite, others) = (try await first, try await second)
        #expect(Set(sqlite.keys) == Set(Role.all.map(\.name)).subtracting([Role.operator.name]))
        for (role, pages) in sqlite {
            #expect(pages.count > 3, "\(role) comes to \(pages.count) pages")
            for (path, answer) in pages where answer.status != 200 {
                Issue.record("\(role) \(path): \(answer.status)")
            }
        }
        guard let postgres = others else { return }
        for (role, pages) in sqlite {
            let others = postgres[role] ?? [:]
            #expect(Set(pages.keys) == Set(others.keys), "\(role)")
            for (path, answer) in pages where others[path] != answer {
                Issue.record("\(role) \(path) differs: \(difference(answer.text, others[path]?.text ?? ""))")
            }
        }
    }

    struct Answer: Equatable, Sendable {
        let status: Int
        let text: String
    }

    /// Tables with rows for each pupil, fact and step: no page reads one of them whole, but for ``WholeRead``.
    private static var narrow: Set<String> {
        let notes = sekme.rooms.flatMap(\.migrations).filter { $0.store == .data }.flatMap(\.tables)
        // Who comes to the meetings of pupils is staff, and there are as many of them.
        let others = sekme.facts.map(\.name.text) + ["meeting_member"]
        return Set(notes.filter { $0.holds == .pupils }.map(\.name) + others)
    }

    /// Looks at the plans of what the pages asked so far.
    private func expectNarrow(_ world: World) throws {
        guard case .sqlite(let folder) = world.database.address else { return }
        let path = "\(folder)/data.sqlite"
        #expect(StatementLog.heard(on: path).count > 500)
        let found = try StatementLog.wide(SamePagesTests.narrow, in: path)
        for wide in found.sorted() where !WholeRead.known.contains(where: { $0.excuses(wide) }) {
            Issue.record(
                """
                pages read \(wide.table) whole: narrow the query, or say in WholeRead.known why it may.
                \(wide.step)
                \(wide.statement)
                """
            )
        }
        for known in WholeRead.known where !found.contains(where: { known.excuses($0) }) {
            Issue.record(
                "no page reads \(known.tables.sorted()) whole by “\(known.words)”: take it off the list"
            )
        }
    }

    /// Hears what SQLite is asked in the folder of the test.
    private func listen(_ place: DatabasePlace) {
        if case .sqlite = place.address { StatementLog.listen(to: place.folder) }
    }

    private func answers(_ engine: Engine) async throws -> [String: [String: Answer]] {
        let found = Found()
        try await DemoBoard.open(engine, isLong: true, before: listen) { test, accounts in
            // What filled the board asked for all of it, and is no page.
            if engine == .sqlite { StatementLog.forget() }
            for account in accounts {
                try await test.client { client in
                    let browser = Browser(client)
                    _ = try await browser.signIn(account.login, account.password)
                    let isThorough = SamePagesTests.thorough.contains(account.login)
                    await found.set(account.login, try await Walk(browser, isThorough).pages())
                }
            }
            try expectNarrow(test.world)
        }
        return await found.pages
    }

    private actor Found {
        var pages: [String: [String: Answer]] = [:]

        func set(_ role: String, _ answers: [String: Answer]) { pages[role] = answers }
    }

    /// Where two texts part, with what is around.
    private func difference(_ left: String, _ right: String) -> String {
        let same = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
        func around(_ text: String) -> String {
            String(decoding: text.utf8.dropFirst(max(0, same - 60)).prefix(160), as: UTF8.self)
        }
        return "…\(around(left))… and …\(around(right))…"
    }
}

/// Follows links from home, a few of every kind of page.
private struct Walk {
    private let browser: Browser
    private let isThorough: Bool

    init(_ browser: Browser, _ isThorough: Bool) {
        self.browser = browser
        self.isThorough = isThorough
    }

    func pages() async throws -> [String: SamePagesTests.Answer] {
        var waiting = ["/"]
        var known: Set<String> = ["/"]
        var counts: [String: Int] = [:]
        var answers: [String: SamePagesTests.Answer] = [:]
        while !waiting.isEmpty {
            let path = waiting.removeFirst()
            let kind = kind(path)
            counts[kind, default: 0] += 1
            guard counts[kind, default: 0] <= (isThorough ? 2 : 1) else { continue }
            let answer = try await browser.get(path)
            let text = Walk.settled(answer.text)
            answers[path] = SamePagesTests.Answer(status: answer.status, text: text)
            guard text.hasPrefix("<!doctype") else { continue }
            for link in Walk.links(text) where known.insert(link).inserted { waiting.append(link) }
        }
        return answers
    }

    /// The kind of a page: its path without numbers, and the names of what its query has for who is thorough.
    private func kind(_ path: String) -> String {
        let asked = isThorough ? path : String(path.prefix { $0 != "?" })
        return asked.replacing(#/[0-9]+/#, with: "*").replacing(#/=[^&]*/#, with: "=")
    }

    private static func links(_ text: String) -> [String] {
        // Like a browser: the place on a page is not asked for.
        PageBytes(text).values(behind: "href=\"/")
            .map { "/" + $0.prefix { $0 != "#" }.replacing("&amp;", with: "&") }
            .filter { !$0.hasPrefix("/assets/") && !$0.hasPrefix("/language") }
    }

    /// What every visit has anew.
    ///
    /// What a paper shows is keyed by the database's own key, so that nobody guesses it.
    private static let fresh = [
        "name=\"csrf\" value=\"", "id=\"end-", "name=\"session\" value=\"", "name=\"shown\" value=\"",
    ]

    /// The text without what every visit has anew.
    private static func settled(_ text: String) -> String {
        fresh.reduce(PageBytes(text)) { $0.without($1) }.text
    }
}
