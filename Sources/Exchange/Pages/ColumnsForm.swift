import Frame
import Kernel
import Pages

/// The form of the second step: the columns, what all lines share, a name under which the choice is kept.
struct ColumnsForm: Sendable {
    let ticket: ImportTicket
    let look: FileLook
    let request: PageRequest
    /// What is asked besides columns.
    let settings: SettingParts
    /// Whether the choice can be saved under a name.
    let isSaved: Bool

    private var language: Language { request.language }

    static func load(
        _ ticket: ImportTicket,
        _ look: FileLook,
        _ request: PageRequest,
        _ desk: Desk,
        _ answers: ColumnAnswers?
    ) async throws -> ColumnsForm {
        let asked = look.settings(desk)
        let choices = try await SettingChoices.load(asked, desk)
        var mapping = look.mapping
        let guess = answers == nil ? SettingGuess.find(asked, look, choices) : [:]
        var values = (mapping?.constants ?? [:]).merging(guess) { said, _ in said }
        if mapping?.tellsPresence == true { values[Mapping.blankConstant] = Mapping.blankPresent }
        values.merge(answers?.constants ?? [:]) { _, sent in sent }
        if var said = mapping {
            answers?.changes.withoutPlace.apply(to: &said, [])
            mapping = said
        }
        let isSaved = look.format != nil && SavedColumns(desk: desk).isOpen
        let fields = SettingFields(
            choices: choices,
            values: values,
            errors: answers?.errors ?? [:],
            guessed: Set(guess.keys),
            language: request.language
        )
        let rules = isSaved ? mapping.map { SourceRules($0, asked, request.language) } : nil
        var settings = SettingParts(settings: asked, fields: fields, rules: rules)
        settings.columns = columns(look, answers)
        return ColumnsForm(
            ticket: ticket,
            look: look,
            request: request,
            settings: settings,
            isSaved: isSaved
        )
    }

    private static func columns(_ look: FileLook, _ answers: ColumnAnswers?) -> Set<String> {
        guard let answers else {
            return Set((look.guess?.fields ?? []).filter { $0.column != nil }.map(\.code))
        }
        return Set(answers.columns.filter { !$0.value.isEmpty }.keys)
    }

    func form(_ error: String?) -> Form {
        var form = Form(
            id: "columns",
            language,
            action: "/imports/columns",
            csrf: request.formToken,
            parts: ticket.values.map { Form.Part.hidden(name: $0.name, value: $0.value) } + fields
                + settings.parts
                + saving,
            buttons: [
                Button(Text(lv: "Nolasīt un parādīt izmaiņas", en: "Read and show the changes")[language])
            ],
            cancel: "/imports"
        )
        form.isPaired = look.guess != nil
        form.errors = error.map { [$0] } ?? look.question.map { [$0.inWords(language)] } ?? []
        return form
    }

    private var fields: [Form.Part] {
        guard let guess = look.guess else { return [] }
        let none = Option("", Text(lv: "Failā nav", en: "Not in the file")[language])
        let options = guess.headings.enumerated().filter { !$0.element.isEmpty }
            .map { Option("#\($0.offset + 1)", $0.element) }
        let asked = Set(settings.settings.map(\.code))
        return guess.fields.map { field in
            let found = field.column.map { "#\($0 + 1)" } ?? ""
            let isSaid = !field.constant.isEmpty || asked.contains(field.code)
            return .field(
                Field(
                    "column-\(field.code)",
                    field.title[language],
                    .select([none] + options, chosen: request.form["column-\(field.code)"]?.last ?? found),
                    hint: hint(field, asked.contains(field.code)) ?? need(field.code),
                    isOptional: !field.isRequired || isSaid,
                    width: .long
                )
            )
        }
    }

    /// What a file needs one of, beside the first of the fields that may give it, where none does.
    private func need(_ code: String) -> String? {
        let columns = Dictionary(uniqueKeysWithValues: settings.columns.map { ($0, "#") })
        let open = look.format?.needs.first { need in
            need.fields.first == code && !need.isMet(columns, settings.fields.values)
        }
        return open?.words[language]
    }

    /// The first values of the column, or what stands for one.
    private func hint(_ field: MappingGuess.FieldGuess, _ isAsked: Bool) -> String? {
        if field.column == nil, !field.constant.isEmpty {
            // Constants that are asked below stand there in words, not in codes.
            let said = Format(language).said(field.constant)
            return isAsked ? nil : Text(lv: "Visām rindām: \(said)", en: "For all lines: \(said)")[language]
        }
        guard !field.samples.isEmpty else { return nil }
        let values = field.samples.joined(separator: " · ")
        let doubt =
            field.confidence < 100
            ? Text(
                lv: " – pieņemts pēc virsraksta, pārbaudiet",
                en: " – guessed from the heading, please check"
            )
            : Text(same: "")
        return values + doubt[language]
    }

    /// Asks for a name under which the choice is kept.
    private var saving: [Form.Part] {
        guard isSaved else { return [] }
        return [
            .field(
                Field(
                    "save-as",
                    Text(lv: "Saglabāt šo izvēli ar nosaukumu", en: "Save this choice under a name")[
                        language
                    ],
                    .text(value: request.field("save-as")),
                    hint: Text(
                        lv: "Nākamajam šādam failam to izvēlēsieties pirmajā solī.",
                        en: "For the next such file you choose it in the first step."
                    )[language],
                    isOptional: true
                )
            )
        ]
    }
}
