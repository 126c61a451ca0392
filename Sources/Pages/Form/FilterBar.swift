public import Kernel

/// What a page is narrowed to: a form that asks for the same page again.
public struct FilterBar: Renderable {
    /// One choice.
    public struct Choice: Sendable {
        let name: String
        let label: String
        let options: [Option]
        let chosen: String?

        /// A choice by its name in the address, its label and its options; without one chosen, the first holds.
        public init(_ name: String, _ label: String, _ options: [Option], chosen: String?) {
            self.name = name
            self.label = label
            self.options = options
            self.chosen = chosen
        }
    }

    let id: String
    let language: Language
    let action: Address
    let choices: [Choice]
    let kept: [(name: String, value: String)]
    let clear: Address?

    /// A bar by the address of the page and its choices.
    ///
    /// `kept` goes along unchanged (the order of a table); `clear` leads back to the page as it first stood.
    public init(
        id: String = "filter",
        _ language: Language,
        action: Address,
        choices: [Choice],
        keeping kept: [(name: String, value: String)] = [],
        clear: Address? = nil
    ) {
        self.id = id
        self.language = language
        self.action = action
        self.choices = choices
        self.kept = kept
        self.clear = clear
    }

    /// The bar.
    public var html: HTML {
        let selects: [HTML] = choices.map { choice in
            """
            <div><label for="\(id)-\(choice.name)">\(choice.label)</label>\
            <select class="input" id="\(id)-\(choice.name)" name="\(choice.name)">\
            \(choice.options.map { $0.html(isChosen: $0.value == choice.chosen) })</select></div>
            """
        }
        let hidden: [HTML] = kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        let back: HTML? = clear.map { "<a class=\"clear\" href=\"\($0)\">\(Words.clear, language)</a>" }
        return """
            <form class="filters" id="\(id)" method="get" action="\(action)" data-auto \
            aria-label="\(Words.filters, language)">\(hidden)\(selects)\
            <button type="submit" class="button second">\(Words.apply, language)</button>\(back)</form>
            """
    }
}
