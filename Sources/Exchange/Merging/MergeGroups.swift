import Frame
package import Kernel
import Storage

/// What becomes of rows of two pupils that tell different things of the same.
package enum MergeKeep: String, Sendable, CaseIterable {
    /// Those of the pupil whose number counts.
    case survivor
    /// Those of the other one.
    case other
    /// Both, as far as their keys let them stand side by side.
    case both

    /// What people read.
    package var words: Text {
        switch self {
        case .survivor: Text(lv: "saglabātā numura ieraksti", en: "the records of the number that stays")
        case .other: Text(lv: "pievienotā numura ieraksti", en: "the records of the number that is joined")
        case .both:
            Text(lv: "abi, ciktāl tie var pastāvēt līdzās", en: "both, as far as they can stand side by side")
        }
    }
}

/// Tables whose rows are decided on together: numbered rows with one key, as an entry and its text, or one table alone.
struct MergeFamily {
    let tables: [MergedTable]

    /// The table that the family is named after: the one with facts.
    var name: String { tables[0].name }
    var hasOrdinal: Bool { tables[0].hasOrdinal }

    /// The families among tables with the pupil in their key.
    static func all(_ tables: [MergedTable]) -> [MergeFamily] {
        let keyed = tables.filter(\.isKeyed)
        var families: [MergeFamily] = []
        for table in keyed {
            guard table.hasOrdinal else {
                families.append(MergeFamily(tables: [table]))
                continue
            }
            let same = keyed.filter { $0.key == table.key }
            let sorted = same.filter { $0.fact != nil } + same.filter { $0.fact == nil }
            if table.name == sorted[0].name { families.append(MergeFamily(tables: sorted)) }
        }
        return families
    }

    /// What rows of are the same thing: all of the key but the pupil and the number; of stays the institution.
    var subject: [String] {
        if isOfStays { return ["institution_id"] }
        return tables[0].key.filter { $0 != tables[0].column && !(hasOrdinal && $0 == "ordinal") }
    }

    /// Stays have days: two of one institution are at odds only where they overlap.
    var isOfStays: Bool { name == "enrolment" }
}

/// Rows of two pupils about the same thing.
struct MergeGroup {
    let family: MergeFamily
    /// What they are about: the values of the family's subject.
    let subject: [Value]
    /// Rows of the pupil whose number counts, by table of the family.
    var own: [[[Value]]]
    /// Rows of the other one.
    var others: [[[Value]]]

    /// How they stand to each other.
    enum State {
        /// The pupil whose number counts has none that they would meet.
        case free
        /// All that the other one has is told of the first one too.
        case same
        /// They tell different things.
        case differs
    }

    var state: State {
        guard own.contains(where: { !$0.isEmpty }), !family.isOfStays || overlaps else { return .free }
        for (index, table) in family.tables.enumerated() {
            let told = Set(own[index].map { table.told($0) })
            guard others[index].allSatisfy({ told.contains(table.told($0)) }) else { return .differs }
        }
        return .same
    }

    private var overlaps: Bool {
        let table = family.tables[0]
        func days(_ row: [Value]) -> ClosedRange<Int> {
            let (from, to) = (table.number("from_day", row), table.number("to_day", row))
            return from...(to == 0 ? Int.max : max(from, to))
        }
        return own[0].contains { mine in others[0].contains { days($0).overlaps(days(mine)) } }
    }

    /// How far numbered rows of the other pupil move up, so that they stand behind those that are there.
    var shift: Int {
        func numbers(_ rows: [[[Value]]]) -> [Int] {
            zip(family.tables, rows).flatMap { table, rows in rows.map { table.number("ordinal", $0) } }
        }
        return (numbers(own).max() ?? 0) - (numbers(others).min() ?? 0) + 1
    }

    /// The groups that the other pupil has rows in.
    static func all(
        _ family: MergeFamily,
        _ survivor: PupilID,
        _ other: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MergeGroup] {
        let subject = family.subject
        let empty = [[[Value]]](repeating: [], count: family.tables.count)
        var (groups, order) = ([[Value]: MergeGroup](), [[Value]]())
        for (index, table) in family.tables.enumerated() {
            let rows = MergedRows(table: table, tenant: tenant, connection: connection)
            for row in try rows.of(other) {
                let key = subject.map { table.value($0, row) }
                if groups[key] == nil { order.append(key) }
                groups[
                    key,
                    default: MergeGroup(family: family, subject: key, own: empty, others: empty)
                ]
                .others[index].append(row)
            }
        }
        guard !groups.isEmpty else { return [] }
        for (index, table) in family.tables.enumerated() {
            let rows = MergedRows(table: table, tenant: tenant, connection: connection)
            for row in try rows.of(survivor) {
                groups[subject.map { table.value($0, row) }]?.own[index].append(row)
            }
        }
        return order.compactMap { groups[$0] }
    }
}

/// Records of two pupils that tell different things of the same, before they are joined.
package struct MergeContradiction: Sendable {
    /// The table, by which a choice names it.
    package let table: String
    /// Of how many things.
    package let count: Int
    /// Some of the things, each by the columns that name it.
    let examples: [[(column: String, value: Value)]]

    /// What is shown of a table at most.
    private static let most = 10

    static func all(
        _ tables: [MergedTable],
        _ survivor: PupilID,
        _ other: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MergeContradiction] {
        try MergeFamily.all(tables).compactMap { family in
            let found = try MergeGroup.all(family, survivor, other, tenant, connection)
                .filter { $0.state == .differs }
            guard !found.isEmpty else { return nil }
            return MergeContradiction(
                table: family.name,
                count: found.count,
                examples: found.prefix(most).map { group in
                    zip(family.subject, group.subject).map { (column: $0.0, value: $0.1) }
                }
            )
        }
    }
}
