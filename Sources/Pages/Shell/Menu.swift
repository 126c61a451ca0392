/// A folded list of links that opens without JavaScript.
public struct Menu: Renderable {
    /// What stands on it while it is folded.
    public var words: String
    /// The links.
    public var links: [Link]

    /// A menu by its words and links.
    public init(_ words: String, _ links: [Link]) {
        self.words = words
        self.links = links
    }

    /// The menu; it is marked where the present page is one of its links.
    public var html: HTML {
        """
        <details class="menu\(" here", if: links.contains(where: \.isCurrent))"><summary>\(words)</summary><div class="sheet"><ul>\
        \(links.map { "<li>\($0)</li>" as HTML })</ul></div></details>
        """
    }
}

/// Who is signed in, what they may open, and the way out.
public struct AccountMenu: Renderable {
    /// The short name on the bar: the role or the initials.
    public var words: String
    /// The full name.
    public var name: String
    /// The role and where it holds: "Speciālists, Izglītības pārvalde".
    public var role: String
    /// Settings, own data, other roles.
    public var links: [Link]
    /// Signing out changes something, so it is a form and no link.
    public var signOut: PostButton

    /// An account by its names, links and way out.
    public init(_ words: String, name: String, role: String, links: [Link], signOut: PostButton) {
        self.words = words
        self.name = name
        self.role = role
        self.links = links
        self.signOut = signOut
    }

    /// The menu.
    public var html: HTML {
        """
        <details class="menu"><summary><span>\(words)</span></summary><div class="sheet">\
        <p><strong>\(name)</strong>\(role)</p><ul>\(links.map { "<li>\($0)</li>" as HTML })\
        <li>\(signOut)</li></ul></div></details>
        """
    }
}

/// A form that is one button: an action without anything to fill in.
public struct PostButton: Renderable {
    let words: String
    let action: Address
    let csrf: String
    let look: Button.Look?

    /// A button by its words, address and proof; without a look it stands plain, as in a menu.
    public init(_ words: String, action: Address, csrf: String, look: Button.Look? = nil) {
        self.words = words
        self.action = action
        self.csrf = csrf
        self.look = look
    }

    /// The form.
    public var html: HTML {
        """
        <form method="post" action="\(action)"><input type="hidden" name="csrf" value="\(csrf)">\
        <button type="submit"\(attribute: "class", look?.cssClass)>\(words)</button></form>
        """
    }
}
