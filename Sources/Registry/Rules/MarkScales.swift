package import Frame
package import Kernel
package import Storage

/// A scale of marks: the values it has, or, where it has none, any number with two decimals between its bounds.
package struct MarkScale: Hashable, Sendable {
    /// The id.
    package let id: Int
    /// The stable code: `ten`.
    package let code: String
    /// What people call it.
    package let words: Text
    /// When marks are given on it.
    package let period: ScalePeriod
    /// The numbers between which marks without a value of their own lie; nil where each mark is a value.
    private let bounds: ClosedRange<Int>?
    private let values: [String: Entry]

    /// A value of a scale.
    package struct Value: Hashable, Sendable {
        /// The value in hundredths; nil where it is no number.
        package let hundredths: Int?
        /// The level of attainment, 1 low to 4 high; 0 for none.
        package let level: Int
        /// Whether it takes part in a mean.
        package let counts: Bool
        /// What it says where it is no mark.
        package let sign: ScaleSign

        /// A value.
        package init(hundredths: Int?, level: Int, counts: Bool, sign: ScaleSign = .plain) {
            self.hundredths = hundredths
            self.level = level
            self.counts = counts
            self.sign = sign
        }
    }

    /// A value as it is written, with the days on which it is in use.
    struct Entry: Hashable, Sendable {
        let text: String
        let value: Value
        let period: ScalePeriod
    }

    init(
        id: Int,
        code: String,
        words: Text,
        period: ScalePeriod,
        bounds: ClosedRange<Int>?,
        values: [String: Entry]
    ) {
        self.id = id
        self.code = code
        self.words = words
        self.period = period
        self.bounds = bounds
        self.values = values
    }

    /// The value that a written mark stands for on a day, or nil where the scale has no such mark then.
    ///
    /// Without a day it is what the scale says while nothing has ended.
    package func value(_ text: String, on day: Day? = nil) -> Value? {
        guard isUsed(period, on: day) else { return nil }
        if let entry = values[text] ?? values[MarkScale.key(text)] {
            return isUsed(entry.period, on: day) ? entry.value : nil
        }
        guard let bounds, isOpen, let number = try? Parse.percent(text, decimals: 2) else { return nil }
        return bounds.contains(number) ? Value(hundredths: number, level: 0, counts: true) : nil
    }

    /// Whether the scale writes a mark in these very letters: `A` is a level where `a` is a pupil who is exempt.
    package func writes(_ text: String, on day: Day?) -> Bool {
        guard let entry = values[MarkScale.key(text)] else { return false }
        return entry.text == text.trimmed && isUsed(entry.period, on: day) && isUsed(period, on: day)
    }

    /// The lowest and the highest number of the scale in hundredths; nil where it has no numbers.
    var span: ClosedRange<Int>? {
        if let bounds, isOpen { return bounds }
        let numbers = values.values.compactMap { entry in
            (try? Parse.decimal(entry.text, decimals: 2)) == entry.value.hundredths
                ? entry.value.hundredths : nil
        }
        guard let lowest = numbers.min(), let highest = numbers.max() else { return nil }
        return lowest...highest
    }

    private func isUsed(_ period: ScalePeriod, on day: Day?) -> Bool {
        day.map { period.holds(on: $0) } ?? (period.to == nil)
    }

    /// Whether any number is a mark: no value of the scale says how good it is.
    private var isOpen: Bool {
        values.values.allSatisfy { $0.value.hundredths == nil && $0.value.level == 0 }
    }

    /// What the ways of writing one mark have in common.
    package static func key(_ text: String) -> String {
        text.trimmed.lowercased()
    }
}

/// The days on which a scale, or a value of one, is in use.
package struct ScalePeriod: Hashable, Sendable {
    /// The first day; the beginning of all days where there is none.
    package let from: Day
    /// The last day; nil while there is none.
    package let to: Day?

    /// A period from one day to another.
    package init(from: Day = Day(number: 0), to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether a day lies in it.
    package func holds(on day: Day) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}

/// What a sign in the place of a mark says.
package enum ScaleSign: Int, CaseIterable, Sendable {
    /// Nothing beside itself: it is a mark, or, as `ieskaitīts`, counts nowhere.
    case plain = 0
    /// The pupil has no mark yet (`nv`): it counts as lacking.
    case missing = 1
    /// The pupil is exempt (`a`): no mark is expected.
    case exempt = 2
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
    /// The signs of preschool journals: acquired, partly acquired, still to learn.
    package static let preschool = "preschool"

    private let scales: [MarkScale]

    /// Loads the scales of a tenant, with what went out of use: old marks are read by it.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> MarkScales {
        var values: [Int: [String: MarkScale.Entry]] = [:]
        try connection.each(
            """
            SELECT scale_id, text_key, text, hundredths, level, counts, sign, from_day, to_day FROM scale_value
            WHERE tenant_id = \(tenant) ORDER BY scale_id, text_key
            """
        ) { row in
            let scale: Int = try row.next()
            let key: String = try row.next()
            values[scale, default: [:]][key] = try MarkScale.Entry(row: &row)
        }
        let rows = try connection.rows(
            """
            SELECT id, code, lv, en, from_day, to_day, lowest, highest FROM mark_scale
            WHERE tenant_id = \(tenant) ORDER BY id
            """,
            as: MarkScaleRow.self
        )
        return MarkScales(scales: rows.map { $0.scale(values[$0.id] ?? [:]) })
    }

    /// The scale of a code; the latest of several.
    package func coded(_ code: String) -> MarkScale? { scales.last { $0.code == code } }

    /// The scale in use that goes to a highest mark and, where one is said, from a lowest, both in hundredths.
    ///
    /// Nil where there is none, or where several could be meant.
    package func spanning(_ lowest: Int?, _ highest: Int) -> MarkScale? {
        let found = scales.filter { scale in
            guard scale.period.to == nil, let span = scale.span else { return false }
            return span.upperBound == highest && (lowest == nil || span.lowerBound == lowest)
        }
        return found.count == 1 ? found[0] : nil
    }

    /// The scale of an id.
    package func numbered(_ id: Int) -> MarkScale? { scales.first { $0.id == id } }
}

/// A row of scales without its values.
private struct MarkScaleRow: Readable {
    let id: Int
    private let code: String
    private let words: Text
    private let period: ScalePeriod
    private let bounds: ClosedRange<Int>?

    init(row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        words = Text(lv: try row.next(), en: try row.next())
        period = try ScalePeriod(row: &row)
        let lowest: Int? = try row.next()
        let highest: Int? = try row.next()
        if let lowest, let highest, lowest <= highest {
            bounds = lowest...highest
        } else {
            bounds = nil
        }
    }

    func scale(_ values: [String: MarkScale.Entry]) -> MarkScale {
        MarkScale(id: id, code: code, words: words, period: period, bounds: bounds, values: values)
    }
}

extension ScalePeriod {
    /// The period of a row: its first day, then its last, 0 for none.
    init(row: inout Row) throws {
        from = try row.next()
        let end: Day = try row.next()
        to = end.number == 0 ? nil : end
    }
}

extension MarkScale.Value {
    /// The value of a row: number, level, whether it counts, sign.
    init(row: inout Row) throws {
        hundredths = try row.next()
        level = try row.next()
        counts = try row.next()
        sign = ScaleSign(rawValue: try row.next()) ?? .plain
    }
}

extension MarkScale.Entry {
    /// The entry of a row: the mark as written, its value, its period.
    init(row: inout Row) throws {
        text = try row.next()
        value = try MarkScale.Value(row: &row)
        period = try ScalePeriod(row: &row)
    }
}
