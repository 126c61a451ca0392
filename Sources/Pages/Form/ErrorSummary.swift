import Kernel

/// All errors of a form above it, each leading to its field.
struct ErrorSummary: Renderable {
    let form: Form

    init(_ form: Form) {
        self.form = form
    }

    var html: HTML {
        let links: [HTML] = form.fields.compactMap { field in
            field.error.map { "<li><a href=\"#\(FieldMarkup.target(field, form: form.id))\">\($0)</a></li>" }
        }
        let sentences: [HTML] = form.errors.map { "<li>\($0)</li>" }
        guard !links.isEmpty || !sentences.isEmpty else { return "" }
        return """
            <div class="errors" role="alert" tabindex="-1" aria-labelledby="\(form.id)-errors">\
            <h2 id="\(form.id)-errors">\(Words.errorSummary, form.language)</h2><ul>\(links)\(sentences)</ul></div>
            """
    }
}
