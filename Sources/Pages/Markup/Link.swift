/// A link: words and where they lead.
public struct Link: Renderable, Hashable {
    /// The words.
    public var words: String
    /// Where it leads.
    public var address: Address
    /// Whether the reader is there now.
    public var isCurrent: Bool

    /// A link by its words and address.
    public init(_ words: String, _ address: Address, isCurrent: Bool = false) {
        self.words = words
        self.address = address
        self.isCurrent = isCurrent
    }

    /// The link.
    public var html: HTML {
        "<a href=\"\(address)\"\(" aria-current=\"page\"", if: isCurrent)>\(words)</a>"
    }
}
