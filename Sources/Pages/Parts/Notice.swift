public import Kernel

/// Something a person should read before the rest: what happened, or what to mind.
public struct Notice: Renderable {
    /// How urgent it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Good to know.
        case info
        /// Needs a person.
        case attention
        /// Was done.
        case success
    }

    /// How urgent it is.
    public var kind: Kind
    /// The language of the words, for the hidden name of the kind.
    public var language: Language
    /// The sentence that says it.
    public var headline: String
    /// What to do, or more of it.
    public var more: String?
    /// A way on.
    public var link: Link?
    /// Whether it says what the last action did: it is then read out at once and not printed.
    public var isFlash = false

    /// A notice by its kind and words.
    public init(
        _ kind: Kind,
        _ language: Language,
        _ headline: String,
        more: String? = nil,
        link: Link? = nil
    ) {
        self.kind = kind
        self.language = language
        self.headline = headline
        self.more = more
        self.link = link
    }

    /// The notice.
    public var html: HTML {
        let name = Words.notices[kind].map { $0[language] } ?? ""
        let further: HTML? = more.map { "<p>\($0) \(link)</p>" }
        let way: HTML? = more == nil ? link.map { " \($0)" } : nil
        return """
            <div class="notice \(kind.rawValue)\(" flash", if: isFlash)"\(" role=\"status\"", if: isFlash)>\
            <p><span class="unseen">\(name): </span><strong>\(headline)</strong>\(way)</p>\(further)</div>
            """
    }
}
