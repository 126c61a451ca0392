/// A form of a page that came back with errors: which, what was typed, what is wrong.
package struct ReturnedForm: Sendable {
    /// The form, where a page has several.
    package let form: String
    /// What was typed, by field.
    package let typed: EditTexts
    /// What is wrong with it.
    package let errors: FieldErrors

    /// A form that came back.
    package init(form: String, typed: EditTexts, errors: FieldErrors) {
        self.form = form
        self.typed = typed
        self.errors = errors
    }
}
