import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// A plan says of each measure how much was missed before and since, as the report of it does.
struct MeasureEffectTests {
    /// Three lessons a week before the middle of April, one a week after.
    private static var absences: String {
        let mondays = (0..<8).compactMap { week in Day(2026, 3, 16).map { $0 + 7 * week } }
        let lines = mondays.enumerated().map { week, day in
            "Liepu skola,7.a,K1,\(day),Matemātika,nn,\(week < 4 ? 3 : 1)"
        }
        return "institution,class,pupil_code,date,subject,code,lessons\n" + lines.joined(separator: "\n")
            + "\n"
    }

    @Test(arguments: Engine.available)
    func `a plan tells the absence before and after a measure, and leads to the report`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await test.take(MeasureEffectTests.absences, "absences")
            try await test.account(
                "laila",
                "social-pedagogue",
                in: Scope(institution: InstitutionID(rawValue: 2))
            )
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("laila")
                let token = Browser.token(in: try await browser.get("/account").text)
                func send(_ path: String, _ fields: [String: String]) async throws {
                    let answer = try await browser.post(path, fields, token: token)
                    #expect(answer.status == 303, "\(path): \(answer.status)")
                }
                try await send("/pupils/1/cases", ["reason": "palīdzība"])
                try await send(
                    "/cases/1/plans/new",
                    [
                        "kind": "1", "term": "2025/2", "strengths": "zīmē", "goals": "nākt uz stundām",
                        "parents": "0", "result": "0",
                    ]
                )
                for (from, to) in [("13.04.2026.", "29.05.2026."), ("25.05.2026.", "29.05.2026.")] {
                    let measure = [
                        "kind": "3", "subject": "0", "body": "1", "provider": "Mentors", "planned": "8",
                        "from": from, "to": to,
                    ]
                    try await send("/cases/1/plans/1/measures", measure)
                }
                let page = try await browser.get("/cases/1/plans/1").text
                let words = "Kavētās stundas nedēļā pirms 13.04.2026.: 3,0; pēc: 1,0"
                #expect(page.contains(words))
                // What begins next week has no effect yet.
                #expect(page.matches(of: /Pa nedēļām/).count == 1)
                let way = page.firstMatch(of: #/href="(\/reports\/attendance\/before-after[^"]+)"/#)
                let address = try #require(way.map { String($0.1) }).replacing("&amp;", with: "&")
                let report = try await browser.get(address)
                #expect(report.status == 200 && report.text.contains(words))
            }
        }
    }
}
