/// The step before something that weighs: what will happen, and the two ways on.
public struct Confirm: Renderable {
    let question: String
    let lede: String?
    let facts: DefinitionList
    let form: Form

    /// A step by its question, what will change, and the form that does it.
    ///
    /// The form should hold what was decided as hidden values, a button that names the deed, and a way out.
    public init(_ question: String, lede: String? = nil, facts: DefinitionList, form: Form) {
        self.question = question
        self.lede = lede
        self.facts = facts
        self.form = form
    }

    /// The head, the facts and the form.
    public var html: HTML {
        "\(PageHead(question, lede: lede))\(facts)\(form)"
    }
}
