import Kernel
import Testing

@testable import Pages

struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("' autofocus onfocus='x", "&#39; autofocus onfocus=&#39;x"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("rinda\n\tnākamā", "rinda\n\tnākamā"),
        ("Ķiršu – „Žagata” 👩‍🏫", "Ķiršu – „Žagata” 👩‍🏫"),
        ("", ""),
    ])
    func `text of people is escaped`(text: String, expected: String) {
        #expect(("<i>\(text)</i>" as HTML).string == "<i>\(expected)</i>")
        #expect(HTML(text: text).string == expected)
    }

    @Test func `a piece of markup is spliced and not escaped again`() {
        let item: HTML = "<li>\("<")</li>"
        #expect(("<ul>\([item, item])</ul>" as HTML).string == "<ul><li>&lt;</li><li>&lt;</li></ul>")
        let nothing: HTML? = nil
        #expect(("\(nothing)\(item as HTML?)" as HTML) == item)
    }

    @Test func `an attribute without a value is left out, and its value cannot leave the quotes`() {
        #expect(("<a\(attribute: "title", nil)>" as HTML).string == "<a>")
        #expect(("<a\(attribute: "title", "\">")>" as HTML).string == "<a title=\"&quot;&gt;\">")
        #expect(("<i\(" hidden", if: true)\(" open", if: false)>" as HTML).string == "<i hidden>")
    }

    @Test func `words stand in the language asked for`() {
        let words = Text(lv: "skola & nams", en: "school")
        #expect(("\(words, .lv)|\(words, .en)" as HTML).string == "skola &amp; nams|school")
    }

    @Test func `a long page is made of pieces without losing a byte`() {
        let pieces = (0..<1000).map { "<p>\($0)</p>" as HTML }
        let page: HTML = "\(pieces)"
        #expect(page.bytes.count == pieces.reduce(0) { $0 + $1.bytes.count })
        #expect(page.string.hasSuffix("<p>999</p>"))
        #expect(("<b>" + page).string.hasPrefix("<b><p>0</p>"))
    }
}
