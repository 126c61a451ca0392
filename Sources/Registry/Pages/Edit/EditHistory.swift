import Frame
import Kernel
import Pages

/// Who changed a row and what it held before, with a button that puts it back.
struct EditHistory {
    let state: EditedState
    let request: PageRequest

    private var language: Language { request.language }

    var html: HTML? {
        guard !state.history.isEmpty else { return nil }
        let heading = Text(lv: "Izmaiņu vēsture", en: "History of changes")[language]
        var table = DataTable(
            id: "history",
            language,
            caption: heading,
            columns: [
                DataTable.Column(Text(lv: "Kad", en: "When")[language], width: .narrow),
                DataTable.Column(Text(lv: "Kas", en: "Who")[language], width: .narrow),
                DataTable.Column(Text(lv: "Kas mainīts", en: "What was changed")[language], width: .broad),
                DataTable.Column(Text(lv: "Darbība", en: "Action")[language], width: .narrow),
            ],
            rows: state.history.map(row)
        )
        table.hidesCaption = true
        return Section(heading, table.html).html
    }

    private func row(_ change: RegisterChange) -> DataTable.Row {
        DataTable.Row([
            .words(Format(language).moment(change.at)), .words(EditHistory.who(change, language)),
            .markup(what(change)), change.before.isEmpty ? .empty : .markup(button(change)),
        ])
    }

    /// Whoever made a change; the command line has no account.
    static func who(_ change: RegisterChange, _ language: Language) -> String {
        change.by.isEmpty ? Text(lv: "komandrinda", en: "command line")[language] : change.by
    }

    private func what(_ change: RegisterChange) -> HTML {
        if change.before.isEmpty { return HTML(text: Text(lv: "Pievienots", en: "Added")[language]) }
        if change.after.isEmpty { return HTML(text: Text(lv: "Noņemts", en: "Taken out")[language]) }
        let fields = state.fields(change.before.merging(change.after) { _, new in new })
        let lines = change.changed.map { name -> HTML in
            let field = fields.first { $0.name == name }
            let shown = [change.before, change.after].map { texts -> String in
                let text = texts[name] ?? ""
                return text.isEmpty ? "–" : field?.shown(text, language) ?? text
            }
            let label = field?.fullLabel(language) ?? name
            return "<li>\(label): <del>\(shown[0])</del> → <ins>\(shown[1])</ins></li>"
        }
        return "<ul>\(lines)</ul>"
    }

    private func button(_ change: RegisterChange) -> HTML {
        Form(
            id: "restore-\(change.id)",
            language,
            action: Address(EditHistory.restore(state.address)),
            csrf: request.formToken,
            parts: [
                .hidden(name: "change", value: String(change.id)),
                .hidden(name: "version", value: String(state.version)),
            ],
            buttons: [Button(Text(lv: "Atjaunot iepriekšējo", en: "Put back")[language], .small)]
        )
        .html
    }

    /// The address that puts back, of the page's address: the query stays at the end.
    static func restore(_ address: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.count > 1 ? "?\(parts[1])" : ""
        return "\(parts.first ?? "")/restore\(query)"
    }
}
