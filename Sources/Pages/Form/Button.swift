/// A button that sends a form.
public struct Button: Renderable {
    /// How much it weighs.
    public enum Look: String, Sendable, CaseIterable {
        /// The one thing to do on the page.
        case primary
        /// Another way.
        case second
        /// What cannot be taken back, or takes much away.
        case warning
        /// Another way, in a line of text or a table.
        case small

        var cssClass: String {
            switch self {
            case .primary: "button"
            case .second: "button second"
            case .warning: "button warning"
            case .small: "button second small"
            }
        }
    }

    /// The words.
    public var words: String
    /// How much it weighs.
    public var look: Look
    /// The name and value that tell the server which of several buttons it was.
    public var field: (name: String, value: String)?

    /// A button by its words.
    public init(_ words: String, _ look: Look = .primary, field: (name: String, value: String)? = nil) {
        self.words = words
        self.look = look
        self.field = field
    }

    /// The button.
    public var html: HTML {
        """
        <button type="submit" class="\(look.cssClass)"\(attribute: "name", field?.name)\
        \(attribute: "value", field?.value)>\(words)</button>
        """
    }
}

/// A link that looks like a button: a way to another page, where nothing changes by going.
public struct ButtonLink: Renderable {
    let link: Link
    let look: Button.Look

    /// A link by its words and address.
    public init(_ words: String, _ address: Address, _ look: Button.Look = .primary) {
        link = Link(words, address)
        self.look = look
    }

    /// The link.
    public var html: HTML {
        "<a class=\"\(look.cssClass)\" href=\"\(link.address)\">\(link.words)</a>"
    }
}
