import Testing

@testable import Pages

struct AddressTests {
    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "x:y/z",
        "/a b",
    ])
    func `an address that could run a script or leave the house leads nowhere`(text: String) {
        #expect(Address(text).text == "#")
    }

    @Test(arguments: [
        "/a/1?b=c:d#e", "?sort=name", "#part", "page/2", "https://example.lv/a", "mailto:a@example.lv",
        "tel:+371",
        "",
    ])
    func `an honest address stays as it is`(text: String) {
        #expect(Address(text).text == text)
    }

    @Test func `a value can neither leave its place in the path nor add a parameter`() {
        let name = "../a b?x=1&y#z"
        let address: Address = "/pupils/\(name)/\(7)?q=\("ā&b")"
        #expect(address.text == "/pupils/..%2Fa%20b%3Fx%3D1%26y%23z/7?q=%C4%81%26b")
    }

    @Test func `a path of the house may be continued, and a value never begins an address of another`() {
        let (page, host, script) = ("/cases/4", "//evil.example", "javascript:alert(1)")
        #expect(Address("\(page)/plans/\(7)").text == "/cases/4/plans/7")
        #expect(Address("\(host)/plans").text == "%2F%2Fevil.example/plans")
        #expect(Address("\(script)").text == "javascript%3Aalert%281%29")
        let evil = "/\\evil.example"
        #expect(Address("\(evil)").text == "#")
    }

    @Test func `a parameter more takes the right sign before it`() {
        #expect(Address("/a").adding("page", "2").text == "/a?page=2")
        #expect(Address("/a?b=1").adding("sort", "ā b").text == "/a?b=1&sort=%C4%81%20b")
    }

    @Test func `a link escapes its address for markup`() {
        #expect(
            Link("A", "/a?b=1&c=2", isCurrent: true).html.string
                == "<a href=\"/a?b=1&amp;c=2\" aria-current=\"page\">A</a>"
        )
    }
}
