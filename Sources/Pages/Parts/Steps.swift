public import Kernel

/// How far a person is in a task of several pages.
public struct Steps: Renderable {
    let language: Language
    let names: [String]
    let current: Int

    /// The names of all steps and the index of the present one; an index past the last means all are done.
    public init(_ language: Language, _ names: [String], current: Int) {
        self.language = language
        self.names = names
        self.current = current
    }

    /// The steps.
    ///
    /// On a phone only the present one shows its name; readers of the screen hear all.
    public var html: HTML {
        let items: [HTML] = names.enumerated().map { index, name in
            let done: HTML? =
                index < current ? "<span class=\"unseen\"> (\(Words.stepDone, language))</span>" : nil
            return """
                <li\(" class=\"done\"", if: index < current)\(" aria-current=\"step\"", if: index == current)>\
                <span>\(name)</span>\(done)</li>
                """
        }
        return "<ol class=\"steps\" aria-label=\"\(Words.steps, language)\">\(items)</ol>"
    }
}

/// Views of the same thing, side by side; each is a page of its own.
public struct Tabs: Renderable {
    let name: String
    let links: [Link]

    /// What the views are of, for readers of the screen, and the links.
    public init(_ name: String, _ links: [Link]) {
        self.name = name
        self.links = links
    }

    /// The tabs.
    public var html: HTML {
        "<nav class=\"tabs\" aria-label=\"\(name)\"><ul>\(links.map { "<li>\($0)</li>" as HTML })</ul></nav>"
    }
}

/// A word about the state of a thing.
///
/// The word says it; the colour only helps.
public struct Badge: Renderable {
    /// What the state asks for.
    public enum Look: String, Sendable, CaseIterable {
        /// Nothing.
        case plain
        /// A person.
        case attention
        /// Nothing: it is well.
        case good
        /// Mending.
        case wrong
    }

    let words: String
    let look: Look

    /// A badge by its word.
    public init(_ words: String, _ look: Look = .plain) {
        self.words = words
        self.look = look
    }

    /// The badge.
    public var html: HTML {
        "<span class=\"badge \(look.rawValue)\">\(words)</span>"
    }
}
