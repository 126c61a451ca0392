internal import Frame
internal import Kernel
internal import Storage

/// The tenant's scales of marks, as written marks are read on them.
struct MarkScales: Sendable {
    /// The code of the ten-point scale.
    static let tenPoint = "10"
    /// The code of per cents.
    static let percent = "percent"

    private let scales: [MarkScale]

    init(_ scales: [MarkScale]) {
        self.scales = scales
    }

    /// Loads the scales with their texts.
    static func load(_ tenant: TenantID, _ connection: Connection) throws -> MarkScales {
        let scales: [MarkScale] = try connection.rows(
            """
            SELECT id, code, from_day, to_day FROM mark_scale WHERE tenant_id = \(tenant)
            ORDER BY code, from_day, id
            """
        )
        let values: [ScaleText] = try connection.rows(
            """
            SELECT scale_id, text, hundredths, level, counts FROM scale_value WHERE tenant_id = \(tenant)
            ORDER BY scale_id, text_key
            """
        )
        let byScale = Dictionary(grouping: values, by: \.scale)
        return MarkScales(scales.map { $0.with(byScale[$0.id] ?? []) })
    }

    /// The scale with a code that holds on a day.
    func scale(_ code: String, on day: Day) -> MarkScale? {
        scales.first { $0.code == code && $0.holds(on: day) }
    }

    /// The codes, for people who named one that there is not.
    var codes: [String] { Set(scales.map(\.code)).sorted() }
}

/// One scale in one period of validity.
struct MarkScale: Readable {
    let id: Int
    let code: String
    private let from: Int
    private let to: Int
    private var values: [String: MarkReading] = [:]

    init(row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        from = try row.next()
        to = try row.next()
    }

    init(id: Int, code: String, from: Int = 0, to: Int = 0) {
        self.id = id
        self.code = code
        self.from = from
        self.to = to
    }

    func holds(on day: Day) -> Bool { from <= day.number && (to == 0 || day.number <= to) }

    /// The scale with its texts.
    func with(_ texts: [ScaleText]) -> MarkScale {
        var scale = self
        for text in texts { scale.values[text.text.lowercased()] = text.reading }
        return scale
    }

    /// What a text says, or nil where the scale does not have it. Numbers are compared as numbers: `7,0` is 7.
    func read(_ text: String) -> MarkReading? {
        let key = text.lowercased()
        if let reading = values[key] { return reading }
        // Journals write "na" for what the scale calls "nv".
        if key == "na" { return values["nv"] }
        guard let hundredths = try? Parse.decimal(text, decimals: 2), hundredths % 100 == 0 else { return nil }
        return values[String(hundredths / 100)]
    }
}

/// One text of a scale.
struct ScaleText: Readable {
    let scale: Int
    let text: String
    private let hundredths: Int?
    private let level: Int
    private let counts: Bool

    init(row: inout Row) throws {
        scale = try row.next()
        text = try row.next()
        hundredths = try row.next()
        level = try row.next()
        counts = try row.next()
    }

    init(scale: Int, text: String, hundredths: Int?, level: Int, counts: Bool) {
        self.scale = scale
        self.text = text
        self.hundredths = hundredths
        self.level = level
        self.counts = counts
    }

    var reading: MarkReading {
        MarkReading(hundredths: hundredths, level: level, standing: standing, scale: scale)
    }

    private var standing: MarkStanding {
        switch text.lowercased() {
        case "nv": .missing
        case "a": .exempt
        default: counts && hundredths != nil ? .counted : .uncounted
        }
    }
}
