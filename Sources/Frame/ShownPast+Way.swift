package import Pages

extension ShownPast {
    /// The way from a page to all that it has of the past, on screens alone.
    package static func way(from page: Address, _ words: String) -> HTML {
        "<p class=\"screen-only\">\(Link(words, page.adding(name, all)))</p>"
    }
}
