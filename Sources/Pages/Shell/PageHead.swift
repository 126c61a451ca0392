/// The head of a page: the finding in one line, what it rests on, and what can be done.
public struct PageHead: Renderable {
    let title: String
    let lede: String?
    let actions: [HTML]

    /// A head by its title, the sentence under it, and its actions.
    public init(_ title: String, lede: String? = nil, actions: [HTML] = []) {
        self.title = title
        self.lede = lede
        self.actions = actions
    }

    /// The head.
    public var html: HTML {
        let sentence: HTML? = lede.map { "<p class=\"lede\">\($0)</p>" }
        let doing: HTML? = actions.isEmpty ? nil : "<div class=\"actions\">\(actions)</div>"
        return "<div class=\"head\"><div><h1>\(title)</h1>\(sentence)</div>\(doing)</div>"
    }
}

/// A part of a page under its own heading.
public struct Section: Renderable {
    let heading: String
    let id: String?
    let content: HTML

    /// A part by its heading and content; with an id links can lead to it.
    public init(_ heading: String, id: String? = nil, _ content: HTML) {
        self.heading = heading
        self.id = id
        self.content = content
    }

    /// The part.
    public var html: HTML {
        "<section\(attribute: "id", id)><h2>\(heading)</h2>\(content)</section>"
    }
}
