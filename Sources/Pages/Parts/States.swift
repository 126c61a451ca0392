public import Kernel

/// There is nothing yet: why, and what to do next.
public struct EmptyState: Renderable {
    let headline: String
    let advice: String
    let link: Link?

    /// An empty place by what is missing, what to do, and where.
    public init(_ headline: String, advice: String, link: Link? = nil) {
        self.headline = headline
        self.advice = advice
        self.link = link
    }

    /// The place.
    public var html: HTML {
        let way: HTML? = link.map {
            "<p><a class=\"button second\" href=\"\($0.address)\">\($0.words)</a></p>"
        }
        return "<div class=\"empty\"><h2>\(headline)</h2><p>\(advice)</p>\(way)</div>"
    }
}

/// Something did not go: what, what to do, and the number to name when asking for help.
public struct ErrorPage: Renderable {
    let language: Language
    let status: Int
    let headline: String
    let advice: String
    let reference: String?
    let links: [Link]

    /// A failure by its HTTP status and words.
    public init(
        _ language: Language,
        status: Int,
        _ headline: String,
        advice: String,
        reference: String? = nil,
        links: [Link] = []
    ) {
        self.language = language
        self.status = status
        self.headline = headline
        self.advice = advice
        self.reference = reference
        self.links = links
    }

    /// The body of the page.
    public var html: HTML {
        let number: HTML? = reference.map {
            "<p class=\"quiet\">\(Words.reference, language): <code>\($0)</code></p>"
        }
        let ways: HTML? =
            links.isEmpty ? nil : "<div class=\"actions\">\(links)</div>"
        return """
            <div class="fault"><p class="status">\(Words.error, language) \(status)</p><h1>\(headline)</h1>\
            <p>\(advice)</p>\(number)\(ways)</div>
            """
    }
}

/// How far a piece of work is.
///
/// With JavaScript it asks again by itself; without, the page reloads (``Shell/refreshSeconds``).
public struct Progress: Renderable {
    /// Where to ask again, and how often.
    public struct Poll: Sendable {
        let address: Address
        let seconds: Int

        /// An address that answers with a page or piece that has this part in it.
        public init(_ address: Address, everySeconds seconds: Int = 2) {
            self.address = address
            self.seconds = seconds
        }
    }

    let id: String
    let label: String
    let done: Int
    let total: Int
    let words: String
    let more: String?
    let poll: Poll?

    /// Work by its label, how much of it is done, and the same in words: "1 204 no 8 412 rindām".
    ///
    /// Without `poll` the work is over, and nothing asks again.
    public init(
        id: String,
        _ label: String,
        done: Int,
        of total: Int,
        words: String,
        more: String? = nil,
        poll: Poll? = nil
    ) {
        self.id = id
        self.label = label
        self.done = done
        self.total = total
        self.words = words
        self.more = more
        self.poll = poll
    }

    /// The bar with its words.
    public var html: HTML {
        let seconds = poll.map { String($0.seconds) }
        let further: HTML? = more.map { "<p>\($0)</p>" }
        return """
            <div class="progress" id="\(id)" role="status"\(attribute: "data-poll", poll?.address.text)\
            \(attribute: "data-every", seconds)><label for="\(id)-bar">\(label) <span>\(words)</span></label>\
            <progress id="\(id)-bar" value="\(min(done, total))" max="\(max(total, 1))"></progress>\(further)</div>
            """
    }
}
