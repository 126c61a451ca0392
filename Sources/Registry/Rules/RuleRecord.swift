import Frame
import Kernel
import Storage

/// A dated record of a rule with its row version.
package struct RuleRecord: Sendable {
    /// The kind of rule.
    package let kind: RuleKind
    /// The record.
    package let rule: Regulation
    /// The version of its row, for changes.
    package let version: Int

    /// Its answers: words in both languages, source, last day, parameters by the names of their questions.
    package var texts: EditTexts {
        get throws {
            try kind.texts(rule.parameters).merging(
                [
                    "lv": rule.words.lv, "en": rule.words.en, "source": rule.source,
                    "to": EditTexts.day(rule.to),
                ]
            ) { first, _ in first }
        }
    }

    /// How the record is named in addresses, in history and in the audit trail.
    package var row: String { RuleRecord.row(kind.name, rule.from) }

    static func row(_ name: String, _ from: Day) -> String { "\(name)/\(from)" }

    /// The records of a rule, the earliest first; the shipped ones, at version 1, where the tenant has none.
    static func all(_ kind: RuleKind, _ tenant: TenantID, _ connection: Connection) throws -> [RuleRecord] {
        let own = try connection.rows(
            """
            SELECT version, name, from_day, to_day, lv, en, source, parameters, is_editable FROM regulation
            WHERE tenant_id = \(tenant) AND name = \(kind.name) ORDER BY from_day
            """,
            as: Versioned.self
        )
        guard own.isEmpty else {
            return own.map { RuleRecord(kind: kind, rule: $0.rule, version: $0.version) }
        }
        return shipped(kind)
    }

    /// The records of all rules of risk, by kind and first day, as ``all(_:_:_:)`` gives them of one.
    static func risks(_ tenant: TenantID, _ connection: Connection) throws -> [RuleRecord] {
        // The sign after a hyphen in the order of bytes: names that begin with the prefix lie between.
        let stored = try connection.rows(
            """
            SELECT version, name, from_day, to_day, lv, en, source, parameters, is_editable FROM regulation
            WHERE tenant_id = \(tenant) AND name >= \(RiskRule.prefix) AND name < 'risk.'
            ORDER BY name, from_day
            """,
            as: Versioned.self
        )
        let own = Dictionary(grouping: stored, by: \.rule.name)
        let known = Set(RuleKind.risks.map(\.name))
        let others = own.keys.filter { !known.contains($0) }.sorted().compactMap { RuleKind.risk($0) }
        return (RuleKind.risks + others).flatMap { kind in
            own[kind.name]?.map { RuleRecord(kind: kind, rule: $0.rule, version: $0.version) }
                ?? shipped(kind)
        }
    }

    private static func shipped(_ kind: RuleKind) -> [RuleRecord] {
        RegulationSeeds.all.filter { $0.name == kind.name }.sorted { $0.from < $1.from }
            .map { RuleRecord(kind: kind, rule: $0, version: 1) }
    }

    private struct Versioned: Readable {
        let version: Int
        let rule: Regulation

        init(row: inout Row) throws {
            version = try row.next()
            rule = try Regulation(row: &row)
        }
    }
}

/// What an editor puts in the place of a record of a rule.
struct RuleDraft {
    let words: Text
    let source: String
    let to: Day?
    let parameters: String

    /// Reads answers; throws ``FieldErrors`` where they cannot be kept.
    init(_ typed: EditTexts, _ kind: RuleKind) throws {
        var reader = FieldReader(typed)
        try self.init(&reader, kind)
        try reader.finish()
    }

    /// Reads answers and notes what is wrong with them.
    init(_ reader: inout FieldReader, _ kind: RuleKind) throws {
        words = Text(lv: reader.words("lv"), en: reader.words("en"))
        source = reader.words("source")
        to = reader.day("to")
        parameters = try kind.json(&reader) ?? "{}"
    }

    func record(_ kind: RuleKind, from: Day, isEditable: Bool, version: Int) -> RuleRecord {
        let rule = Regulation(
            name: kind.name,
            from: from,
            to: to,
            words: words,
            source: source,
            parameters: parameters,
            isEditable: isEditable
        )
        return RuleRecord(kind: kind, rule: rule, version: version)
    }
}
