import HTTPTypes
import Logging
import Pages
import SekmeTesting
import Testing

@testable import House

/// What every answer tells browsers, whatever it is.
struct HeaderTests {
    /// A page, an error, a way to the sign-in, files that pages link to, what a watchdog asks.
    private static let paths = [
        "/sign-in", "/no-such-thing", "/", "/users", "/reports/attendance/statistics/csv", "/assets/none.css",
        "/dates/calendar/none", "/health",
    ]

    private func answers(_ test: TestWorld, _ options: ServeOptions) async throws -> [RouterClient.Answer] {
        let logger = Logger(label: "test")
        let client = RouterClient(Serving.server(test.world, options, logger), logger)
        var answers: [RouterClient.Answer] = []
        for path in Self.paths {
            answers.append(try await client.send(path, .get, headers: HTTPFields(), body: nil))
        }
        return answers
    }

    @Test func `every answer keeps browsers strict`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let expected = [
                "Content-Security-Policy": Assets.contentSecurityPolicy, "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
                "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
                "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            ]
            let found = try await answers(test, ServeOptions())
            for (path, answer) in zip(Self.paths, found) {
                for (name, value) in expected {
                    let field = try #require(HTTPField.Name(name))
                    #expect(answer.headers[field] == value, "\(path) \(name)")
                }
                #expect(answer.headers[.cacheControl] == "no-store", "\(path)")
            }
        }
    }

    @Test func `a server behind TLS says so with every answer, and with every cookie`() async throws {
        try await TestWorld.run(.sqlite) { test in
            let plain = try await answers(test, ServeOptions())
            #expect(plain.allSatisfy { $0.headers[.strictTransportSecurity] == nil })
            let secure = try await answers(test, ServeOptions(isSecure: true))
            for (path, answer) in zip(Self.paths, secure) {
                #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000", "\(path)")
                for cookie in answer.headers[values: .setCookie] {
                    #expect(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), "\(path)")
                    #expect(cookie.contains("; SameSite=Lax"), "\(path)")
                }
            }
            let cookies = secure.flatMap { $0.headers[values: .setCookie] }
            #expect(!cookies.isEmpty)
        }
    }
}
