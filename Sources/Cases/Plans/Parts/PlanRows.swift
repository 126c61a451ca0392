internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A part with rows, as many as are filled: risks with evidence, subjects, planned activities.
///
/// A row that was begun wants all of its answers: a risk without evidence is an opinion.
struct PlanRows: PlanPart {
    /// How an answer of a row is given.
    enum Answer: Sendable {
        /// One of the codes of a list.
        case code(PlanCodes)
        /// One of the codes of a list, one of them from the start: it does not begin a row.
        case preset(PlanCodes, String)
        /// A line.
        case line
        /// Several lines.
        case lines
    }

    /// An answer that each row has: the first one names the row.
    struct Column: Sendable {
        /// The name of the answer, before the number of the row.
        let name: String
        let label: Text
        let answer: Answer
        let width: DataTable.Column.Width

        init(_ name: String, _ label: Text, _ answer: Answer, _ width: DataTable.Column.Width = .roomy) {
            self.name = name
            self.label = label
            self.answer = answer
            self.width = width
        }
    }

    /// A name for its table.
    let id: String
    let title: Text
    /// What one row is called.
    let noun: Text
    /// What opens the next row.
    let another: Text
    /// How many rows a form offers at first; it has more once they are filled, or asked for.
    let count: Int
    let columns: [Column]
    /// What is said where no row is filled; nil where nothing is.
    var nothing: Text?
    var isForFamily = false

    /// How many empty rows a form offers behind the last one that says something.
    static let spare = 3
    /// The most rows that a form takes: nobody can send a page that has no end.
    static let most = 60

    /// The last row that says something; 0 where none does.
    private func last(in texts: EditTexts) -> Int {
        (1...PlanRows.most).last { number in
            columns.contains { $0.begins(texts[$0.key(number)] ?? "") }
        } ?? 0
    }

    func codes(in body: EditTexts) -> [(list: PlanCodes, code: String)] {
        (0...last(in: body)).flatMap { number in
            columns.compactMap { column -> (list: PlanCodes, code: String)? in
                guard let list = column.list, let code = body[column.key(number)], !code.isEmpty else {
                    return nil
                }
                return (list: list, code: code)
            }
        }
    }

    var names: [String] {
        (1...count).flatMap { number in columns.map { $0.key(number) } }
    }

    /// The first row, and the others folded into one another: one line at a time offers the next.
    ///
    /// They are open up to the last row that says something, so that nothing said is out of sight. Behind the last one it
    /// says how to come to more.
    func ask(_ form: PlanForm) -> [Form.Part] {
        let last =
            (1...PlanRows.most).last { number in columns.contains { $0.says(number, form) } } ?? 1
        let asked = Int(form.typed[PlanRows.offered] ?? "") ?? 0
        let rows = min(PlanRows.most, max(count, last + PlanRows.spare, asked))
        let hint = PlanRows.howToAdd[form.language]
        let end: [Form.Part] = [.markup("<p class=\"hint\">\(hint)</p>")]
        let parts = (1...rows).reversed().reduce(into: rows < PlanRows.most ? end : []) { parts, number in
            let legend = Text(lv: "\(number). \(noun.lv)", en: "\(noun.en) \(number)")
            let fields = columns.map { $0.field(number, form) }
            parts.insert(.set(legend: legend[form.language], hint: nil, fields), at: 0)
            if number > 1 {
                parts = [.folded(summary: another[form.language], isOpen: number <= last, parts)]
            }
        }
        return parts + [.hidden(name: PlanRows.offered, value: String(rows))]
    }

    /// Reads the rows that were begun; those left empty between them fall away.
    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        for number in 1...PlanRows.most {
            for column in columns { answers.body[column.key(number)] = nil }
        }
        var place = 0
        for number in 1...PlanRows.most {
            var texts: [String] = []
            for column in columns { texts.append(reader.words(column.key(number), optional: true)) }
            guard zip(columns, texts).contains(where: { column, text in column.begins(text) }) else {
                continue
            }
            place += 1
            for (column, text) in zip(columns, texts) {
                answers.body[column.key(place)] = text
                if !column.takes(text, choices) { reader.fail(column.key(number), column.missing) }
            }
        }
    }

    func html(_ view: PlanView) -> HTML? {
        let language = view.language
        let rows = (0...last(in: view.data.body)).compactMap { row($0, view) }
        guard !rows.isEmpty else {
            return nothing.map { Section(title[language], "<p class=\"quiet\">\($0, language)</p>").html }
        }
        var table = DataTable(
            id: id,
            language,
            caption: title[language],
            columns: columns.map { DataTable.Column($0.label[language], width: $0.width) },
            rows: rows
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        return Section(title[language], table.html).html
    }

    private func row(_ number: Int, _ view: PlanView) -> DataTable.Row? {
        guard let first = columns.first, view.words(first.key(number)) != nil else { return nil }
        return DataTable.Row(columns.map { $0.cell(view.words($0.key(number)) ?? "", view) })
    }
}

extension PlanRows {
    /// The name of the hidden answer that says how many rows a form had.
    static let offered = "rows"
    /// The words of the button that gives a form more rows.
    static let more = Text(lv: "Pievienot rindas", en: "Add rows")

    fileprivate static let howToAdd = Text(
        lv: "Ja rindu nepietiek, spiediet „Pievienot rindas” veidlapas beigās: uzrakstītais paliek.",
        en: "If there are not enough rows, press “Add rows” at the end of the form: what you wrote stays."
    )

    /// A form's answers with more rows asked for.
    static func longer(_ typed: EditTexts) -> EditTexts {
        var typed = typed
        typed[offered] = String(min(most, max(0, Int(typed[offered] ?? "") ?? 0) + spare))
        return typed
    }
}

extension PlanRows.Column {
    /// The list that its answers are codes of; nil for words.
    fileprivate var list: PlanCodes? {
        switch answer {
        case .code(let list), .preset(let list, _): list
        case .line, .lines: nil
        }
    }

    /// The name of the answer of a row.
    fileprivate func key(_ number: Int) -> String { "\(name)\(number)" }

    /// Whether a text in it makes a row.
    fileprivate func begins(_ text: String) -> Bool {
        if case .preset = answer { return false }
        return !text.isEmpty
    }

    /// Whether the row has an answer in it, or an error.
    fileprivate func says(_ number: Int, _ form: PlanForm) -> Bool {
        let name = key(number)
        return begins(form.typed[name] ?? "") || form.errors.byField[name] != nil
    }

    /// Whether a row may have the text: one of the codes, or any words.
    fileprivate func takes(_ text: String, _ choices: PlanChoices) -> Bool {
        switch answer {
        case .code(let list), .preset(let list, _): choices.items(list).contains { $0.code == text }
        case .line, .lines: !text.isEmpty
        }
    }

    /// What is said where the answer is missing.
    fileprivate var missing: Text { list == nil ? .missingAnswer : .missingChoice }

    fileprivate func field(_ number: Int, _ form: PlanForm) -> Field {
        let name = key(number)
        switch answer {
        case .code(let list):
            let options = [Option("", "–")] + form.options(list)
            let control = Control.select(options, chosen: form.typed[name] ?? "")
            return form.field(name, label, control, optional: true, width: .long)
        case .preset(let list, let first):
            let control = Control.select(form.options(list), chosen: form.chosen(name) ?? first)
            return form.field(name, label, control)
        case .line: return form.line(name, label, optional: true)
        case .lines: return form.lines(name, label, optional: true)
        }
    }

    fileprivate func cell(_ text: String, _ view: PlanView) -> DataTable.Cell {
        let (choices, language) = (view.data.choices, view.language)
        switch answer {
        case .code(let list), .preset(let list, _):
            return .words(choices.words(list, text)[language], note: choices.note(list, text)?[language])
        case .line, .lines: return .words(text)
        }
    }
}
