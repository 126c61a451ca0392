import Frame
import Kernel
import Pages

/// One dated record of a rule on a page of its own.
struct RuleRow: EditedRow {
    static let path = "/rules/:rule/:from"
    static let permission = Permission.administer

    let desk: Desk
    let kind: RuleKind
    let from: Day

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        kind = try RuleKind.named(request.parts["rule"] ?? "")
        guard let from = try? Parse.day(request.parts["from"] ?? "") else { throw Refusal.noSuchPage }
        self.from = from
    }

    private var editor: RuleEditor { RuleEditor(desk) }

    func load() async throws -> EditedState {
        let found = try await editor.records(kind.name).first { $0.rule.from == from }
        guard let record = found else { throw Refusal.noSuchPage }
        let period = Text(
            lv: RulesWords.period(from, record.rule.to, .lv),
            en: RulesWords.period(from, record.rule.to, .en)
        )
        var state = EditedState(
            title: kind.title,
            lede: period,
            crumbs: RuleRow.crumbs(kind),
            address: "/rules/\(kind.name)/\(from)",
            back: "/rules/\(kind.name)",
            fields: { kind.questions($0) },
            texts: try record.texts,
            version: record.version,
            history: try await editor.history(kind.name, from: from)
        )
        if let warning = try await editor.warning(record) {
            state.beside = { language in Notice(.attention, language, warning[language]).html }
        }
        if from > desk.today {
            let words = Text(lv: "Atsaukt šo ierakstu", en: "Withdraw this record")
            state.actions = [EditAct(words: words, address: "/rules/\(kind.name)/\(from)/withdraw")]
        }
        return state
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        try await editor.change(kind.name, from: from, version: version, texts)
        return EditSaved(address: "/rules/\(kind.name)")
    }

    func restore(change: Int, version: Int) async throws {
        try await editor.restore(kind.name, from: from, change: change, version: version)
    }

    static func crumbs(_ kind: RuleKind) -> [PageContent.Crumb] {
        [
            PageContent.Crumb(RulesWords.rules, "/rules"),
            PageContent.Crumb(kind.title, "/rules/\(kind.name)"),
        ]
    }
}

/// A new record of a rule from a day on.
struct RuleNew: EditedRow {
    static let path = "/rules/:rule/new"
    static let permission = Permission.administer

    let desk: Desk
    let kind: RuleKind

    init(_ request: PageRequest, _ desk: Desk) throws {
        self.desk = desk
        kind = try RuleKind.named(request.parts["rule"] ?? "")
    }

    /// The form begins with what the latest record says.
    func load() async throws -> EditedState {
        var texts = try await RuleEditor(desk).records(kind.name).first?.texts ?? [:]
        texts["to"] = ""
        return EditedState(
            title: Text(lv: "\(kind.title.lv): jauns ieraksts", en: "\(kind.title.en): a new record"),
            lede: Text(
                lv: "Ieraksts, kas šajā dienā ir spēkā, beigsies dienu iepriekš.",
                en: "The record that is in force on the day will end the day before."
            ),
            crumbs: RuleRow.crumbs(kind),
            address: "/rules/\(kind.name)/new",
            back: "/rules/\(kind.name)",
            fields: { [RuleNew.first] + kind.questions($0) },
            texts: texts,
            version: 0
        )
    }

    func save(_ texts: EditTexts, version: Int) async throws -> EditSaved {
        var reader = FieldReader(texts)
        guard let from = reader.day("from", optional: false) else {
            // What else is wrong is told in the same round.
            _ = try RuleDraft(&reader, kind)
            throw reader.errors
        }
        try await RuleEditor(desk).add(kind.name, from: from, texts)
        return EditSaved(
            address: "/rules/\(kind.name)",
            notice: Text(lv: "Ieraksts pievienots.", en: "The record is added.")
        )
    }

    private static let first = EditField("from", Text(lv: "Spēkā no", en: "In force from"), .day)
}

/// Withdraws a record that has not begun.
struct RuleWithdrawAction: Page {
    let method = PageMethod.post
    let path = "/rules/:rule/:from/withdraw"
    let permission = Permission.administer
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let row = try RuleRow(request, desk)
        try await RuleEditor(desk).withdraw(
            row.kind.name,
            from: row.from,
            version: Int(request.field("version")) ?? 0
        )
        return .redirect(
            "/rules/\(row.kind.name)",
            notice: Text(lv: "Ieraksts atsaukts.", en: "The record is withdrawn.")
        )
    }
}
