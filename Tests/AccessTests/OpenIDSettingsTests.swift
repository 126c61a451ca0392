import Kernel
import Testing

@testable import Access

struct OpenIDSettingsTests {
    @Test func `settings are read with groups, comments and what is left out`() throws {
        let settings = try OpenIDSettings(
            OpenIDBoard.lines + """


                public = https://sekme.example/
                title-en = School account
                scope = profile openid
                groups-claim = roles
                group Vadība = board-specialist
                group cn=direktori,ou=skola = head at 4312345678
                group Pārvalde = reader at board
                """,
            file: "openid"
        )
        #expect(settings.issuer == "https://id.example" && settings.client == "sekme")
        #expect(settings.secret.text == "s=3 cret" && "\(settings.secret)" == "••••")
        #expect(settings.title == Text(lv: "Skolas konts", en: "School account"))
        #expect(settings.back("http://other/x") == OpenIDBoard.back)
        #expect(settings.scope == "openid profile" && settings.groupsClaim == "roles")
        #expect(settings.groups.map(\.role) == ["board-specialist", "head", "reader"])
        #expect(settings.groups.map(\.institution) == [nil, "4312345678", nil])
        #expect(settings.groups[1].group == "cn=direktori,ou=skola")
        #expect(settings.proposals(["Vadība", "Cita"]).map(\.role) == ["board-specialist"])
        let short = try OpenIDSettings(OpenIDBoard.lines, file: "openid")
        #expect(short.back(OpenIDBoard.back) == OpenIDBoard.back && short.scope == "openid")
        #expect(short.groupsClaim == "groups" && short.groups.isEmpty)
    }

    @Test(arguments: [
        ("colour = red", SettingsFault.unknownName), ("public", .noValue), ("public =", .noValue),
        ("client = other", .twice), ("public = http://sekme.example", .badAddress),
        ("group Visi = reader board", .badGroup), ("group = reader", .badGroup), ("group Visi", .noValue),
        ("group Visi = king", .badRole), ("group Visi = operator", .badRole),
        ("group Visi = outside-worker", .badRole), ("group Visi = head", .badPlace),
        ("group Visi = administrator at 4312345678", .badPlace),
    ])
    func `a line that cannot be read is told by its number, without its value`(
        line: String,
        fault: SettingsFault
    ) throws {
        let expected = Refusal.badSetting(SettingsPlace(file: "openid", line: 6), fault)
        #expect(throws: expected) { try OpenIDSettings("\(OpenIDBoard.lines)\n\(line)", file: "openid") }
        #expect(expected.message.en.hasPrefix("In line 6 of openid "))
    }

    @Test(arguments: ["issuer", "client", "secret", "title"])
    func `what is missing is told`(name: String) throws {
        let lines = OpenIDBoard.lines.split(separator: "\n").filter { !$0.hasPrefix(name) }
        #expect(throws: Refusal.missingSetting(name, file: "openid")) {
            try OpenIDSettings(lines.joined(separator: "\r\n"), file: "openid")
        }
    }

    @Test(arguments: [
        ("https://id.example/a?b=c", true), ("http://localhost:8080/x", true), ("http://[::1]/x", true),
        ("http://127.0.0.1", true), ("http://id.example", false), ("http://localhost.example", false),
        ("http://localhost:80@id.example", false), ("https://", false), ("https:///x", false),
        ("https://user@id.example", false), ("ftp://id.example", false), ("https://id.example/\"x", false),
        ("https://id.example/ x", false), ("https://id.example/\nx", false), ("file:///etc/passwd", false),
    ])
    func `only addresses over TLS, or on this machine, are asked`(text: String, isGood: Bool) {
        #expect((ProviderURL(text) != nil) == isGood)
    }
}
