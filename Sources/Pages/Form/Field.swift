/// A question of a form: its label, what helps to answer it, and the control that takes the answer.
public struct Field: Sendable {
    /// How wide a control is: as long as the answer it expects.
    public enum Width: String, Sendable {
        /// A number, a day.
        case short
        /// A few words.
        case medium
        /// A line.
        case long
        /// The whole column.
        case full
    }

    /// The name under which the answer is sent; unique in its form.
    public var name: String
    /// The question.
    public var label: String
    /// What helps to answer it.
    public var hint: String?
    /// What is wrong with the answer, and what to do.
    public var error: String?
    /// Whether it may be left empty; the label then says so.
    public var isOptional = false
    /// How wide it is.
    public var width: Width
    /// The `autocomplete` value, where a browser knows the answer (WCAG 2.2, 1.3.5).
    public var autocomplete: String?
    /// The control.
    public var control: Control

    /// A question by its name, label and control.
    public init(
        _ name: String,
        _ label: String,
        _ control: Control,
        hint: String? = nil,
        error: String? = nil,
        isOptional: Bool = false,
        width: Width? = nil,
        autocomplete: String? = nil
    ) {
        self.name = name
        self.label = label
        self.control = control
        self.hint = hint
        self.error = error
        self.isOptional = isOptional
        self.width = width ?? control.width
        self.autocomplete = autocomplete
    }
}

/// What takes an answer.
public enum Control: Sendable {
    /// A line of text.
    case text(value: String)
    /// A line of text with names to choose from while it is typed; others may be written too.
    case suggested(value: String, [String])
    /// A number as people write it, with comma or point; read strictly on the server.
    case number(value: String)
    /// A day as one line `dd.mm.yyyy`: quicker and clearer than a calendar for days one knows.
    case date(value: String)
    /// A mail address.
    case email(value: String)
    /// A password; never filled in again.
    case password
    /// A few digits from another device.
    case code
    /// Several lines.
    case area(value: String, rows: Int)
    /// One of many.
    case select([Option], chosen: String?)
    /// One of a few.
    case radios([Option], chosen: String?)
    /// Any of a few.
    case checkboxes([Option], chosen: Set<String>)
    /// A file; `accept` as HTML has it: `.csv,.xlsx`.
    case file(accept: String)

    var width: Field.Width {
        switch self {
        case .number, .date, .code: .short
        case .select: .medium
        case .text, .suggested, .email, .password, .file: .long
        case .area, .radios, .checkboxes: .full
        }
    }

    /// Whether it is several controls under one question.
    var isGroup: Bool {
        switch self {
        case .radios, .checkboxes: true
        default: false
        }
    }
}

/// An answer to choose.
public struct Option: Sendable {
    /// What is sent.
    public var value: String
    /// What people read.
    public var label: String
    /// More about it; shown beside radios and checkboxes only.
    public var hint: String?

    /// An answer by what is sent and what people read.
    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}
