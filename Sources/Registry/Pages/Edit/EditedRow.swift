package import Frame
package import Kernel
package import Pages

/// A kind of row that people edit on a page of its own: how it is found, shown, saved and put back.
package protocol EditedRow: Sendable {
    /// The address of the page, with `:name` for parts that vary.
    static var path: String { get }
    /// The permission, asked for in the scope of the page.
    static var permission: Permission { get }
    /// Where it is asked for; a row that is found anywhere asks for itself where its institution is known.
    static var scope: PageScope { get }
    /// The row that an address names.
    init(_ request: PageRequest, _ desk: Desk) throws
    /// The row as it stands.
    func load() async throws -> EditedState
    /// Keeps answers; throws ``FieldErrors``, and `Conflict` where the row is not at the version.
    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved
    /// Puts back what the row held before a change.
    func restore(change: Int, version: Int) async throws
}

extension EditedRow {
    /// Most rows are the tenant's.
    package static var scope: PageScope { .tenant }

    /// A row that is not there yet has nothing to be put back.
    package func restore(change: Int, version: Int) async throws { throw Refusal.noSuchPage }
}

/// A row as its page shows it.
package struct EditedState: Sendable {
    /// The title of the page.
    package var title: Text
    /// What the row is, in a sentence.
    package var lede: Text?
    /// Where the page hangs.
    package var crumbs: [PageContent.Crumb]
    /// The address of the page.
    package var address: String
    /// The way out without saving.
    package var back: String
    /// The questions, for the answers given.
    package var fields: @Sendable (EditTexts) -> [EditField]
    /// The answers as they are kept.
    package var texts: EditTexts
    /// The version of the row; 0 where it is not there yet.
    package var version: Int
    /// Its changes, the latest first.
    package var history: [RegisterChange] = []
    /// Other things that can be done: withdrawing a rule that has not begun.
    package var actions: [EditAct] = []
    /// Whether questions of a group stand in lines of two.
    package var isInLines = false
    /// What helps to answer and stands before the form: figures that the answer rests on.
    package var beside: (@Sendable (Language) -> HTML?)?

    /// A row with its questions and answers.
    package init(
        title: Text,
        lede: Text? = nil,
        crumbs: [PageContent.Crumb],
        address: String,
        back: String,
        fields: @escaping @Sendable (EditTexts) -> [EditField],
        texts: EditTexts,
        version: Int,
        history: [RegisterChange] = [],
        actions: [EditAct] = []
    ) {
        self.title = title
        self.lede = lede
        self.crumbs = crumbs
        self.address = address
        self.back = back
        self.fields = fields
        self.texts = texts
        self.version = version
        self.history = history
        self.actions = actions
    }
}

/// Another thing that can be done with a row, by a button.
package struct EditAct: Sendable {
    /// The words of the button.
    package let words: Text
    /// Where it is sent, with the version.
    package let address: String

    /// A button by its words and where it is sent.
    package init(words: Text, address: String) {
        self.words = words
        self.address = address
    }
}

/// Where to go after saving, and what to say there.
package struct EditSaved: Sendable {
    /// The address.
    package let address: String
    /// What was done.
    package var notice: Text

    /// Where to go, and what to say.
    package init(address: String, notice: Text = Text(lv: "Saglabāts.", en: "Saved.")) {
        self.address = address
        self.notice = notice
    }
}

extension EditField {
    /// An answer as it is kept, from one as people write it; an answer that cannot be read is left as it is.
    func kept(_ typed: String) -> String {
        let text = typed.trimmed
        switch kind {
        case .number(let decimals):
            return (try? Parse.decimal(text, decimals: decimals))
                .map { EditTexts.number($0, decimals: decimals) } ?? text
        case .day: return (try? Parse.day(text))?.description ?? text
        case .line, .area, .choice, .flag: return text
        }
    }

    /// The label with the heading of its group, where it stands alone.
    func fullLabel(_ language: Language) -> String {
        [group, label].compactMap { $0?[language] }.joined(separator: ": ")
    }

    /// The question as a field of a form, with the answer as people write it.
    func field(_ value: String, error: Text?, _ language: Language) -> Field {
        var field = Field(
            name,
            label[language],
            control(value, language),
            hint: hint?[language],
            error: error?[language],
            isOptional: isOptional
        )
        if case .line = kind { field.width = name == "lv" || name == "en" ? .full : .long }
        return field
    }

    private func control(_ value: String, _ language: Language) -> Control {
        switch kind {
        case .line: .text(value: value)
        case .area: .area(value: value, rows: 4)
        case .number: .number(value: value)
        case .day: .date(value: value)
        case .choice(let choices):
            .select(choices.map { Option($0.code, $0.words[language]) }, chosen: value)
        case .flag:
            .radios(
                [
                    Option("1", Text(lv: "Jā", en: "Yes")[language]),
                    Option("0", Text(lv: "Nē", en: "No")[language]),
                ],
                chosen: value == "1" ? "1" : "0"
            )
        }
    }

    /// An answer as the control of its question shows it first.
    func editable(_ kept: String, _ language: Language) -> String {
        switch kind {
        case .number: shown(kept, language)
        // Days are typed the Latvian way in both languages.
        case .day: shown(kept, .lv)
        case .line, .area, .choice, .flag: kept
        }
    }
}
