internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A count, a sum or a mean over rows of cases, plans or consultations.
///
/// People change these rows on pages, so that the measure is read each time.
struct CaseMeasure: DisclosedMeasure {
    /// Gives the rows of a year as a query with the columns of the dimensions, `pupil_id`, `day`, `n` and `d`.
    typealias Source = @Sendable (SchoolYear, TenantID) -> SQL

    /// What is made of the rows.
    enum Way: Sendable {
        /// The sum of `n`.
        case sum
        /// The sum of `n` over that of `d`.
        case mean
        /// The number of different pupils.
        case pupils
    }

    let name: String
    let title: Text
    let definition: Text
    let unit: MeasureUnit
    let dimensions: Set<Dimension>
    var disclosure: DisclosureRule
    /// The kinds it is restricted to; empty for all.
    let kinds: [Int]
    let way: Way
    let source: Source

    /// A measure over a source; `part` says which kinds of a base it is, or that it goes with the base.
    init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        _ dimensions: Set<Dimension>,
        kinds: [Int] = [],
        base: String? = nil,
        way: Way = .sum,
        source: @escaping Source
    ) {
        self.name = "prevention/\(name)"
        self.title = title
        self.definition = definition
        self.unit = unit
        self.kinds = kinds
        self.way = way
        self.source = source
        self.dimensions = dimensions.union([.pupil, .year])
        disclosure = DisclosureRule(
            base: base.map { "prevention/\($0)" } ?? self.name,
            kind: kinds.count == 1 ? kinds.first : nil,
            sumOf: kinds.count > 1 ? kinds : [],
            along: dimensions
        )
    }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else {
            throw Refusal.noSuchLayout
        }
        guard let condition = condition(selection) else { return [:] }
        let columns = dimensions.map { dimension -> SQL in
            dimension == .year ? "\(selection.year.start)" : "x.\(dimension.column.sql)"
        }
        // A year is a bound value and not grouped by.
        let grouped = dimensions.filter { $0 != .year }.map { dimension -> SQL in "x.\(dimension.column.sql)"
        }
        let grouping: SQL = grouped.isEmpty ? "" : " GROUP BY \(SQL.joined(grouped, by: ", "))"
        let sums: [SQL] = [
            "coalesce(sum(x.n), 0)", "coalesce(sum(x.d), 0)", "count(DISTINCT x.pupil_id)", "count(*)",
        ]
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT \(SQL.joined(columns + sums, by: ", ")) FROM (\(source(selection.year, tenant))) AS x
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let (top, below): (Int, Int) = (try row.next(), try row.next())
            let (people, rows): (Int, Int) = (try row.next(), try row.next())
            guard rows > 0 else { return }
            switch way {
            case .sum: tallies[key] = Tally(top, people: people)
            case .mean: tallies[key] = Tally(top, over: max(below, 1), people: people)
            case .pupils: tallies[key] = Tally(people, people: people)
            }
        }
        return tallies
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        guard let condition = condition(selection, members) else { return [] }
        // A pupil counted once is one row, whatever stands behind.
        let columns: SQL =
            way == .pupils ? "x.pupil_id, min(x.day), 1, 1" : "x.pupil_id, x.day, x.n, x.d"
        let grouping: SQL = way == .pupils ? " GROUP BY x.pupil_id" : ""
        let order: SQL = way == .pupils ? "x.pupil_id" : "x.pupil_id, x.day, x.n, x.d"
        let rows = try connection.rows(
            """
            SELECT \(columns) FROM (\(source(selection.year, tenant))) AS x
            WHERE \(condition)\(grouping) ORDER BY \(order) LIMIT \(limit)
            """,
            PupilID.self,
            Day.self,
            Int.self,
            Int.self
        )
        return rows.map { pupil, day, top, below in
            EvidenceRow(
                pupil: pupil,
                day: day,
                words: title,
                numerator: top,
                denominator: way == .mean ? below : 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// The rows of a selection; nil where it asks for a part that the rows do not have.
    private func condition(_ selection: Selection, _ members: [Dimension: Int] = [:]) -> SQL? {
        let chosen = selection.members.merging(members) { _, member in member }.filter { $0.key != .year }
        guard Set(chosen.keys).isSubset(of: dimensions) else { return nil }
        var parts: [SQL] = [selection.reach.rows("x.")]
        if !kinds.isEmpty { parts.append("x.kind IN (\(list: kinds))") }
        for (dimension, member) in chosen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            parts.append("x.\(dimension.column.sql) = \(member)")
        }
        return SQL.joined(parts, by: " AND ")
    }
}
