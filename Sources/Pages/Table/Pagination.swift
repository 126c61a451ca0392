public import Kernel

/// The way to the other pages of a long table.
public struct Pagination: Renderable {
    let language: Language
    let page: Int
    let count: Int
    let words: String?
    let address: @Sendable (Int) -> Address
    /// The way to all rows at once, as paper wants them; nil where they are too many for one page.
    public var whole: Address?
    /// The ways to the parts in which a table is printed that is too long for one page.
    public var parts: [Link] = []

    /// The present page and how many there are, counted from 1, and the address of each.
    ///
    /// `words` says which rows these are: "101–200 no 688 ierakstiem".
    public init(
        _ language: Language,
        page: Int,
        of count: Int,
        words: String? = nil,
        address: @escaping @Sendable (Int) -> Address
    ) {
        self.language = language
        self.page = page
        self.count = count
        self.words = words
        self.address = address
    }

    /// The way, or nothing where one page is all.
    public var html: HTML {
        guard count > 1 else { return "" }
        let format = Format(language)
        let before: HTML? =
            page > 1 ? "<a rel=\"prev\" href=\"\(address(page - 1))\">‹ \(Words.previous, language)</a>" : nil
        let after: HTML? =
            page < count ? "<a rel=\"next\" href=\"\(address(page + 1))\">\(Words.next, language) ›</a>" : nil
        let here = Words.page(format.integer(page), of: format.integer(count))
        let rows: HTML? = words.map { "<span>\($0)</span>" }
        let all: HTML? = whole.map { "<a href=\"\($0)\">\(Words.allRows, language)</a>" }
        // A sheet that lies around must not pass for the whole table.
        let part = ([here[language]] + [words].compactMap { $0 }).joined(separator: " · ")
        return """
            <nav class="pager" aria-label="\(Words.pages, language)">\(before)<span>\(here, language)</span>\
            \(rows)\(after)\(all)\(parts)</nav><p class="legend on-paper">\(part)</p>
            """
    }
}
