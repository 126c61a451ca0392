import Kernel

/// The control of a question as markup.
struct ControlMarkup: Renderable {
    let markup: FieldMarkup

    init(_ markup: FieldMarkup) {
        self.markup = markup
    }

    var html: HTML {
        switch markup.field.control {
        case .text(let value): input("text", value)
        case .suggested(let value, let names): suggested(value, names)
        case .number(let value): input("text", value, mode: "decimal")
        case .date(let value): input("text", value, mode: "numeric")
        case .email(let value): input("email", value)
        case .password: input("password", nil)
        case .code: input("text", nil, mode: "numeric")
        case .area(let value, let rows):
            "<textarea class=\"input\" rows=\"\(rows)\"\(shared)>\n\(value)</textarea>"
        case .select(let options, let chosen): select(options, chosen)
        case .radios(let options, let chosen): choices("radio", options, chosen.map { [$0] } ?? [])
        case .checkboxes(let options, let chosen): choices("checkbox", options, chosen)
        case .file(let accept):
            "<input type=\"file\" class=\"input w-\(markup.field.width.rawValue)\" accept=\"\(accept)\"\(shared)>"
        }
    }

    private var shared: HTML {
        """
         id="\(markup.id)" name="\(markup.field.name)"\(attribute: "autocomplete", markup.field.autocomplete)\
        \(attribute: "aria-describedby", markup.describedBy)\
        \(" aria-invalid=\"true\"", if: markup.field.error != nil)
        """
    }

    private func input(_ type: String, _ value: String?, mode: String? = nil) -> HTML {
        """
        <input type="\(type)" class="input w-\(markup.field.width.rawValue)"\(attribute: "value", value)\
        \(attribute: "inputmode", mode)\(" spellcheck=\"false\"", if: type != "text" || mode != nil)\(shared)>
        """
    }

    private func suggested(_ value: String, _ names: [String]) -> HTML {
        let list = "\(markup.id)-list"
        let options: [HTML] = names.map { "<option value=\"\($0)\"></option>" }
        return """
            <input type="text" class="input w-\(markup.field.width.rawValue)" value="\(value)" list="\(list)"\
            \(shared)><datalist id="\(list)">\(options)</datalist>
            """
    }

    /// A list begins with “Choose” where none of its options is chosen.
    ///
    /// A browser would show the first of them, and sending the form again would save what nobody chose.
    private func select(_ options: [Option], _ chosen: String?) -> HTML {
        let isKnown = options.contains { $0.value == chosen }
        let none: HTML? =
            isKnown ? nil : "<option value=\"\">\(Words.choose, markup.language)</option>"
        return """
            <select class="input w-\(markup.field.width.rawValue)"\(shared)>\(none)\
            \(options.map { $0.html(isChosen: $0.value == chosen) })</select>
            """
    }

    private func choices(_ type: String, _ options: [Option], _ chosen: Set<String>) -> HTML {
        let items: [HTML] = options.enumerated().map { index, option in
            let id = "\(markup.id)-\(index + 1)"
            let hint: HTML? = option.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" }
            return """
                <div class="choice"><input type="\(type)" id="\(id)" name="\(markup.field.name)" \
                value="\(option.value)"\(attribute: "aria-describedby", option.hint.map { _ in "\(id)-hint" })\
                \(" checked", if: chosen.contains(option.value))><label for="\(id)">\(option.label)</label>\
                \(hint)</div>
                """
        }
        return "\(items)"
    }
}

extension Option {
    func html(isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(" selected", if: isChosen)>\(label)</option>"
    }
}
