public import Kernel

/// A form that changes something: questions, the errors of the last try, and what sends it.
public struct Form: Renderable {
    /// A part of a form.
    public enum Part: Sendable {
        /// A question.
        case field(Field)
        /// Questions that belong together, under a heading.
        case set(legend: String, hint: String?, [Field])
        /// Parts behind a line that opens them without a script; closed or open, they are sent.
        case folded(summary: String, isOpen: Bool, [Part])
        /// A value that goes along unseen.
        case hidden(name: String, value: String)
        /// Anything else between the questions.
        case markup(HTML)
    }

    /// A name for the element, unique on the page; the ids of the fields begin with it.
    public var id: String
    /// The language of the few words that the form itself says.
    public var language: Language
    /// Where it is sent.
    public var action: Address
    /// The proof that the form comes from a page of ours.
    public var csrf: String
    /// The parts, in order.
    public var parts: [Part]
    /// What sends it; the first is what Enter presses.
    public var buttons: [Button]
    /// The way out without sending.
    public var cancel: Address?
    /// What is wrong with the answers together and belongs to no single field.
    public var errors: [String] = []
    /// Whether its fields stand side by side where there is room: many short choices that are compared.
    public var isPaired = false
    /// Whether the questions of a set stand in lines of two, a short one and what it is about.
    public var isInLines = false

    /// A form by its name, address, proof, parts and buttons.
    public init(
        id: String = "form",
        _ language: Language,
        action: Address,
        csrf: String,
        parts: [Part],
        buttons: [Button],
        cancel: Address? = nil
    ) {
        self.id = id
        self.language = language
        self.action = action
        self.csrf = csrf
        self.parts = parts
        self.buttons = buttons
        self.cancel = cancel
    }

    /// All questions.
    public var fields: [Field] {
        asked.map(\.field)
    }

    /// All questions, each with the heading of the set it stands in.
    var asked: [(legend: String?, field: Field)] {
        Form.asked(in: parts)
    }

    private static func asked(in parts: [Part]) -> [(legend: String?, field: Field)] {
        parts.flatMap { part -> [(legend: String?, field: Field)] in
            switch part {
            case .field(let field): [(nil, field)]
            case .set(let legend, _, let fields): fields.map { (legend, $0) }
            case .folded(_, _, let parts): Form.asked(in: parts)
            case .hidden, .markup: []
            }
        }
    }

    /// The summary of errors, if there are any, and the form.
    public var html: HTML {
        let way: HTML? = cancel.map { "<a href=\"\($0)\">\(Words.cancel, language)</a>" }
        return """
            \(ErrorSummary(self))<form class="form\(" pairs", if: isPaired)\(" lines", if: isInLines)" id="\(id)" method="post" action="\(action)"\
            \(" enctype=\"multipart/form-data\"", if: sendsFile) novalidate data-guard>\
            <input type="hidden" name="csrf" value="\(csrf)">\(parts.map(markup))\
            <div class="buttons">\(buttons)\(way)</div></form>
            """
    }

    private var sendsFile: Bool {
        fields.contains { if case .file = $0.control { true } else { false } }
    }

    private func markup(_ part: Part) -> HTML {
        switch part {
        case .field(let field):
            return FieldMarkup(field, language, form: id).html
        case .set(let legend, let hint, let fields):
            let help: HTML? = hint.map { "<p class=\"hint\">\($0)</p>" }
            return """
                <fieldset class="set"><legend>\(legend)</legend>\(help)\
                \(fields.map { FieldMarkup($0, language, form: id) })</fieldset>
                """
        case .folded(let summary, let isOpen, let parts):
            return """
                <details class="more"\(" open", if: isOpen)><summary>\(summary)</summary>\(parts.map(markup))</details>
                """
        case .hidden(let name, let value):
            return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        case .markup(let piece):
            return piece
        }
    }
}
