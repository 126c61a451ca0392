import Frame
import Kernel
import Pages

/// The form of a row: its questions with answers, kept or as they were typed.
struct EditForm {
    let state: EditedState
    let request: PageRequest
    /// What was typed, where the form comes back with errors.
    var typed: EditTexts?
    var errors = FieldErrors()

    private var language: Language { request.language }

    /// The questions for what is in the form.
    private var fields: [EditField] { state.fields(typed ?? state.texts) }

    var html: HTML {
        var form = Form(
            id: "edit",
            language,
            action: Address(state.address),
            csrf: request.formToken,
            parts: [.hidden(name: "version", value: String(state.version))] + parts,
            buttons: [Button(Text(lv: "Saglabāt", en: "Save")[language])],
            cancel: Address(state.back)
        )
        form.isInLines = state.isInLines
        let shown = Set(fields.map(\.name))
        form.errors = errors.byField.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }
            .map { $0.value[language] }
        return form.html
    }

    /// Questions one after the other; those of one heading together.
    private var parts: [Form.Part] {
        var parts: [Form.Part] = []
        var open: (heading: Text, fields: [Field])?
        for field in fields {
            let made = field.field(value(of: field), error: errors.byField[field.name], language)
            if let heading = field.group, heading == open?.heading {
                open?.fields.append(made)
                continue
            }
            if let group = open {
                parts.append(.set(legend: group.heading[language], hint: nil, group.fields))
            }
            open = field.group.map { ($0, [made]) }
            if field.group == nil { parts.append(.field(made)) }
        }
        if let group = open { parts.append(.set(legend: group.heading[language], hint: nil, group.fields)) }
        return parts
    }

    private func value(of field: EditField) -> String {
        if let typed { return typed[field.name] ?? "" }
        return field.editable(state.texts[field.name] ?? "", language)
    }
}
