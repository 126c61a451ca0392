import Evidence
import Frame
import Kernel
import Storage

/// Writes items of one code list within a transaction.
struct CodeWriter {
    let kind: CodeListKind
    /// The items as they stood when the transaction began.
    let items: [CodeRecord]
    private let desk: Desk
    private let connection: Connection

    /// A writer; a tenant that had nothing of the list takes over the shipped one first.
    init(_ kind: CodeListKind, _ desk: Desk, _ connection: Connection) throws {
        self.kind = kind
        self.desk = desk
        self.connection = connection
        try connection.lock(tenant: desk.tenant.rawValue)
        let count = try connection.value(
            "SELECT count(*) FROM code_list WHERE tenant_id = \(desk.tenant) AND list = \(kind.name)",
            Int.self
        )
        items = try CodeRecord.all(kind.name, desk.tenant, connection)
        if count == 0 { for item in items { try put(item) } }
    }

    /// What is wrong with a code that files could not carry; nil where nothing is.
    static func wrongShape(_ code: String) -> Text? {
        guard !code.isEmpty else { return .missingAnswer }
        let plain = code.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: "-")
            }
        }
        if plain, code.utf8.count <= 40, code != "new" { return nil }
        return Text(
            lv:
                "Kodā lietojiet mazos burtus bez diakritiskajām zīmēm, ciparus un defises, līdz 40 rakstzīmēm.",
            en: "Use small letters without marks, digits and hyphens in a code, up to 40 characters."
        )
    }

    /// What is wrong with a code that files could not carry, or that the list has; nil where nothing is.
    func wrongCode(_ code: String) -> Text? {
        if let wrong = CodeWriter.wrongShape(code) { return wrong }
        if kind.isNumbered, Int(code).map({ $0 > 0 && $0 < 10_000 && String($0) == code }) != true {
            return Text(
                lv: "Šajā sarakstā kods ir skaitlis no 1 līdz 9999.",
                en: "In this list a code is a number from 1 to 9999."
            )
        }
        guard items.contains(where: { $0.item.code == code }) else { return nil }
        return Text(lv: "Šāds kods sarakstā jau ir.", en: "The list has this code already.")
    }

    /// Reads answers; throws ``FieldErrors`` where they cannot be kept, together with what was found before.
    ///
    /// `old` is the item that they are to change, or nil.
    func draft(
        _ typed: EditTexts,
        code: String,
        from: Day,
        old: CodeItem?,
        besides found: FieldErrors = FieldErrors()
    ) throws(FieldErrors) -> CodeItem {
        var reader = FieldReader(typed, besides: found)
        if old == nil, let wrong = wrongCode(code) { reader.fail("code", wrong) }
        let words = Text(lv: reader.words("lv"), en: reader.words("en"))
        let position = reader.number("position", in: 0...9999) ?? 0
        let to = reader.day("to")
        if to != nil, !kind.isOpen { reader.fail("to", Refusal.closedList(kind).message) }
        if let to, to < from {
            reader.fail(
                "to",
                Text(
                    lv: "Pēdējā diena ir pirms pirmās dienas.",
                    en: "The last day is before the first."
                )
            )
        }
        for (name, text) in [("lv", words.lv), ("en", words.en)] where isTaken(text, by: code) {
            reader.fail(
                name,
                Text(
                    lv: "Tā sauc citu saraksta vērtību; importējot tās nevarētu atšķirt.",
                    en: "Another value of the list is called so; an import could not tell them apart."
                )
            )
        }
        let counted = kind.hasKinds ? AbsenceKind.counted(old, &reader) : 0
        try reader.finish()
        return CodeItem(
            list: kind.name,
            code: code,
            from: from,
            to: to,
            words: words,
            position: position,
            isEditable: old?.isEditable ?? true,
            kind: counted
        )
    }

    /// Puts an item in the place of one that was read at a version; where nothing differs, nothing is written.
    func replace(_ old: CodeRecord, by new: CodeItem, version: Int) throws -> CodeRecord {
        guard old.item != new else { return old }
        let changed = try connection.execute(
            """
            UPDATE code_list SET to_day = \(new.to?.number ?? 0), lv = \(new.words.lv), en = \(new.words.en),
                position = \(new.position), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND list = \(kind.name) AND code = \(new.code)
                AND from_day = \(new.from) AND version = \(version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "code_list", id: 0) }
        let record = CodeRecord(item: new, version: version + 1)
        try note(record, before: old.texts)
        return record
    }

    func insert(_ new: CodeItem) throws -> CodeRecord {
        let record = CodeRecord(item: new, version: 1)
        try put(record)
        try note(record, before: [:])
        return record
    }

    private func isTaken(_ text: String, by code: String) -> Bool {
        let key = LatvianKey.search(text)
        return items.contains { record in
            let item = record.item
            guard item.code != code else { return false }
            return [item.code, item.words.lv, item.words.en].contains { LatvianKey.search($0) == key }
        }
    }

    private func put(_ record: CodeRecord) throws {
        let item = record.item
        try connection.execute(
            """
            INSERT INTO code_list
                (tenant_id, list, code, from_day, to_day, lv, en, position, is_editable, counts_as, version)
            VALUES (\(desk.tenant), \(item.list), \(item.code), \(item.from), \(item.to?.number ?? 0),
                \(item.words.lv), \(item.words.en), \(item.position), \(item.isEditable), \(item.kind),
                \(record.version))
            """
        )
    }

    private func note(_ record: CodeRecord, before: EditTexts) throws {
        try RegisterHistory.note(
            .codeLists,
            record.row,
            version: record.version,
            before: before,
            after: record.texts,
            desk,
            connection
        )
    }
}

extension AbsenceKind {
    /// The number of the kind that a reason counts as: told when its code is made, and kept from then on, as lessons were
    /// counted by it.
    fileprivate static func counted(_ old: CodeItem?, _ reader: inout FieldReader) -> Int {
        let name = CodeListKind.kindField.name
        let told = reader.choice(name, AbsenceKind.allCases.map(\.code), optional: old != nil)
        let kind = AbsenceKind(code: told)?.rawValue ?? 0
        guard let old else { return kind }
        if kind != 0, kind != old.kind {
            reader.fail(
                name,
                Text(
                    lv:
                        "To vairs nevar mainīt, jo pēc tā jau skaitīts; norādiet kodam pēdējo dienu un pievienojiet jaunu.",
                    en:
                        "It cannot change any more, as lessons are counted by it; end this code and add a new one."
                )
            )
        }
        return old.kind
    }
}
