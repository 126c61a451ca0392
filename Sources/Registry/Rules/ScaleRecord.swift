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
        /// The last day on which it was in use; nil while it is.
        package let to: Day?
        /// The version of its row, for changes.
        package let version: Int

        /// Its answers.
        package var texts: EditTexts {
            [
                "number": value.hundredths.map { EditTexts.number($0, decimals: 2) } ?? "",
                "level": String(value.level), "counts": value.counts ? "1" : "0", "to": EditTexts.day(to),
            ]
        }
    }

    /// Its answers.
    package var texts: EditTexts { ["lv": words.lv, "en": words.en] }

    static func row(_ code: String, _ text: String) -> String { "\(code)/\(MarkScale.key(text))" }

    /// The scales of a tenant in the order of their ids.
    static func all(_ tenant: TenantID, _ connection: Connection) throws -> [ScaleRecord] {
        let values = try connection.rows(
            """
            SELECT scale_id, text, hundredths, level, counts, to_day, version FROM scale_value
            WHERE tenant_id = \(tenant) ORDER BY scale_id, coalesce(hundredths, -1) DESC, level DESC, text_key
            """,
            as: Numbered.self
        )
        let byScale = Dictionary(grouping: values, by: \.scale)
        return try connection.rows(
            "SELECT id, code, lv, en, version FROM mark_scale WHERE tenant_id = \(tenant) ORDER BY id",
            Int.self,
            String.self,
            String.self,
            String.self,
            Int.self
        )
        .map {
            ScaleRecord(
                id: $0.0,
                code: $0.1,
                words: Text(lv: $0.2, en: $0.3),
                version: $0.4,
                values: (byScale[$0.0] ?? []).map(\.value)
            )
        }
    }

    private struct Numbered: Readable {
        let scale: Int
        let value: Value

        init(row: inout Row) throws {
            scale = try row.next()
            let text: String = try row.next()
            let stands = MarkScale.Value(
                hundredths: try row.next(),
                level: try row.next(),
                counts: try row.next()
            )
            let to: Day = try row.next()
            value = Value(
                text: text,
                value: stands,
                to: to.number == 0 ? nil : to,
                version: try row.next()
            )
        }
    }
}

extension ScaleRecord {
    /// The questions of a scale.
    package static let fields = [
        EditField("lv", Text(lv: "Nosaukums latviski", en: "Name in Latvian"), .line),
        EditField("en", Text(lv: "Nosaukums angliski", en: "Name in English"), .line),
    ]

    /// The questions of a value.
    package static let valueFields = [
        EditField(
            "number",
            Text(lv: "Skaitlis", en: "Number"),
            .number(decimals: 2),
            hint: Text(
                lv: "Atstājiet tukšu, ja vērtējums nav skaitlis, piemēram, nv.",
                en: "Leave it empty where the mark is no number, such as nv."
            ),
            isOptional: true
        ),
        EditField("level", Text(lv: "Apguves līmenis", en: "Level of attainment"), .choice(levels)),
        EditField(
            "counts",
            Text(lv: "Ietilpst vidējā vērtējumā", en: "Takes part in the mean"),
            .flag
        ),
        EditField(
            "to",
            Text(lv: "Lieto līdz", en: "In use until"),
            .day,
            hint: Text(
                lv:
                    "Ja diena norādīta, importējot šo vērtējumu vairs nepieņem; ievestie vērtējumi paliek.",
                en: "With a day given imports take the mark no more; marks that are there stay."
            ),
            isOptional: true
        ),
    ]

    private static let levels = [
        EditField.Choice("0", Text(lv: "nav", en: "none")),
        EditField.Choice("1", Text(lv: "1 – zemākais", en: "1, the lowest")),
        EditField.Choice("2", Text(same: "2")),
        EditField.Choice("3", Text(same: "3")),
        EditField.Choice("4", Text(lv: "4 – augstākais", en: "4, the highest")),
    ]
}
