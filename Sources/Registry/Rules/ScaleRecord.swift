import Frame
package import Kernel
import Storage

/// A scale of marks with its values, as an editor sees it.
package struct ScaleRecord: Sendable {
    /// The id.
    package let id: Int
    /// The stable code: `ten`.
    package let code: String
    /// What people call it.
    package let words: Text
    /// When marks are given on it.
    package let period: ScalePeriod
    /// The least mark in hundredths; nil where nobody said it.
    package let lowest: Int?
    /// The greatest mark in hundredths; nil where nobody said it.
    package let highest: Int?
    /// The version of its row, for changes.
    package let version: Int
    /// Its values, numbers from the highest, then signs.
    package let values: [Value]

    /// A value of a scale, as an editor sees it.
    package struct Value: Sendable {
        /// The mark as it is written.
        package let text: String
        /// What it stands for.
        package let value: MarkScale.Value
        /// When it is in use.
        package let period: ScalePeriod
        /// The version of its row, for changes.
        package let version: Int

        /// Its answers.
        package var texts: EditTexts {
            let number = value.hundredths.map { EditTexts.number($0, decimals: 2) } ?? ""
            return [
                "number": number, "level": String(value.level), "counts": value.counts ? "1" : "0",
                "sign": String(value.sign.rawValue), "from": ScaleRecord.first(period),
                "to": EditTexts.day(period.to),
            ]
        }
    }

    /// Its answers.
    package var texts: EditTexts {
        let least = lowest.map { EditTexts.number($0, decimals: 2) } ?? ""
        let most = highest.map { EditTexts.number($0, decimals: 2) } ?? ""
        return [
            "lv": words.lv, "en": words.en, "from": ScaleRecord.first(period),
            "to": EditTexts.day(period.to), "lowest": least, "highest": most,
        ]
    }

    /// The first day of a period as an answer; empty where it has none.
    private static func first(_ period: ScalePeriod) -> String {
        period.from.number > 0 ? EditTexts.day(period.from) : ""
    }

    static func row(_ code: String, _ text: String) -> String { "\(code)/\(MarkScale.key(text))" }

    /// The scales of a tenant in the order of their ids.
    static func all(_ tenant: TenantID, _ connection: Connection) throws -> [ScaleRecord] {
        let values = try connection.rows(
            """
            SELECT scale_id, text, hundredths, level, counts, sign, from_day, to_day, version FROM scale_value
            WHERE tenant_id = \(tenant) ORDER BY scale_id, coalesce(hundredths, -1) DESC, level DESC, text_key
            """,
            as: Numbered.self
        )
        let byScale = Dictionary(grouping: values, by: \.scale)
        let rows = try connection.rows(
            """
            SELECT id, code, lv, en, from_day, to_day, lowest, highest, version FROM mark_scale
            WHERE tenant_id = \(tenant) ORDER BY id
            """,
            as: Head.self
        )
        return rows.map { $0.record((byScale[$0.id] ?? []).map(\.value)) }
    }

    /// A row of scales without its values.
    private struct Head: Readable {
        let id: Int
        private let code: String
        private let words: Text
        private let period: ScalePeriod
        private let lowest: Int?
        private let highest: Int?
        private let version: Int

        init(row: inout Row) throws {
            id = try row.next()
            code = try row.next()
            words = Text(lv: try row.next(), en: try row.next())
            period = try ScalePeriod(row: &row)
            lowest = try row.next()
            highest = try row.next()
            version = try row.next()
        }

        func record(_ values: [Value]) -> ScaleRecord {
            ScaleRecord(
                id: id,
                code: code,
                words: words,
                period: period,
                lowest: lowest,
                highest: highest,
                version: version,
                values: values
            )
        }
    }

    private struct Numbered: Readable {
        let scale: Int
        let value: Value

        init(row: inout Row) throws {
            scale = try row.next()
            value = Value(
                text: try row.next(),
                value: try MarkScale.Value(row: &row),
                period: try ScalePeriod(row: &row),
                version: try row.next()
            )
        }
    }
}
