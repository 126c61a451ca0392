internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils with open signals of risk that data gave, of all rules or of those about one quantity.
///
/// What a person noticed is left out: it is no count of anything but of people's attention.
struct SignalMeasure: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .year, .classGroup, .grade, .pupil]
    private let quantity: RiskQuantity?

    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution, .classGroup]) }

    private init(_ quantity: RiskQuantity?) {
        self.quantity = quantity
        name = SignalMeasure.name(quantity)
        let about = quantity?.words
        title =
            about.map { Text(lv: "Riska pazīmes: \($0.lv)", en: "Signs of risk: \($0.en)") }
            ?? Text(lv: "Izglītojamie ar riska pazīmēm", en: "Pupils with signs of risk")
        definition = Text(
            lv: """
                Izglītojamie, kuriem mācību gadā ir spēkā esoša datos atrasta riska pazīme\(about.map { " (\($0.lv))" } ?? ""). \
                Pazīme nav slēdziens par bērnu: to izvērtē cilvēks.
                """,
            en: """
                Pupils with an open sign of risk in the year that was found in data\(about.map { " (\($0.en))" } ?? ""). A sign \
                is no verdict on a child: a person looks into it.
                """
        )
    }

    /// The measure of all signals, and one for each quantity that data give.
    static let all: [any Measure] =
        [SignalMeasure(nil)] + counted.map { SignalMeasure($0) as any Measure }

    /// The quantities that data give.
    static let counted = RiskQuantity.allCases.filter { $0 != .observation }

    static func name(_ quantity: RiskQuantity?) -> String {
        "prevention/signals" + (quantity.map { "-\($0.rawValue)" } ?? "")
    }

    private var rows: PupilRows {
        PupilRows(
            table: "risk_signal",
            holds: [
                "ended_on = 0",
                quantity.map { "quantity = \($0.number)" }
                    ?? "quantity <> \(RiskQuantity.observation.number)",
            ],
            day: "min(noted_on)",
            words: Text(lv: "Riska pazīmes", en: "Signs of risk"),
            dimensions: dimensions
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        // That nobody has signs of one quantity may mean that no data tell of it.
        let nought =
            try quantity == nil
            ? PupilRows.nought(selection, over: dimensions, tenant, connection) : [:]
        return try rows.vector(selection, over: dimensions, nought: nought, tenant, connection)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows.evidence(selection, members, tenant, connection, limit: limit)
    }
}
