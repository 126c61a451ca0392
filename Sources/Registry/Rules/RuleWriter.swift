import Frame
import Kernel
import Storage

/// Writes records of one rule within a transaction.
struct RuleWriter {
    let kind: RuleKind
    /// The records as they stood when the transaction began, the earliest first.
    let records: [RuleRecord]
    private let desk: Desk
    private let connection: Connection

    /// A writer; a tenant that had no record of the rule takes over the shipped ones first.
    init(_ kind: RuleKind, _ desk: Desk, _ connection: Connection) throws {
        self.kind = kind
        self.desk = desk
        self.connection = connection
        // Two who add at once must not both find the same record in force.
        try connection.lock(tenant: desk.tenant.rawValue)
        let count = try connection.value(
            "SELECT count(*) FROM regulation WHERE tenant_id = \(desk.tenant) AND name = \(kind.name)",
            Int.self
        )
        records = try RuleRecord.all(kind, desk.tenant, connection)
        if count == 0 { for record in records { try put(record) } }
    }

    func record(_ from: Day) throws(Refusal) -> RuleRecord {
        guard let record = records.first(where: { $0.rule.from == from }) else { throw .noSuchPage }
        return record
    }

    /// Reads answers of the record that begins on a day, one that there is or a new one; throws all that is wrong at once.
    func draft(_ typed: EditTexts, from: Day, isNew: Bool = false) throws -> RuleDraft {
        var reader = FieldReader(typed)
        let draft = try RuleDraft(&reader, kind)
        if isNew, records.contains(where: { $0.rule.from == from }) { reader.fail("from", .sameFirstDay) }
        if let wrong = wrongEnd(draft.to, from: from) { reader.fail("to", wrong) }
        try reader.finish()
        return draft
    }

    /// What is wrong with a period that ends before it begins or reaches into the next one.
    private func wrongEnd(_ to: Day?, from: Day) -> Text? {
        if let to, to < from {
            return Text(
                lv: "Pēdējā diena ir pirms pirmās dienas.",
                en: "The last day is before the first."
            )
        }
        guard let next = records.first(where: { $0.rule.from > from })?.rule.from else { return nil }
        if let to, to < next { return nil }
        return Text(
            lv: "No \(Format(.lv).day(next)) ir nākamais ieraksts; norādiet pēdējo dienu pirms tā.",
            en: "The next record begins on \(Format(.en).day(next)); give a last day before it."
        )
    }

    /// Puts a record in the place of one that was read at a version; where nothing differs, nothing is written.
    @discardableResult
    func replace(_ old: RuleRecord, by new: RuleRecord, version: Int) throws -> RuleRecord {
        guard try old.texts != new.texts else { return old }
        let rule = new.rule
        let changed = try connection.execute(
            """
            UPDATE regulation SET to_day = \(rule.to?.number ?? 0), lv = \(rule.words.lv), en = \(rule.words.en),
                source = \(rule.source), parameters = \(rule.parameters), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND name = \(kind.name) AND from_day = \(rule.from)
                AND version = \(version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "regulation", id: 0) }
        try note(old.row, new.version, before: try old.texts, after: try new.texts)
        return new
    }

    /// Adds a record; one that comes again after it was withdrawn goes on counting its versions.
    func insert(_ new: RuleRecord) throws -> RuleRecord {
        let before = try RegisterHistory.version(.regulations, new.row, desk.tenant, connection)
        let new = RuleRecord(kind: kind, rule: new.rule, version: before + 1)
        try put(new)
        try note(new.row, new.version, before: [:], after: try new.texts)
        return new
    }

    func remove(_ old: RuleRecord, version: Int) throws {
        let removed = try connection.execute(
            """
            DELETE FROM regulation WHERE tenant_id = \(desk.tenant) AND name = \(kind.name)
                AND from_day = \(old.rule.from) AND version = \(version)
            """
        )
        guard removed > 0 else { throw Conflict(table: "regulation", id: 0) }
        try note(old.row, version + 1, before: try old.texts, after: [:])
    }

    /// Gives a record another last day; its numbers stay, also such as nobody could enter any more.
    func end(_ old: RuleRecord, on day: Day?) throws {
        let rule = old.rule
        let ended = Regulation(
            name: rule.name,
            from: rule.from,
            to: day,
            words: rule.words,
            source: rule.source,
            parameters: rule.parameters,
            isEditable: rule.isEditable
        )
        let new = RuleRecord(kind: kind, rule: ended, version: old.version + 1)
        try replace(old, by: new, version: old.version)
    }

    private func put(_ record: RuleRecord) throws {
        let rule = record.rule
        try connection.execute(
            """
            INSERT INTO regulation
                (tenant_id, name, from_day, to_day, lv, en, source, parameters, is_editable, version)
            VALUES (\(desk.tenant), \(kind.name), \(rule.from), \(rule.to?.number ?? 0), \(rule.words.lv),
                \(rule.words.en), \(rule.source), \(rule.parameters), \(rule.isEditable), \(record.version))
            """
        )
    }

    private func note(_ row: String, _ version: Int, before: EditTexts, after: EditTexts) throws {
        try RegisterHistory.note(
            .regulations,
            row,
            version: version,
            before: before,
            after: after,
            desk,
            connection
        )
    }
}
