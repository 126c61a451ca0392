/// The few numbers that a decision rests on, side by side.
public struct Counts: Renderable {
    /// One number and what it counts.
    public struct Item: Sendable {
        let number: String
        let words: String
        let needsAttention: Bool
        /// What it is measured by, in a smaller line: the municipality's, last year's.
        public var note: String?
        /// Where the number leads.
        public var address: Address?

        /// A formatted number, the words under it, and whether it needs a person.
        public init(_ number: String, _ words: String, needsAttention: Bool = false) {
            self.number = number
            self.words = words
            self.needsAttention = needsAttention
        }
    }

    let items: [Item]

    /// Numbers in the order given.
    public init(_ items: [Item]) {
        self.items = items
    }

    /// The numbers.
    public var html: HTML {
        let boxes: [HTML] = items.map { item in
            let number: HTML =
                item.address.map { "<a href=\"\($0)\">\(item.number)</a>" } ?? HTML(text: item.number)
            let note: HTML? = item.note.map { "<span class=\"note\">\($0)</span>" }
            return """
                <div\(" class=\"late\"", if: item.needsAttention)><dt>\(item.words)\(note)</dt><dd>\(number)</dd></div>
                """
        }
        return "<dl class=\"counts\">\(boxes)</dl>"
    }
}

/// What needs a person, the most urgent first.
public struct TodoList: Renderable {
    /// One matter: a number or day, what it is, more about it, and where to go.
    public struct Item: Sendable {
        let number: String
        let words: String
        let more: String?
        let link: Link?
        let isLate: Bool

        /// A matter; a late one is coloured.
        public init(
            _ number: String,
            _ words: String,
            more: String? = nil,
            link: Link? = nil,
            isLate: Bool = false
        ) {
            self.number = number
            self.words = words
            self.more = more
            self.link = link
            self.isLate = isLate
        }
    }

    let items: [Item]

    /// Matters in the order given.
    public init(_ items: [Item]) {
        self.items = items
    }

    /// The list.
    public var html: HTML {
        let rows: [HTML] = items.map { item in
            let more: HTML? = item.more.map { "<p class=\"quiet\">\($0)</p>" }
            return """
                <li\(" class=\"late\"", if: item.isLate)><strong>\(item.number)</strong>\
                <div><p>\(item.words)</p>\(more)</div>\(item.link)</li>
                """
        }
        return "<ul class=\"todo\">\(rows)</ul>"
    }
}

/// Facts about one thing: a name and a value on each line.
public struct DefinitionList: Renderable {
    let facts: [(name: String, value: HTML)]

    /// Facts in the order given.
    public init(_ facts: [(name: String, value: HTML)]) {
        self.facts = facts
    }

    /// The list.
    public var html: HTML {
        "<dl class=\"facts\">\(facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as HTML })</dl>"
    }
}
