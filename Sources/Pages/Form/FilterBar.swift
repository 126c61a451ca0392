public import Kernel

/// What a page is narrowed to: a form that asks for the same page again.
public struct FilterBar: Renderable {
    /// One choice.
    public struct Choice: Sendable {
        let name: String
        let label: String
        let control: Control

        enum Control: Sendable {
            case one([Option], chosen: String?)
            case several([Option], chosen: Set<String>)
            case day(String?)
        }

        /// A choice by its name in the address, its label and its options; without one chosen, the first holds.
        public init(_ name: String, _ label: String, _ options: [Option], chosen: String?) {
            self.name = name
            self.label = label
            control = .one(options, chosen: chosen)
        }

        /// A choice of several; the values chosen come under one name.
        public init(_ name: String, _ label: String, several options: [Option], chosen: Set<String>) {
            self.name = name
            self.label = label
            control = .several(options, chosen: chosen)
        }

        /// A calendar day in ISO form, or nil where none is chosen.
        public init(_ name: String, _ label: String, day: String?) {
            self.name = name
            self.label = label
            control = .day(day)
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
        let selects: [HTML] = choices.map { field($0) }
        let hidden: [HTML] = kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        let back: HTML? = clear.map { "<a class=\"clear\" href=\"\($0)\">\(Words.clear, language)</a>" }
        return """
            <form class="filters" id="\(id)" method="get" action="\(action)" data-auto \
            aria-label="\(Words.filters, language)">\(hidden)\(selects)\
            <button type="submit" class="button second">\(Words.apply, language)</button>\(back)</form>
            """
    }

    private func field(_ choice: Choice) -> HTML {
        let own = "\(id)-\(choice.name)"
        switch choice.control {
        case .one(let options, let chosen):
            return """
                <div><label for="\(own)">\(choice.label)</label>\
                <select class="input" id="\(own)" name="\(choice.name)">\
                \(options.map { $0.html(isChosen: $0.value == chosen) })</select></div>
                """
        case .day(let day):
            return """
                <div><label for="\(own)">\(choice.label)</label>\
                <input class="input" type="date" id="\(own)" name="\(choice.name)" value="\(day ?? "")"></div>
                """
        case .several(let options, let chosen):
            return several(choice, options, chosen)
        }
    }

    /// A folded list of boxes; how many are ticked stands on it.
    private func several(_ choice: Choice, _ options: [Option], _ chosen: Set<String>) -> HTML {
        let boxes: [HTML] = options.enumerated().map { index, option in
            let own = "\(id)-\(choice.name)-\(index)"
            let mark: HTML = chosen.contains(option.value) ? " checked" : ""
            return """
                <div class="choice"><input type="checkbox" id="\(own)" name="\(choice.name)" \
                value="\(option.value)"\(mark)><label for="\(own)">\(option.label)</label></div>
                """
        }
        let ticked = options.filter { chosen.contains($0.value) }.map(\.label).joined(separator: ", ")
        return """
            <div><span class="label">\(choice.label)</span><details class="picker">\
            <summary class="input">\(ticked.isEmpty ? "–" : ticked)</summary>\
            <div class="boxes">\(boxes)</div></details></div>
            """
    }
}
