import Access
import Foundation
import Kernel
import Testing

@testable import House

struct CurlTransportTests {
    @Test func `what is asked stands in the settings, so that no letter of it begins a line of its own`()
        throws
    {
        let url = try #require(ProviderURL("https://id.example/token"))
        let text = CurlTransport.settings(url, form: "code=a%22b", authorization: "Basic \"\\")
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.contains("url = \"https://id.example/token\""))
        #expect(lines.contains("proto = \"=https\"") && lines.contains("max-time = 10"))
        #expect(lines.contains("data-raw = \"code=a%22b\""))
        #expect(lines.contains("header = \"Authorization: Basic \\\"\\\\\""))
        #expect(!text.contains("location"))
        let plain = try #require(ProviderURL("http://localhost:8080/token"))
        #expect(CurlTransport.settings(plain).contains("proto = \"=http\"\n"))
    }

    @Test func `a missing program is refused with what to do, and one that fails with its number`()
        async throws
    {
        let url = try #require(ProviderURL("https://id.example/token"))
        let missing = await #expect(throws: Refusal.self) {
            try await CurlTransport(program: "/nonexistent/curl").get(url)
        }
        #expect(missing?.advice.en.contains("apt-get install curl") == true)
        let failing = await #expect(throws: Refusal.self) {
            try await CurlTransport(program: "/bin/false").get(url)
        }
        #expect(failing?.message.en.contains("(curl 1)") == true)
    }

    @Test func `nothing that is asked stands on the command line`() async throws {
        let url = try #require(ProviderURL("https://id.example/token"))
        try await FakeSendmail.folder { folder in
            let program = CurlTransport(program: try FakeSendmail.make(folder, exit: 0))
            let bytes = try await program.post(url, form: "code=c0de", authorization: "Basic x")
            #expect(bytes.isEmpty)
            let arguments = try FakeSendmail.text(folder, "arguments")
            #expect(arguments == "--disable\n--config\n-\n")
            let asked = try FakeSendmail.text(folder, "message")
            #expect(asked == CurlTransport.settings(url, form: "code=c0de", authorization: "Basic x"))
        }
    }

    @Test func `the file of settings is read only where it is its owner's alone`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "openid-\(UUID().uuidString)"
        ).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: Refusal.self) { try OpenIDFile(path: path).settings() }
        let lines = "issuer = https://id.example\nclient = sekme\nsecret = s\ntitle = Skolas konts\n"
        try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try OpenIDFile(path: path).settings().issuer == "https://id.example")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let open = #expect(throws: Refusal.self) { try OpenIDFile(path: path).settings() }
        #expect(open?.advice.en.contains("chmod 600") == true)
    }
}
