import Frame
import Kernel
import Storage

/// Writes one scale of marks within a transaction.
struct ScaleWriter {
    private let scale: ScaleRecord
    private let desk: Desk
    private let connection: Connection

    init(_ code: String, _ desk: Desk, _ connection: Connection) throws {
        try connection.lock(tenant: desk.tenant.rawValue)
        let scales = try ScaleRecord.all(desk.tenant, connection)
        guard let scale = scales.last(where: { $0.code == code }) else { throw Refusal.noSuchPage }
        self.scale = scale
        self.desk = desk
        self.connection = connection
    }

    func rename(_ typed: EditTexts, version: Int) throws {
        var reader = FieldReader(typed)
        let words = Text(lv: reader.words("lv"), en: reader.words("en"))
        try reader.finish()
        guard words != scale.words else { return }
        let changed = try connection.execute(
            """
            UPDATE mark_scale SET lv = \(words.lv), en = \(words.en), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(scale.id) AND version = \(version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "mark_scale", id: scale.id) }
        let after: EditTexts = ["lv": words.lv, "en": words.en]
        try note(.markScales, scale.code, version + 1, before: scale.texts, after: after)
    }

    func change(_ text: String, _ typed: EditTexts, version: Int) throws {
        guard let old = value(text) else { throw Refusal.noSuchPage }
        let new = try draft(old.text, typed, version: version + 1)
        guard old.texts != new.texts else { return }
        let changed = try connection.execute(
            """
            UPDATE scale_value SET hundredths = \(new.value.hundredths), level = \(new.value.level),
                counts = \(new.value.counts), to_day = \(new.to?.number ?? 0), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND scale_id = \(scale.id)
                AND text_key = \(MarkScale.key(text)) AND version = \(version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "scale_value", id: scale.id) }
        try note(
            .scaleValues,
            ScaleRecord.row(scale.code, text),
            new.version,
            before: old.texts,
            after: new.texts
        )
    }

    func add(_ text: String, _ typed: EditTexts) throws {
        let text = text.trimmed
        guard !text.isEmpty else { throw FieldErrors("text", .missingAnswer) }
        guard value(text) == nil else {
            throw FieldErrors(
                "text",
                Text(lv: "Skalā šāds vērtējums jau ir.", en: "The scale has this mark already.")
            )
        }
        let new = try draft(text, typed, version: 1)
        try connection.execute(
            """
            INSERT INTO scale_value
                (tenant_id, scale_id, text_key, text, hundredths, level, counts, to_day, version)
            VALUES (\(desk.tenant), \(scale.id), \(MarkScale.key(text)), \(text), \(new.value.hundredths),
                \(new.value.level), \(new.value.counts), \(new.to?.number ?? 0), 1)
            """
        )
        try note(.scaleValues, ScaleRecord.row(scale.code, text), 1, before: [:], after: new.texts)
    }

    private func value(_ text: String) -> ScaleRecord.Value? {
        scale.values.first { MarkScale.key($0.text) == MarkScale.key(text) }
    }

    private func draft(_ text: String, _ typed: EditTexts, version: Int) throws -> ScaleRecord.Value {
        var reader = FieldReader(typed)
        let number = reader.number("number", decimals: 2, in: 0...1_000_000, optional: true)
        let level = reader.number("level", in: 0...4) ?? 0
        let counts = reader.flag("counts")
        let to = reader.day("to")
        if let to, to > desk.today {
            reader.fail(
                "to",
                Text(lv: "Dienai jābūt šodien vai agrāk.", en: "The day must be today or earlier.")
            )
        }
        if counts, number == nil, level == 0 {
            reader.fail(
                "counts",
                Text(
                    lv: "Vidējā ietilpst tikai vērtējums ar skaitli vai apguves līmeni.",
                    en: "Only a mark with a number or a level takes part in a mean."
                )
            )
        }
        try reader.finish()
        return ScaleRecord.Value(
            text: text,
            value: MarkScale.Value(hundredths: number, level: level, counts: counts),
            to: to,
            version: version
        )
    }

    private func note(
        _ table: RegisterTable,
        _ row: String,
        _ version: Int,
        before: EditTexts,
        after: EditTexts
    ) throws {
        try RegisterHistory.note(
            table,
            row,
            version: version,
            before: before,
            after: after,
            desk,
            connection
        )
    }
}
