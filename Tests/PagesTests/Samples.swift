import Kernel
import Pages

/// Every component once, with words that attack the page.
enum Samples {
    static let attack = #"<b onclick="x">'&"#

    static func all(_ language: Language) -> [(name: String, html: HTML)] {
        parts(language) + forms(language) + tables(language) + charts(language)
    }

    /// Everything on one page, as a browser gets it.
    static func page(_ language: Language) -> Shell {
        var shell = Shell(language, title: attack, body: "\(all(language).map(\.html))")
        shell.navigation = [Link("A", "/a", isCurrent: true), Link("B", "/b")]
        shell.account = AccountMenu(
            "X",
            name: attack,
            role: attack,
            links: [Link("C", "/c")],
            signOut: PostButton("D", action: "/out", csrf: "token")
        )
        shell.languages = Language.allCases.map { LanguageLink($0, "/", isCurrent: $0 == language) }
        shell.search = SearchBox(action: "/search", csrf: "token", label: attack)
        shell.breadcrumb = [Link("A", "/a"), Link(attack, "/b")]
        shell.notice = Notice(.success, language, attack)
        shell.footLinks = [Link("E", "/e")]
        shell.printHead = PrintHead(language, tenant: attack, title: "T", printed: "P", by: "Q")
        shell.refreshSeconds = 5
        return shell
    }

    static func parts(_ language: Language) -> [(name: String, html: HTML)] {
        [
            ("Notice", Notice(.attention, language, attack, more: attack, link: Link("A", "/a")).html),
            ("Counts", Counts([.init("1", attack), .init("2", "b", needsAttention: true)]).html),
            (
                "TodoList",
                TodoList([
                    .init("1", attack, more: attack, link: Link("A", "/a"), isLate: true), .init("2", "b"),
                ]).html
            ),
            ("DefinitionList", DefinitionList([(attack, "\(attack)"), ("b", "c")]).html),
            ("Steps", Steps(language, ["a", attack, "c"], current: 1).html),
            ("Tabs", Tabs(attack, [Link("A", "/a", isCurrent: true), Link("B", "/b")]).html),
            ("Badge", Badge(attack, .good).html),
            ("EmptyState", EmptyState(attack, advice: attack, link: Link("A", "/a")).html),
            (
                "ErrorPage",
                ErrorPage(
                    language,
                    status: 403,
                    attack,
                    advice: attack,
                    reference: attack,
                    links: [Link("A", "/a")]
                ).html
            ),
            (
                "Progress",
                Progress(id: "job", attack, done: 1, of: 3, words: attack, more: attack, poll: .init("/job"))
                    .html
            ),
            ("Menu", Menu(attack, [Link("A", "/a")]).html),
            ("PageHead", PageHead(attack, lede: attack, actions: [ButtonLink("A", "/a").html]).html),
            ("Section", Section(attack, id: "part", "<p>\(attack)</p>").html),
            ("Key", Key([.init(.illness, attack), .init(.excused, "b")]).html),
        ]
    }
}
