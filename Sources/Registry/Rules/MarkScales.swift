package import Frame
package import Kernel
package import Storage

/// A scale of marks: the values it has, or, where it has none, any number with two decimals.
package struct MarkScale: Hashable, Sendable {
    /// The id.
    package let id: Int
    /// The stable code: `ten`.
    package let code: String
    /// What people call it.
    package let words: Text
    private let values: [String: Value]

    /// A value of a scale.
    package struct Value: Hashable, Sendable {
        /// The value in hundredths; nil where it is no number.
        package let hundredths: Int?
        /// The level of attainment, 1 low to 4 high; 0 for none.
        package let level: Int
        /// Whether it takes part in a mean.
        package let counts: Bool

        /// A value.
        package init(hundredths: Int?, level: Int, counts: Bool) {
            self.hundredths = hundredths
            self.level = level
            self.counts = counts
        }
    }

    init(id: Int, code: String, words: Text, values: [String: Value]) {
        self.id = id
        self.code = code
        self.words = words
        self.values = values
    }

    /// The value that a written mark stands for, or nil where the scale has no such mark.
    package func value(_ text: String) -> Value? {
        if let value = values[text] ?? values[MarkScale.key(text)] { return value }
        guard isOpen else { return nil }
        return (try? Parse.percent(text, decimals: 2)).map { Value(hundredths: $0, level: 0, counts: true) }
    }

    /// Whether any number is a mark: no value of the scale says how good it is.
    private var isOpen: Bool { values.values.allSatisfy { $0.hundredths == nil && $0.level == 0 } }

    /// What the ways of writing one mark have in common.
    package static func key(_ text: String) -> String {
        text.trimmed.lowercased()
    }
}

/// The scales of marks of a tenant.
package struct MarkScales: Sendable {
    /// The ten-point scale.
    package static let ten = "ten"
    /// The levels of acquisition of grades 1 to 3: S, T, A, P.
    package static let acquisition = "stap"
    /// Per cent.
    package static let percent = "percent"
    /// A scale from 0 to 20.
    package static let twenty = "twenty"

    private let scales: [MarkScale]

    /// Loads the scales of a tenant, without values that went out of use.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> MarkScales {
        var values: [Int: [String: MarkScale.Value]] = [:]
        try connection.each(
            """
            SELECT scale_id, text_key, hundredths, level, counts FROM scale_value
            WHERE tenant_id = \(tenant) AND to_day = 0 ORDER BY scale_id, text_key
            """
        ) { row in
            let scale: Int = try row.next()
            let key: String = try row.next()
            values[scale, default: [:]][key] = MarkScale.Value(
                hundredths: try row.next(),
                level: try row.next(),
                counts: try row.next()
            )
        }
        let rows = try connection.rows(
            "SELECT id, code, lv, en FROM mark_scale WHERE tenant_id = \(tenant) ORDER BY id",
            Int.self,
            String.self,
            String.self,
            String.self
        )
        return MarkScales(
            scales: rows.map {
                MarkScale(id: $0.0, code: $0.1, words: Text(lv: $0.2, en: $0.3), values: values[$0.0] ?? [:])
            }
        )
    }

    /// The scale of a code; the latest of several.
    package func coded(_ code: String) -> MarkScale? { scales.last { $0.code == code } }

    /// The scale of an id.
    package func numbered(_ id: Int) -> MarkScale? { scales.first { $0.id == id } }
}
