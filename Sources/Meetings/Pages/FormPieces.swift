internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Pieces that forms of meetings are made of.
struct FormPieces {
    let language: Language
    let token: String
    let returned: ReturnedForm?

    func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    func error(_ form: String, _ field: String) -> String? {
        returned.flatMap { $0.form == form ? $0.errors.byField[field]?[language] : nil }
    }

    func typed(_ form: String, _ field: String) -> String? {
        returned.flatMap { $0.form == form ? $0.typed[field] : nil }
    }

    /// A form of parts by its name and address.
    func form(_ name: String, _ action: String, _ parts: [Form.Part], _ button: Button) -> HTML {
        Form(
            id: name,
            language,
            action: Address(action),
            csrf: token,
            parts: parts,
            buttons: [button]
        ).html
    }

    /// A form that opens under its name; open where it came back with errors, or where it is what comes next.
    func folded(
        _ name: String,
        _ title: String,
        _ action: String,
        _ parts: [Form.Part],
        _ button: String,
        isOpen: Bool = false
    ) -> HTML {
        let form = form(name, action, parts, Button(button))
        return """
            <details\(" open", if: isOpen || returned?.form == name)><summary>\(title)</summary>\(form)</details>
            """
    }

    /// A small button that sends a form of its own; `about` tells readers of the screen what it is about.
    func button(
        _ words: String,
        _ action: String,
        about: String,
        _ fields: [(name: String, value: String)] = []
    ) -> HTML {
        let hidden: [HTML] = fields.map {
            "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
        }
        return """
            <form method="post" class="buttons" action="\(Address(action))">\
            <input type="hidden" name="csrf" value="\(token)">\(hidden)\
            <button type="submit" class="button second small">\(words)<span class="unseen">: \(about)</span></button>\
            </form>
            """
    }
}
