import Frame
import Kernel
import Pages

/// What a scale says of itself, on a page of its own: names, bounds, period.
struct ScaleRow: EditedRow {
    static let path = "/scales/:scale/name"
    static let permission = Permission.administer

    let desk: Desk
    let code: String

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        code = request.parts["scale"] ?? ""
    }

    func load() async throws -> EditedState {
        let scale = try await ScaleEditor(desk).scale(code)
        return EditedState(
            title: scale.words,
            lede: nil,
            crumbs: ScaleRow.crumbs(scale),
            address: "/scales/\(code)/name",
            back: "/scales/\(code)",
            fields: { _ in ScaleRecord.fields },
            texts: scale.texts,
            version: scale.version,
            history: try await ScaleEditor(desk).history(code)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await ScaleEditor(desk).change(code, version: version, texts)
        return EditSaved(address: "/scales/\(code)")
    }

    func restore(change: Int, version: Int) async throws {
        try await ScaleEditor(desk).restore(code, change: change, version: version)
    }

    static func crumbs(_ scale: ScaleRecord) -> [PageContent.Crumb] {
        [
            PageContent.Crumb(RulesWords.scales, "/scales"),
            PageContent.Crumb(scale.words, "/scales/\(scale.code)"),
        ]
    }
}

/// A value of a scale on a page of its own; the mark as written stands in the query, as it may hold any character.
struct ScaleValueRow: EditedRow {
    static let path = "/scales/:scale/value"
    static let permission = Permission.administer

    let desk: Desk
    let code: String
    let text: String

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        code = request.parts["scale"] ?? ""
        text = request.query["text"] ?? ""
    }

    static func address(_ code: String, _ text: String) -> String {
        Address("/scales/\(code)/value").adding("text", text).text
    }

    func load() async throws -> EditedState {
        let scale = try await ScaleEditor(desk).scale(code)
        let key = MarkScale.key(text)
        guard let value = scale.values.first(where: { MarkScale.key($0.text) == key }) else {
            throw Refusal.noSuchPage
        }
        return EditedState(
            title: Text(lv: "Vērtējums „\(value.text)”", en: "The mark “\(value.text)”"),
            lede: scale.words,
            crumbs: ScaleRow.crumbs(scale),
            address: ScaleValueRow.address(code, value.text),
            back: "/scales/\(code)",
            fields: { _ in ScaleRecord.valueFields },
            texts: value.texts,
            version: value.version,
            history: try await ScaleEditor(desk).history(code, value: value.text)
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await ScaleEditor(desk).change(code, value: text, version: version, texts)
        return EditSaved(address: "/scales/\(code)")
    }

    func restore(change: Int, version: Int) async throws {
        try await ScaleEditor(desk).restore(code, value: text, change: change, version: version)
    }
}

/// A new value of a scale.
struct ScaleValueNew: EditedRow {
    static let path = "/scales/:scale/value/new"
    static let permission = Permission.administer

    let desk: Desk
    let code: String

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        code = request.parts["scale"] ?? ""
    }

    func load() async throws -> EditedState {
        let scale = try await ScaleEditor(desk).scale(code)
        let text = EditField(
            "text",
            Text(lv: "Vērtējums, kā to raksta", en: "The mark as it is written"),
            .line,
            hint: Text(lv: "Piemēram, 7 vai nv.", en: "Such as 7 or nv.")
        )
        return EditedState(
            title: Text(lv: "Jauns vērtējums", en: "A new mark"),
            lede: scale.words,
            crumbs: ScaleRow.crumbs(scale),
            address: "/scales/\(code)/value/new",
            back: "/scales/\(code)",
            fields: { _ in [text] + ScaleRecord.valueFields },
            texts: ["level": "0"],
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await ScaleEditor(desk).add(code, value: texts["text"] ?? "", texts)
        return EditSaved(
            address: "/scales/\(code)",
            notice: Text(lv: "Vērtējums pievienots.", en: "The mark is added.")
        )
    }
}

/// A new scale; its values are added afterwards.
struct ScaleNew: EditedRow {
    static let path = "/scales/new"
    static let permission = Permission.administer

    let desk: Desk

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
    }

    func load() async throws -> EditedState {
        EditedState(
            title: Text(lv: "Jauna vērtējumu skala", en: "A new scale of marks"),
            lede: Text(
                lv: "Pēc saglabāšanas pievienojiet skalas vērtējumus.",
                en: "After saving, add the marks of the scale."
            ),
            crumbs: [PageContent.Crumb(RulesWords.scales, "/scales")],
            address: "/scales/new",
            back: "/scales",
            fields: { _ in [RulesWords.newCode] + ScaleRecord.fields },
            texts: [:],
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        let code = (texts["code"] ?? "").trimmed
        try await ScaleEditor(desk).create(code, texts)
        return EditSaved(
            address: "/scales/\(code)",
            notice: Text(lv: "Skala pievienota.", en: "The scale is added.")
        )
    }
}
