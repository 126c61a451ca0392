public import Kernel

/// The way from the start to a page.
public struct Breadcrumb: Renderable {
    let language: Language
    let places: [Link]

    /// A way; its last place is the page itself and is no link.
    public init(_ language: Language, _ places: [Link]) {
        self.language = language
        self.places = places
    }

    /// The way, or nothing for a page without one.
    public var html: HTML {
        guard let here = places.last else { return "" }
        let before = places.dropLast().map { "<li>\($0)</li>" as HTML }
        return """
            <nav class="crumbs" aria-label="\(Words.breadcrumb, language)"><ol>\(before)\
            <li aria-current="page">\(here.words)</li></ol></nav>
            """
    }
}

/// The same page in another language.
public struct LanguageLink: Renderable {
    let language: Language
    let address: Address
    let isCurrent: Bool

    /// A language and the address at which this page speaks it.
    public init(_ language: Language, _ address: Address, isCurrent: Bool) {
        self.language = language
        self.address = address
        self.isCurrent = isCurrent
    }

    /// The link, marked with its own language so that it is read out in it.
    public var html: HTML {
        let (short, name) = language == .lv ? ("LV", "Latviešu") : ("EN", "English")
        return """
            <a href="\(address)" lang="\(language.rawValue)" hreflang="\(language.rawValue)"\
            \(" aria-current=\"true\"", if: isCurrent)><span aria-hidden="true">\(short)</span>\
            <span class="unseen">\(name)</span></a>
            """
    }
}

/// The search in the bar.
///
/// It goes by POST, so that names of people do not stand in addresses and logs.
public struct SearchBox: Sendable {
    /// Where the search is sent.
    public var action: Address
    /// The proof that the form comes from a page of ours.
    public var csrf: String
    /// What may be searched for: "Izglītojamais, klase, iestāde, priekšmets, atskaite".
    public var label: String

    /// A search by its address, proof and label.
    public init(action: Address, csrf: String, label: String) {
        self.action = action
        self.csrf = csrf
        self.label = label
    }

    func html(_ language: Language) -> HTML {
        """
        <form class="search" role="search" method="post" action="\(action)">\
        <input type="hidden" name="csrf" value="\(csrf)">\
        <label class="unseen" for="search">\(label)</label>\
        <input id="search" name="query" type="search" autocomplete="off" spellcheck="false" \
        placeholder="\(Words.search, language)" title="\(label)" data-key="/"></form>
        """
    }
}

/// The head of a printed page: whose data, of which day, printed by whom.
public struct PrintHead: Renderable {
    let language: Language
    let tenant: String
    let title: String
    let printed: String
    let person: String
    /// Whether persons stand on the page by name.
    public var holdsPersons = false

    /// A head by the name of the board or school, the title of the document, the moment and the person.
    public init(_ language: Language, tenant: String, title: String, printed: String, by person: String) {
        self.language = language
        self.tenant = tenant
        self.title = title
        self.printed = printed
        self.person = person
    }

    /// The head; only paper shows it.
    public var html: HTML {
        let persons: HTML? = holdsPersons ? " · <strong>\(Words.holdsPersons, language)</strong>" : nil
        // The page of the board itself is called as the board is.
        let named: HTML? = title == tenant ? nil : "<br>\(title)"
        return """
            <div class="print-head" aria-hidden="true"><p><strong>\(tenant)</strong>\(named)\(persons)</p>\
            <p>\(printed)<br>\(Words.printed, language): \(person)</p></div>
            """
    }
}
