import Kernel
import Testing

@testable import Pages

/// What holds for every page and every component.
struct PageLawTests {
    @Test(arguments: Language.allCases)
    func `tags nest, ids are unique, and every reference has its element`(language: Language) {
        let outline = Outline(Samples.page(language).html.string)
        #expect(outline.faults == [])
        let ids = outline.elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for element in outline.elements {
            for name in ["for", "aria-labelledby", "aria-describedby", "data-copy"] {
                for id in element[name]?.split(separator: " ") ?? [] {
                    #expect(ids.contains(String(id)), "\(element.name) \(name)=\(id)")
                }
            }
            if let target = element["href"], target.hasPrefix("#"), target.count > 1 {
                #expect(ids.contains(String(target.dropFirst())), "\(target)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `nothing inline runs or styles, whatever the words say`(language: Language) {
        for element in Outline(Samples.page(language).html.string).elements {
            for attribute in element.attributes {
                #expect(attribute.name != "style" && !attribute.name.hasPrefix("on"), "\(element.name)")
            }
            #expect(element.name != "style" && element.name != "b")
            if element.name == "script" { #expect(element["src"] == Assets.script.address.text) }
        }
        let page = Samples.page(language).html.string
        #expect(!page.contains("<b onclick"))
        #expect(page.contains("&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;"))
    }

    @Test func `every form that changes something carries the proof of its page`() {
        let forms = Outline(Samples.page(.lv).html.string).elements.filter { $0.name == "form" }
        let posts = forms.filter { $0["method"] == "post" }
        #expect(posts.count == 4)
        for form in posts { #expect(form.all.contains { $0.name == "input" && $0["name"] == "csrf" }) }
    }

    @Test func `every control has a label, and every picture a name or is hidden`() {
        let elements = Outline(Samples.page(.lv).html.string).elements
        let labelled = Set(elements.filter { $0.name == "label" }.compactMap { $0["for"] })
        for element in elements {
            if ["input", "select", "textarea", "progress"].contains(element.name), element["type"] != "hidden"
            {
                #expect(labelled.contains(element["id"] ?? ""), "\(element.attributes)")
            }
            if element.name == "svg" {
                #expect(element["aria-hidden"] == "true" || element["aria-labelledby"] != nil)
            }
        }
    }

    @Test func `the words of Pages itself are in the language of the page`() {
        let (latvian, english) = (Samples.page(.lv).html.string, Samples.page(.en).html.string)
        for words in [
            Words.skip, Words.menu, Words.suppressed, Words.notApplicable, Words.noData, Words.error,
            Words.errorSummary, Words.optional, Words.dayHint, Words.apply, Words.next, Words.previous,
            Words.showTable, Words.copy, Words.print, Words.reference, Words.stepDone, Words.keys,
        ] {
            #expect(words.lv != words.en)
            #expect(latvian.contains(words.lv) && english.contains(words.en), "\(words)")
            #expect(!english.contains(">\(words.lv)<"), "\(words)")
            #expect(!latvian.contains(">\(words.en)<"), "\(words)")
        }
    }

    @Test func `a page says its language, its title and that it has errors`() {
        var shell = Shell(.en, title: "Pupils")
        #expect(shell.html.string.contains("<html lang=\"en\">"))
        #expect(shell.html.string.contains("<title>Pupils – Sekme</title>"))
        #expect(!shell.html.string.contains("http-equiv"))
        shell.hasErrors = true
        shell.refreshSeconds = 5
        #expect(shell.html.string.contains("<title>Error: Pupils – Sekme</title>"))
        #expect(
            shell.html.string.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
        )
    }
}
