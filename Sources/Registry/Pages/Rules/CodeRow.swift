import Frame
import Kernel
import Pages

/// One value of a code list on a page of its own.
struct CodeRow: EditedRow {
    static let path = "/codes/:list/:code"
    static let permission = Permission.administer

    let desk: Desk
    let list: CodeListKind
    let code: String

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        list = try CodeListKind.named(request.parts["list"] ?? "")
        code = request.parts["code"] ?? ""
    }

    private var editor: CodeEditor { CodeEditor(desk) }

    func load() async throws -> EditedState {
        let found = try await editor.items(list.name).first { $0.item.code == code }
        guard let record = found else { throw Refusal.noSuchPage }
        let fields = list.fields
        return EditedState(
            title: record.item.words,
            lede: CodeRow.lede(record),
            crumbs: CodeRow.crumbs(list),
            address: "/codes/\(list.name)/\(code)",
            back: "/codes/\(list.name)",
            fields: { _ in fields },
            texts: record.texts,
            version: record.version,
            history: try await editor.history(list.name, code)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await editor.change(list.name, code, version: version, texts)
        return EditSaved(address: "/codes/\(list.name)")
    }

    func restore(change: Int, version: Int) async throws {
        try await editor.restore(list.name, code, change: change, version: version)
    }

    /// What of a value is settled with its code.
    private static func lede(_ record: CodeRecord) -> Text {
        let code = Text(lv: "Kods: \(record.item.code)", en: "Code: \(record.item.code)")
        guard let kind = record.countsAs else { return code }
        return code + Text(lv: " · Skaita kā: \(kind.lv)", en: " · Counts as: \(kind.en)")
    }

    static func crumbs(_ list: CodeListKind) -> [PageContent.Crumb] {
        [
            PageContent.Crumb(RulesWords.codes, "/codes"),
            PageContent.Crumb(list.title, "/codes/\(list.name)"),
        ]
    }
}

/// A new value of a code list.
struct CodeNew: EditedRow {
    static let path = "/codes/:list/new"
    static let permission = Permission.administer

    let desk: Desk
    let list: CodeListKind

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        list = try CodeListKind.named(request.parts["list"] ?? "")
    }

    func load() async throws -> EditedState {
        guard list.isOpen else { throw Refusal.closedList(list) }
        let items = try await CodeEditor(desk).items(list.name)
        let last = items.map(\.item.position).max() ?? 0
        let number = items.compactMap { Int($0.item.code) }.max() ?? 0
        let fields = [list.isNumbered ? CodeNew.number : RulesWords.newCode, CodeNew.first] + list.newFields
        return EditedState(
            title: Text(lv: "\(list.title.lv): jauna vērtība", en: "\(list.title.en): a new value"),
            crumbs: CodeRow.crumbs(list),
            address: "/codes/\(list.name)/new",
            back: "/codes/\(list.name)",
            fields: { _ in fields },
            texts: [
                "position": String(last + 1), "from": desk.today.description,
                "code": list.isNumbered ? String(number + 1) : "",
            ],
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        var reader = FieldReader(texts)
        let code = reader.words("code")
        let from = reader.day("from", optional: false)
        let editor = CodeEditor(desk)
        try await editor.add(list.name, code, from: from ?? desk.today, texts, besides: reader.errors)
        return EditSaved(
            address: "/codes/\(list.name)",
            notice: Text(lv: "Vērtība pievienota.", en: "The value is added.")
        )
    }

    private static let number = EditField(
        "code",
        RulesWords.code,
        .line,
        hint: Text(
            lv: "Skaitlis, ko vēlāk nemaina: tas glabājas datos.",
            en: "A number that never changes: rows hold it."
        )
    )
    private static let first = EditField("from", Text(lv: "Lieto no", en: "In use from"), .day)
}
