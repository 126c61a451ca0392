import Kernel
import Testing

@testable import Pages

struct FormTests {
    @Test func `the summary leads to every field that is wrong, in order`() {
        let outline = Outline(Samples.form(.lv).html.string)
        let summary = outline.roots.first { $0["class"] == "errors" }
        #expect(summary?.all.compactMap { $0["href"] } == ["#form-text", "#form-radio-1", "#form-folded"])
        #expect(summary?["role"] == "alert")
        var clean = Samples.form(.lv)
        clean.errors = []
        clean.parts = [.field(Field("a", "A", .text(value: "")))]
        #expect(Outline(clean.html.string).roots.map(\.name) == ["form"])
    }

    @Test func `the summary names each question, beside what to do`() {
        let missing = "Aizpildiet šo lauku."
        func line(_ label: String) -> Form.Part {
            .field(Field(label, label, .text(value: ""), error: missing))
        }
        func row(_ number: Int) -> Form.Part {
            let field = Field("name\(number)", "Nosaukums", .text(value: ""), error: missing)
            return .set(legend: "\(number). pasākums", hint: nil, [field])
        }
        let other = Field("viis", "VIIS", .text(value: ""), error: "VIIS numurā ir 8 cipari.")
        let alone = Form.Part.set(legend: "Cits", hint: nil, [other])
        let form = Form(
            .lv,
            action: "/a",
            csrf: "t",
            parts: [
                line("Nolūks"), line("Kas darīts?"), row(1),
                .folded(summary: "…", isOpen: true, [row(2)]), alone,
            ],
            buttons: []
        )
        let page = form.html.string
        for words in [
            "Nolūks: aizpildiet šo lauku.", "Kas darīts? Aizpildiet šo lauku.",
            "1. pasākums, nosaukums: aizpildiet šo lauku.", "2. pasākums, nosaukums: aizpildiet šo lauku.",
            "VIIS: VIIS numurā ir 8 cipari.",
        ] {
            #expect(page.contains("\">\(words)</a>"), "\(words)")
        }
        // Beside its field an error says what to do and no more.
        #expect(page.contains("</span>\(missing)</p>"))
    }

    @Test func `a field tells its hint and its error to readers of the screen`() throws {
        let input = try #require(
            Outline(Samples.form(.lv).html.string).elements.first { $0["id"] == "form-text" }
        )
        #expect(input["aria-describedby"] == "form-text-hint form-text-error")
        #expect(input["aria-invalid"] == "true")
        #expect(input["value"] == "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;")
    }

    @Test func `a day says how it is written, and a password is never filled in`() throws {
        let elements = Outline(Samples.form(.en).html.string).elements
        let day = try #require(elements.first { $0["id"] == "form-day" })
        #expect(day["type"] == "text" && day["aria-describedby"] == "form-day-hint")
        #expect(Samples.form(.en).html.string.contains("dd.mm.yyyy"))
        let password = try #require(elements.first { $0["id"] == "form-word" })
        #expect(password["value"] == nil && password["autocomplete"] == "current-password")
    }

    @Test func `names to choose from stand beside a line of text, which takes others too`() {
        let field = Field("x", "X", .suggested(value: "Jauna skola", ["Ābeļu skola", "<b>"]))
        let form = Form(.lv, action: "/a", csrf: "t", parts: [.field(field)], buttons: [])
        let elements = Outline(form.html.string).elements
        #expect(elements.contains { $0["list"] == "form-x-list" && $0["value"] == "Jauna skola" })
        #expect(elements.contains { $0["id"] == "form-x-list" })
        #expect(elements.contains { $0["value"] == "&lt;b&gt;" })
    }

    @Test func `only a form with a file is sent as several parts`() {
        #expect(Samples.form(.lv).html.string.contains("enctype=\"multipart/form-data\""))
        let plain = Form(.lv, action: "/a", csrf: "t", parts: [], buttons: [Button("A")])
        #expect(!plain.html.string.contains("enctype"))
    }

    @Test func `what was chosen stays chosen`() {
        let elements = Outline(Samples.form(.lv).html.string).elements
        #expect(
            elements.filter { $0["checked"] != nil }.compactMap { $0["id"] } == [
                "form-radio-2", "form-check-1",
            ]
        )
        let filter = FilterBar(.lv, action: "/l", choices: [.init("y", "Y", Samples.options, chosen: "2")])
        let chosen = Outline(filter.html.string).elements.filter { $0["selected"] != nil }
        #expect(chosen.compactMap { $0["value"] } == ["2"])
    }

    @Test(arguments: [nil, "", "gone"] as [String?])
    func `nothing is chosen of a list as long as nobody chose one of it`(_ chosen: String?) {
        func values(_ options: [Option], _ chosen: String?) -> [String?] {
            let field = Field("x", "X", .select(options, chosen: chosen))
            let form = Form(.lv, action: "/a", csrf: "t", parts: [.field(field)], buttons: [])
            return Outline(form.html.string).elements.filter { $0.name == "option" }.map { $0["value"] }
        }
        let options = [Option("1", "A"), Option("2", "B")]
        #expect(values(options, chosen) == ["", "1", "2"])
        #expect(values(options, "2") == ["1", "2"])
        // A list whose own first answer is empty needs no other.
        #expect(values([Option("", "–")] + options, "") == ["", "1", "2"])
    }

    @Test func `a text that begins with a line end keeps it`() {
        let form = Form(
            .lv,
            action: "/a",
            csrf: "t",
            parts: [.field(Field("x", "X", .area(value: "\nb", rows: 2)))],
            buttons: []
        )
        // A browser drops the first line end after the tag.
        #expect(form.html.string.contains(">\n\nb</textarea>"))
    }
}
