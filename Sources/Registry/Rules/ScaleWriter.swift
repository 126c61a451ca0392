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

    /// Changes what a scale says of itself; answers that are not given stay.
    func change(_ typed: EditTexts, version: Int) throws {
        let numbers = scale.values.compactMap(\.value.hundredths)
        let draft = try ScaleDraft(scale.texts.setting(typed), around: numbers)
        let new = draft.record(scale, version: version + 1)
        guard new.texts != scale.texts else { return }
        let changed = try connection.execute(
            """
            UPDATE mark_scale SET lv = \(new.words.lv), en = \(new.words.en), from_day = \(new.period.from),
                to_day = \(new.period.to?.number ?? 0), lowest = \(new.lowest), highest = \(new.highest),
                version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(scale.id) AND version = \(version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "mark_scale", id: scale.id) }
        try note(.markScales, scale.code, new.version, before: scale.texts, after: new.texts)
    }

    /// Changes a value; answers that are not given stay.
    func change(_ text: String, _ typed: EditTexts, version: Int) throws {
        guard let old = value(text) else { throw Refusal.noSuchPage }
        let new = try draft(old.text, old.texts.setting(typed), version: version + 1)
        guard old.texts != new.texts else { return }
        let changed = try connection.execute(
            """
            UPDATE scale_value SET hundredths = \(new.value.hundredths), level = \(new.value.level),
                counts = \(new.value.counts), sign = \(new.value.sign.rawValue), from_day = \(new.period.from),
                to_day = \(new.period.to?.number ?? 0), version = version + 1
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
        var errors = FieldErrors()
        if text.isEmpty { errors.add("text", .missingAnswer) }
        if value(text) != nil {
            errors.add(
                "text",
                Text(lv: "Skalā šāds vērtējums jau ir.", en: "The scale has this mark already.")
            )
        }
        let new = try draft(text, typed, version: 1, besides: errors)
        try connection.execute(
            """
            INSERT INTO scale_value
                (tenant_id, scale_id, text_key, text, hundredths, level, counts, sign, from_day, to_day, version)
            VALUES (\(desk.tenant), \(scale.id), \(MarkScale.key(text)), \(text), \(new.value.hundredths),
                \(new.value.level), \(new.value.counts), \(new.value.sign.rawValue), \(new.period.from),
                \(new.period.to?.number ?? 0), 1)
            """
        )
        try note(.scaleValues, ScaleRecord.row(scale.code, text), 1, before: [:], after: new.texts)
    }

    private func value(_ text: String) -> ScaleRecord.Value? {
        scale.values.first { MarkScale.key($0.text) == MarkScale.key(text) }
    }

    private func draft(
        _ text: String,
        _ typed: EditTexts,
        version: Int,
        besides found: FieldErrors = FieldErrors()
    ) throws -> ScaleRecord.Value {
        let draft = try ScaleValueDraft(typed, in: scale, besides: found)
        return ScaleRecord.Value(text: text, value: draft.value, period: draft.period, version: version)
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

extension ScaleWriter {
    /// Adds a scale without values.
    static func create(_ code: String, _ typed: EditTexts, _ desk: Desk, _ connection: Connection) throws {
        try connection.lock(tenant: desk.tenant.rawValue)
        let known = try ScaleRecord.all(desk.tenant, connection).map(\.code)
        var errors = FieldErrors()
        if let wrong = CodeWriter.wrongShape(code) { errors.add("code", wrong) }
        if known.contains(code) {
            errors.add("code", Text(lv: "Šāda skala jau ir.", en: "There is such a scale already."))
        }
        let draft = try ScaleDraft(typed, besides: errors)
        let ids = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "mark_scale", count: 1)
        let new = draft.record(id: ids.lowerBound, code: code, version: 1, values: [])
        try connection.execute(
            """
            INSERT INTO mark_scale (tenant_id, id, code, lv, en, from_day, to_day, lowest, highest, version)
            VALUES (\(desk.tenant), \(new.id), \(code), \(new.words.lv), \(new.words.en), \(new.period.from),
                \(new.period.to?.number ?? 0), \(new.lowest), \(new.highest), 1)
            """
        )
        try RegisterHistory.note(
            .markScales,
            code,
            version: 1,
            before: [:],
            after: new.texts,
            desk,
            connection
        )
    }
}
