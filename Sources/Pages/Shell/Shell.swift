public import Kernel

/// A whole page: the frame that every page shares, around one body.
public struct Shell: Renderable {
    /// The language of the page.
    public var language: Language
    /// The title in the browser's tab, without the name of the product.
    public var title: String
    /// The name of the product, shown at the left of the bar.
    public var brand = "Sekme"
    /// The main navigation; the entry of the current place is marked.
    public var navigation: [Link] = []
    /// Entries that belong together, folded behind the navigation.
    public var menus: [Menu] = []
    /// Who is signed in, or nil before.
    public var account: AccountMenu?
    /// The same page in each language: the short name of the language and its address.
    public var languages: [LanguageLink] = []
    /// The search in the bar, where there is one.
    public var search: SearchBox?
    /// The way from the start to this page; the last is the page itself.
    public var breadcrumb: [Link] = []
    /// What the last action did.
    public var notice: Notice?
    /// What the page rests on, and until when.
    public var footing = ""
    /// Links at the foot: accessibility statement, help.
    public var footLinks: [Link] = []
    /// The head of the printed page, where the page may be printed.
    public var printHead: PrintHead?
    /// Seconds after which a browser without JavaScript asks again, for a page that waits.
    public var refreshSeconds: Int?
    /// Whether the page shows a form with errors; the title then says so first.
    public var hasErrors = false
    /// What the page is about.
    public var body: HTML

    /// A page by its language, title and body; everything else is set as needed.
    public init(_ language: Language, title: String, body: HTML = "") {
        self.language = language
        self.title = title
        self.body = body
    }

    /// The page, from the doctype on.
    public var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)"><head>\(head)</head><body>
        <a class="skip" href="#main">\(Words.skip, language)</a>
        \(bar)\(Breadcrumb(language, breadcrumb))
        <main id="main" tabindex="-1">\(printHead)\(flash)
        \(body)
        </main>
        \(foot)\(KeysDialog(language: language, hasSearch: search != nil))</body></html>
        """
    }

    private var head: HTML {
        let prefix = hasErrors ? Words.error[language] + ": " : ""
        return """
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="referrer" content="same-origin">
            <title>\(prefix)\(title) – \(brand)</title>
            <link rel="icon" type="image/svg+xml" href="\(Assets.icon.address)">
            <link rel="stylesheet" href="\(Assets.stylesheet.address)">
            <script src="\(Assets.script.address)" defer></script>\(refresh)
            """
    }

    private var refresh: HTML? {
        refreshSeconds.map { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>" }
    }

    private var bar: HTML {
        """
        <header class="bar">\(phoneNavigation)<a class="brand" href="/">\(brand)</a>
        \(wideNavigation)<div class="tools">\(search.map { $0.html(language) })\(languageSwitch)\(account)</div></header>
        """
    }

    private var wideNavigation: HTML? {
        guard !navigation.isEmpty else { return nil }
        return """
            <nav class="nav" aria-label="\(Words.mainNavigation, language)"><ul>\(items(navigation))</ul>\
            \(menus)</nav>
            """
    }

    private func items(_ links: [Link]) -> [HTML] {
        links.map { "<li>\($0)</li>" }
    }

    /// The same entries folded, for narrow windows; the stylesheet shows one of the two.
    private var phoneNavigation: HTML? {
        guard !navigation.isEmpty else { return nil }
        return """
            <details class="menu nav-phone"><summary>\(Words.menu, language)</summary>
            <nav class="sheet" aria-label="\(Words.mainNavigation, language)">\
            <ul>\(items(navigation + menus.flatMap(\.links)))</ul></nav></details>
            """
    }

    private var languageSwitch: HTML? {
        guard languages.count > 1 else { return nil }
        return
            "<nav class=\"languages\" aria-label=\"\(Words.languages, language)\">\(languages)</nav>"
    }

    private var flash: HTML? {
        guard var notice else { return nil }
        notice.isFlash = true
        return notice.html
    }

    private var foot: HTML? {
        guard !footing.isEmpty || !footLinks.isEmpty else { return nil }
        let links: HTML? = footLinks.isEmpty ? nil : "<ul>\(footLinks.map { "<li>\($0)</li>" as HTML })</ul>"
        return "<footer class=\"foot\"><p>\(footing)</p>\(links)</footer>"
    }
}
