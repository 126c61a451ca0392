import Kernel

/// All errors of a form above it, each with its question and leading to its field.
///
/// Beside its field an error needs no name; in a list of several "fill in this field" would say nothing.
struct ErrorSummary: Renderable {
    let form: Form

    init(_ form: Form) {
        self.form = form
    }

    var html: HTML {
        let links: [HTML] = form.asked.compactMap { link(to: $0.field, under: $0.legend) }
        let sentences: [HTML] = form.errors.map { "<li>\($0)</li>" }
        guard !links.isEmpty || !sentences.isEmpty else { return "" }
        return """
            <div class="errors" role="alert" tabindex="-1" aria-labelledby="\(form.id)-errors">\
            <h2 id="\(form.id)-errors">\(Words.errorSummary, form.language)</h2><ul>\(links)\(sentences)</ul></div>
            """
    }

    private func link(to field: Field, under legend: String?) -> HTML? {
        guard let error = field.error else { return nil }
        let isTwice = form.fields.count { $0.label == field.label } > 1
        let words = ErrorSummary.words(error, of: field.label, under: isTwice ? legend : nil)
        return "<li><a href=\"#\(FieldMarkup.target(field, form: form.id))\">\(words)</a></li>"
    }

    /// A question with what is wrong with its answer; the heading of its set before it, where others are asked the same.
    private static func words(_ error: String, of label: String, under legend: String?) -> String {
        let question = legend.map { "\($0), \(continued(label))" } ?? label
        return question.hasSuffix("?") ? "\(question) \(error)" : "\(question): \(continued(error))"
    }

    /// A sentence as it goes on behind a colon; what begins with an abbreviation or a sign stays as it is.
    private static func continued(_ sentence: String) -> String {
        guard let second = sentence.dropFirst().first, second.isLowercase || second == " " else {
            return sentence
        }
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
