import Kernel

/// A question as markup, with the ids that tie label, hint and error to the control.
struct FieldMarkup: Renderable {
    let field: Field
    let language: Language
    let id: String

    init(_ field: Field, _ language: Language, form: String) {
        self.field = field
        self.language = language
        id = FieldMarkup.id(field, form: form)
    }

    static func id(_ field: Field, form: String) -> String { "\(form)-\(field.name)" }

    /// Where the error summary leads: the control, or the first of several.
    static func target(_ field: Field, form: String) -> String {
        let id = id(field, form: form)
        return field.control.isGroup ? "\(id)-1" : id
    }

    var html: HTML {
        let error: HTML? = field.error.map {
            "<p class=\"wrong\" id=\"\(id)-error\"><span class=\"unseen\">\(Words.error, language): </span>\($0)</p>"
        }
        let help: HTML? = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" }
        let control = ControlMarkup(self)
        if field.control.isGroup {
            return """
                <fieldset class="field\(" has-error", if: field.error != nil)"\
                \(attribute: "aria-describedby", describedBy)><legend>\(label)</legend>\(help)\(error)\
                \(control)</fieldset>
                """
        }
        return """
            <div class="field\(" has-error", if: field.error != nil)"><label for="\(id)">\(label)</label>\
            \(help)\(error)\(control)</div>
            """
    }

    private var label: HTML {
        let optional: HTML? = field.isOptional ? " <small>(\(Words.optional, language))</small>" : nil
        return "\(field.label)\(optional)"
    }

    /// A day always says how it is written.
    private var hint: String? {
        if case .date = field.control { return field.hint ?? Words.dayHint[language] }
        return field.hint
    }

    var describedBy: String? {
        let ids = [hint.map { _ in "\(id)-hint" }, field.error.map { _ in "\(id)-error" }].compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
