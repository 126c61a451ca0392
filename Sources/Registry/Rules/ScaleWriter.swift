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
        let new = try ScaleDraft(scale.texts.setting(typed)).record(scale, version: version + 1)
        try checkValues(within: new)
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

    private func draft(_ text: String, _ typed: EditTexts, version: Int) throws -> ScaleRecord.Value {
        let draft = try ScaleValueDraft(typed, in: scale)
        return ScaleRecord.Value(text: text, value: draft.value, period: draft.period, version: version)
    }

    /// Refuses bounds that leave out a number that the scale has.
    private func checkValues(within new: ScaleRecord) throws(FieldErrors) {
        let numbers = scale.values.compactMap(\.value.hundredths)
        var errors = FieldErrors()
        let words = Text(
            lv: "Skalā ir vērtējums ārpus šīs robežas; vispirms labojiet to.",
            en: "The scale has a mark beyond this bound; change that first."
        )
        if let lowest = new.lowest, let least = numbers.min(), least < lowest { errors.add("lowest", words) }
        if let highest = new.highest, let most = numbers.max(), most > highest {
            errors.add("highest", words)
        }
        if !errors.isEmpty { throw errors }
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
        try CodeWriter.checkShape(code)
        guard !known.contains(code) else {
            throw FieldErrors("code", Text(lv: "Šāda skala jau ir.", en: "There is such a scale already."))
        }
        let draft = try ScaleDraft(typed)
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
