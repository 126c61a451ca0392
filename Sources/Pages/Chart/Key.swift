/// What the colours of a picture stand for.
public struct Key: Renderable {
    /// A colour and what it stands for.
    public struct Item: Sendable {
        let meaning: Meaning
        let words: String
        var marker = Marker.square

        /// A colour by its meaning, and the words.
        public init(_ meaning: Meaning, _ words: String) {
            self.meaning = meaning
            self.words = words
        }
    }

    let items: [Item]
    var isForSlim = false

    /// A key in the order given.
    public init(_ items: [Item]) {
        self.items = items
    }

    /// The list, or nothing where no colour needs words.
    public var html: HTML {
        guard !items.isEmpty else { return "" }
        let list: [HTML] = items.map { item in
            """
            <li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">\
            \(item.marker.html(at: Spot(x: 7, y: 7), radius: 5, item.meaning))</svg>\(item.words)</li>
            """
        }
        return "<ul class=\"key\(" slim", if: isForSlim)\">\(list)</ul>"
    }
}
