import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Kernel
import SekmeTesting
import Testing

@testable import House

/// A browser in few words: it keeps its cookie and finds the token of a form.
actor Browser {
    private let client: RouterClient
    private var cookies: [String: String] = [:]

    init(_ client: RouterClient) {
        self.client = client
    }

    struct Answer: Sendable {
        let status: Int
        let text: String
        let location: String?
        let headers: HTTPFields
    }

    func get(_ path: String) async throws -> Answer {
        try await ask(path, .get, body: nil)
    }

    func post(_ path: String, _ fields: [String: String], token: String? = nil) async throws -> Answer {
        var fields = fields
        fields["csrf"] = token ?? ""
        let body = fields.map { "\($0.key)=\(Browser.encoded($0.value))" }.joined(separator: "&")
        return try await ask(path, .post, body: body)
    }

    /// Carries a cookie that nobody sent it.
    func carry(_ cookie: String, _ value: String) {
        cookies[cookie] = value
    }

    /// Sends a form with files as it is, whole or broken off.
    func upload(_ path: String, _ body: String, boundary: String) async throws -> Answer {
        try await ask(path, .post, body: body, type: "multipart/form-data; boundary=\(boundary)")
    }

    /// Signs in and returns where it led to.
    func signIn(_ login: String, _ password: String = TestWorld.password) async throws -> Answer {
        let page = try await get("/sign-in")
        return try await post(
            "/sign-in",
            ["login": login, "password": password, "to": "/"],
            token: Browser.token(in: page.text)
        )
    }

    static func token(in html: String) -> String {
        guard let start = html.range(of: "name=\"csrf\" value=\"") else { return "" }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func ask(
        _ path: String,
        _ method: HTTPRequest.Method,
        body: String?,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        var headers = HTTPFields()
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        if body != nil { headers[.contentType] = type }
        let response = try await client.send(
            path,
            method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        for line in response.headers[values: .setCookie] { keep(line) }
        return Answer(
            status: response.status,
            text: try Unpacked.text(response.body),
            location: response.headers[.location],
            headers: response.headers
        )
    }

    private func keep(_ line: String) {
        guard let pair = line.split(separator: ";").first else { return }
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return }
        cookies[String(halves[0])] = String(halves[1])
    }
}

struct SignInTests {
    @Test(arguments: Engine.available)
    func `without a session every page leads to the sign-in`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.client { client in
                let browser = Browser(client)
                for path in ["/", "/institutions", "/reports", "/pupils/1", "/users"] {
                    let answer = try await browser.get(path)
                    #expect(answer.status == 303)
                    #expect(answer.location?.hasPrefix("/sign-in?to=") == true)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the right password opens home and the wrong one does not`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.account("ieva", "board-specialist")
            try await test.client { client in
                let browser = Browser(client)
                let wrong = try await browser.signIn("ieva", "not the password")
                #expect(wrong.status == 422)
                let right = try await browser.signIn("ieva")
                #expect(right.status == 303)
                let home = try await browser.get("/")
                #expect(home.status == 200)
                #expect(home.text.contains("Paraugs ieva"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a form without its token is refused`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.account("ieva", "board-specialist")
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                let answer = try await browser.post("/sign-out", [:])
                #expect(answer.status == 403)
                let home = try await browser.get("/")
                #expect(home.status == 200)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a head reaches the own institution and no other`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.account("vadims", "head", in: Scope(institution: InstitutionID(rawValue: 1)))
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("vadims")
                let other = try await browser.get("/institutions/2")
                #expect(other.status == 403)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `every answer carries the headers that keep browsers strict`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.client { client in
                let answer = try await Browser(client).get("/sign-in")
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an address that leads nowhere is a page of ours`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.client { client in
                let answer = try await Browser(client).get("/no-such-thing")
                #expect(answer.status == 404)
                #expect(answer.text.contains("<html"))
            }
        }
    }
}
