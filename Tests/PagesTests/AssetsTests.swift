import Testing

@testable import Pages

struct AssetsTests {
    @Test func `files are found by the name that pages link to`() throws {
        for asset in Assets.all {
            #expect(Assets.named(asset.name)?.bytes == asset.bytes)
            #expect(asset.address.text == "/assets/" + asset.name)
        }
        #expect(Assets.named("sekme.css") == nil)
        #expect(Assets.named("../etc/passwd") == nil)
    }

    @Test func `a changed file has another name`() {
        #expect(Asset("a", "css", "text/css", "x").name != Asset("a", "css", "text/css", "y").name)
        #expect(Asset("a", "css", "text/css", "").name == "a-cbf29ce484222325.css")
    }

    @Test func `the script stays small`() {
        #expect(Assets.script.bytes.count <= 7 * 1024)
    }

    @Test func `every variable that the stylesheet uses is declared, and braces close`() {
        let text = Stylesheet.text
        let known = Set(Palette.tokens.map(\.name)).union([
            "t-1", "t0", "t1", "t2", "t3", "t4", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "gutter",
            "page", "round", "font", "mark", "mark-text", "mark-on",
        ])
        let used = text.split(separator: "var(--").dropFirst().map { $0.prefix { $0 != ")" && $0 != "," } }
        for name in Set(used) { #expect(known.contains(String(name)), "\(name)") }
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    }

    @Test func `the policy lets nothing inline run`() {
        #expect(!Assets.contentSecurityPolicy.contains("unsafe"))
        #expect(Assets.contentSecurityPolicy.contains("default-src 'none'"))
    }
}
