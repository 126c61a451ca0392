import Kernel
import Testing

@testable import Pages

/// The structure of every component, as its tags and classes: what the stylesheet and the script hold on to.
struct SkeletonTests {
    static let skeletons: [String: String] = [
        "Notice":
            "div.notice.attention(p(span.unseen strong) p(a))",
        "Counts":
            "dl.counts(div(dt dd) div.late(dt dd))",
        "TodoList":
            "ul.todo(li.late(strong div(p p.quiet) a) li(strong div(p)))",
        "DefinitionList":
            "dl.facts(div(dt dd)*2)",
        "Steps":
            "ol.steps(li.done(span span.unseen) li(span)*2)",
        "Tabs":
            "nav.tabs(ul(li(a)*2))",
        "Badge":
            "span.badge.good",
        "EmptyState":
            "div.empty(h2 p p(a.button.second))",
        "ErrorPage":
            "div.fault(p.status h1 p p.quiet(code) div.actions(a))",
        "Progress":
            "div.progress(label(span) progress p)",
        "Menu":
            "details.menu(summary div.sheet(ul(li(a))))",
        "PageHead":
            "div.head(div(h1 p.lede) div.actions(a.button))",
        "Section":
            "section(h2 p)",
        "Key":
            "ul.key(li(svg(rect.mark.m-illness)) li(svg(rect.mark.m-excused)))",
        "Form":
            """
        div.errors(h2 ul(li(a)*3 li)) form.form(input*2 div.field.has-error(label p.hint \
        p.wrong(span.unseen) input.input.w-long) div.field(label(small) input.input.w-short) \
        div.field(label p.hint input.input.w-short) div.field(label input.input.w-long)*2 \
        div.field(label input.input.w-short) div.field(label textarea.input) div.field(label \
        select.input.w-medium(option*3)) fieldset.field.has-error(legend p.wrong(span.unseen) \
        div.choice(input label p.hint) div.choice(input label)) fieldset.set(legend p.hint \
        fieldset.field(legend div.choice(input label p.hint) div.choice(input label)) \
        div.field(label input.input.w-long)) details.more(summary div.field.has-error(label \
        p.wrong(span.unseen) input.input.w-long)) hr div.buttons(button.button button.button.warning a))
        """,
        "FilterBar":
            "form.filters(input div(label select.input(option*2)) button.button.second a.clear)",
        "Confirm":
            """
        div.head(div(h1 p.lede)) dl.facts(div(dt dd)) form.form(input*2 \
        div.buttons(button.button.warning a))
        """,
        "DataTable":
            """
        div.table.short(div.table-tools(a details.menu.js-only(summary div.sheet.boxes) button.js-only*2) \
        div.scroll(table(caption(span) thead(tr(th(a(span)) th.n.optional th.k-bar th.n)) tbody(tr.group(th) tr(th(a span.note) \
        td.n.optional(span.void(span.dot span.unseen)) td.k-bar(span.pic(span \
        svg(rect.mark.m-illness rect.mark.m-excused))) td.n(span.pic(span \
        svg(circle.mark.m-data*3)))) tr(th(span.flag) td.n.optional(span.void(span span.unseen)) \
        td.k-bar(span.void) td.n(em))) tfoot(tr(th td.n.optional td.k-bar(span.pic(span)) td.n)))) \
        ul.key(li(svg(rect.mark.m-illness))) p.legend(span.unseen span(strong.dot) span(strong)) \
        p.legend nav.pager(a span*2 a) p.legend.on-paper)
        """,
    ]

    @Test(arguments: skeletons)
    func `a component keeps its structure`(name: String, skeleton: String) throws {
        for language in Language.allCases {
            let sample = try #require(Samples.all(language).first { $0.name == name })
            #expect(Outline(sample.html.string).skeleton == skeleton)
        }
    }

    @Test func `no component is without a skeleton, charts apart`() {
        let charts = Samples.charts(.lv).map(\.name)
        #expect(Set(Samples.all(.lv).map(\.name)).subtracting(charts) == Set(SkeletonTests.skeletons.keys))
    }

    @Test func `a page without anything keeps its frame`() {
        let skeleton = """
            html(head(meta*4 title link*2 script) body(a.skip header.bar(a.brand div.tools) main \
            dialog(h2 dl.facts(div(dt(kbd) dd)*2) form(button.button.second.small))))
            """
        #expect(Outline(Shell(.lv, title: "x").html.string).skeleton == skeleton)
    }

    @Test func `what belongs together folds beside the navigation, and lies flat on a phone`() throws {
        var shell = Shell(.lv, title: "x")
        shell.navigation = [Link("Sākums", "/")]
        shell.menus = [Menu("Administrēšana", [Link("Lietotāji", "/users", isCurrent: true)])]
        let navigations = Outline(shell.html.string).elements.filter { $0.name == "nav" }
        let wide = try #require(navigations.first { $0["class"] == "nav" })
        #expect(wide.children.map(\.name) == ["ul", "details"])
        #expect(wide.children.last?["class"] == "menu here")
        let phone = try #require(navigations.first { $0["class"] == "sheet" })
        #expect(phone.all.filter { $0.name == "a" }.map { $0["href"] } == ["/", "/users"])
    }

    @Test func `a chart keeps its frame`() {
        let figure = Outline(Samples.lines(.lv).html.string).roots.first
        #expect(figure?.children.map(\.name) == ["figcaption", "ul", "svg", "svg", "p", "details"])
    }
}
