internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Entries of behaviour of some kinds: how many, by pupil, class, month and kind.
///
/// The rows behind a figure tell the kind and never the text.
struct BehaviourMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    var factTables: Set<String> { [FactTable.behaviourEntries.name.text] }
    private let cells: CubeMeasure
    let disclosure: DisclosureRule

    /// A measure of some kinds, or of all.
    init(_ name: String, _ title: Text, definition: Text, kinds: [BehaviourKind]?) {
        let numbers = kinds?.map(\.rawValue)
        cells = CubeMeasure(
            name,
            title,
            definition: definition,
            unit: .count(Noun(lv: "ieraksts", "ieraksti", en: "entry", "entries")),
            cubes: [.behaviourGroup, .behaviourPupil],
            numerator: "entries",
            kinds: numbers,
            rows: { selection, members, tenant, connection, limit in
                try BehaviourEvidence(selection, members, numbers).rows(tenant, connection, limit)
            }
        )
        disclosure = DisclosureRule(base: name, along: [.institution, .classGroup, .term])
    }

    var name: String { cells.name }
    var title: Text { cells.title }
    var definition: Text { cells.definition }
    var unit: MeasureUnit { cells.unit }
    var dimensions: Set<Dimension> { cells.dimensions }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        try cells.vector(selection, over: dimensions, tenant: tenant, connection)
    }

    func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        try cells.sums(selection, over: dimensions, tenant: tenant, connection, take)
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try cells.evidence(selection, members: members, tenant: tenant, connection, limit: limit)
    }

    /// Every measure of the room.
    static let all: [any Measure] = [entries, praise, concerns]

    /// All entries.
    static let entries = BehaviourMeasure(
        "behaviour/entries",
        Text(lv: "Uzvedības ieraksti", en: "Behaviour entries"),
        definition: Text(
            lv: "Ieraksti par izglītojamo uzvedību žurnālos, visi veidi kopā.",
            en: "Entries about pupils' behaviour in journals, all kinds together."
        ),
        kinds: nil
    )

    /// Praise.
    static let praise = BehaviourMeasure(
        "behaviour/praise",
        Text(lv: "Uzslavas", en: "Praise"),
        definition: Text(
            lv: "Uzslavas un pateicības izglītojamajiem žurnālos.",
            en: "Praise and thanks to pupils in journals."
        ),
        kinds: [.praise]
    )

    /// Remarks, breaches and conflicts: a signal of the risk of leaving early.
    static let concerns = BehaviourMeasure(
        "behaviour/concerns",
        Text(lv: "Piezīmes un pārkāpumi", en: "Remarks and breaches"),
        definition: Text(
            lv: "Piezīmes, noteikumu pārkāpumi un konflikti žurnālos.",
            en: "Remarks, breaches of rules and conflicts in journals."
        ),
        kinds: [.remark, .breach, .conflict]
    )
}

/// Finds the entries behind one figure.
private struct BehaviourEvidence {
    private let condition: SQL

    init(_ selection: Selection, _ members: [Dimension: Int], _ kinds: [Int]?) {
        var parts = [CubeFilter(selection, kinds: kinds).condition]
        for (dimension, member) in members.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard dimension == .month else {
                parts.append("\(dimension.column.sql) = \(member)")
                continue
            }
            // Facts have a day instead of a month.
            let month = Month(number: member)
            parts.append("day BETWEEN \(month.first) AND \(month.last)")
        }
        condition = SQL.joined(parts, by: " AND ")
    }

    func rows(_ tenant: TenantID, _ connection: Connection, _ limit: Int) throws -> [EvidenceRow] {
        let rows = try connection.rows(
            """
            SELECT pupil_id, day, kind, batch_id, source FROM behaviour_entry
            WHERE tenant_id = \(tenant) AND \(condition)
            ORDER BY pupil_id, day, ordinal LIMIT \(limit)
            """,
            PupilID.self,
            Day.self,
            BehaviourKind.self,
            BatchID.self,
            Int.self
        )
        return rows.map { pupil, day, kind, batch, source in
            EvidenceRow(
                pupil: pupil,
                day: day,
                words: kind.words,
                numerator: 1,
                denominator: 1,
                batch: batch,
                source: SourcePlace(packed: source)
            )
        }
    }
}
