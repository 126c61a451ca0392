import Evidence
import Frame
package import Kernel
package import Storage

/// An item of a code list with its row version.
package struct CodeRecord: Sendable {
    /// The item.
    package let item: CodeItem
    /// The version of its row, for changes.
    package let version: Int

    /// Its answers.
    package var texts: EditTexts {
        let texts: EditTexts = [
            "lv": item.words.lv, "en": item.words.en, "position": String(item.position),
            "to": EditTexts.day(item.to),
        ]
        guard let kind = AbsenceKind(rawValue: item.kind) else { return texts }
        return texts.setting([CodeListKind.kindField.name: kind.code])
    }

    /// The kind of absence that it counts as; nil where values of its list have none.
    package var countsAs: Text? { AbsenceKind(rawValue: item.kind)?.words }

    /// Whether it may be used on a day.
    package func holds(on day: Day) -> Bool {
        item.from <= day && (item.to.map { day <= $0 } ?? true)
    }

    var row: String { CodeRecord.row(item.list, item.code) }

    static func row(_ list: String, _ code: String) -> String { "\(list)/\(code)" }

    /// The items of a list in order, of a code with several periods the latest; the shipped ones, at version 1, where
    /// the tenant has none.
    static func all(
        _ list: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [CodeRecord] {
        let own = try connection.rows(
            """
            SELECT version, list, code, from_day, to_day, lv, en, position, is_editable, counts_as FROM code_list
            WHERE tenant_id = \(tenant) AND list = \(list) ORDER BY position, code, from_day
            """,
            as: CodeRecord.self
        )
        guard own.isEmpty else {
            let latest = Dictionary(own.map { ($0.item.code, $0.item.from) }) { max($0, $1) }
            return own.filter { latest[$0.item.code] == $0.item.from }
        }
        return CodeSeeds.all.filter { $0.list == list }.map { CodeRecord(item: $0, version: 1) }
    }
}

extension CodeRecord: Readable {
    package init(row: inout Row) throws {
        version = try row.next()
        item = try CodeItem(row: &row)
    }
}
