package import Kernel
package import Storage

/// A measure that is a sum, a mean or a share of cells.
///
/// It takes the smallest cube that has the dimensions asked for; people are always counted from one that has pupils
/// besides, never added up over other members.
package struct CubeMeasure: Measure {
    package var standsStill: Bool { true }
    package let name: String
    package let title: Text
    package let definition: Text
    package let unit: MeasureUnit
    /// Cubes that hold the same sums, from the smallest; those with pupils last.
    package let cubes: [Cube]
    /// The additive column on top.
    package let numerator: Name
    /// The additive column below, or nil for a count.
    package let denominator: Name?
    /// A kind the cells are restricted to, or nil for all.
    package let kinds: [Int]?
    /// How the rows behind a figure are found.
    package let rows: RowFinder

    /// Finds the rows behind one figure.
    package typealias RowFinder =
        @Sendable (Selection, [Dimension: Int], TenantID, Connection, Int) throws -> [EvidenceRow]

    /// A measure over cubes.
    package init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        cubes: [Cube],
        numerator: Name,
        denominator: Name? = nil,
        kinds: [Int]? = nil,
        rows: @escaping RowFinder
    ) {
        self.name = name
        self.title = title
        self.definition = definition
        self.unit = unit
        self.cubes = cubes
        self.numerator = numerator
        self.denominator = denominator
        self.kinds = kinds
        self.rows = rows
    }

    package var dimensions: Set<Dimension> { Set(cubes.flatMap(\.dimensions)) }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        var tallies: [MemberKey: Tally] = [:]
        try sums(selection, over: dimensions, tenant: tenant, connection) { key, top, below in
            tallies[key] = Tally(top, over: below)
        }
        try countPeople(&tallies, CubeFilter(selection, kinds: kinds), dimensions, tenant, connection)
        return tallies
    }

    package func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        let filter = CubeFilter(selection, kinds: kinds)
        guard let cube = cubes.first(where: { $0.has(filter.dimensions.union(dimensions)) }) else {
            throw Refusal.noSuchLayout
        }
        var key = dimensions.map { _ in 0 }
        try connection.each(cells(cube, filter, dimensions, tenant, connection)) { row in
            for index in key.indices { key[index] = try row.next(Int.self) }
            let top = try row.next(Int.self)
            let below = try row.next(Int.self)
            // A sum over no cell is not zero: nothing is known.
            if try row.next(Int.self) > 0 { try take(key, top, below) }
        }
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows(selection, members, tenant, connection, limit)
    }

    private func cells(
        _ cube: Cube,
        _ filter: CubeFilter,
        _ along: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) -> SQL {
        let below: SQL = denominator.map { "coalesce(sum(\($0.sql)), 0)" } ?? "1"
        let columns = along.map(\.column.sql) + ["coalesce(sum(\(numerator.sql)), 0)", below, "count(*)"]
        return """
            SELECT \(SQL.joined(columns, by: ", ")) FROM \(filter.table(cube, connection))
            WHERE tenant_id = \(tenant) AND \(filter.condition)\(grouping(along))
            """
    }

    /// Whose numbers they are: people with a part in the numerator of a count, in the denominator of a ratio.
    private func countPeople(
        _ tallies: inout [MemberKey: Tally],
        _ filter: CubeFilter,
        _ along: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let needed = filter.dimensions.union(along).union([.pupil])
        guard let cube = cubes.first(where: { $0.has(needed) }) else { return }
        let counted = (denominator ?? numerator).sql
        let columns = along.map(\.column.sql) + ["count(DISTINCT pupil_id)"]
        let query: SQL = """
            SELECT \(SQL.joined(columns, by: ", ")) FROM \(filter.table(cube, connection))
            WHERE tenant_id = \(tenant) AND \(filter.condition) AND \(counted) > 0\(grouping(along))
            """
        for key in tallies.keys { tallies[key]?.people = 0 }
        try connection.each(query) { row in
            let key = try along.map { _ in try row.next(Int.self) }
            tallies[key]?.people = try row.next(Int.self)
        }
    }

    private func grouping(_ along: [Dimension]) -> SQL {
        along.isEmpty ? "" : " GROUP BY \(SQL.joined(along.map(\.column.sql), by: ", "))"
    }
}

/// The condition a selection puts on a cube, or on facts with the same columns, and the dimensions it needs.
package struct CubeFilter {
    /// The dimensions that the condition speaks of.
    package private(set) var dimensions: Set<Dimension> = [.year]
    private(set) var conditions: [SQL]
    private var isOfOnePupil = false

    /// The condition of a selection, restricted to kinds where there are any.
    package init(_ selection: Selection, kinds: [Int]?) {
        conditions = ["year = \(selection.year.start)"]
        for (dimension, member) in selection.ordered { restrict(dimension, member) }
        if let kinds {
            dimensions.insert(.kind)
            conditions.append("kind IN (\(list: kinds))")
        }
        limit(to: selection.reach)
    }

    /// The condition, without the tenant.
    package var condition: SQL { SQL.joined(conditions, by: " AND ") }

    /// A cube as it is read under the condition: by the pupil where it is about one.
    package func table(_ cube: Cube, _ connection: Connection) -> SQL {
        connection.table(cube.name.sql, by: isOfOnePupil ? cube.byPupil?.sql : nil)
    }

    private mutating func restrict(_ dimension: Dimension, _ member: Int) {
        dimensions.insert(dimension)
        if dimension == .pupil { isOfOnePupil = true }
        conditions.append("\(dimension.column.sql) = \(member)")
    }

    private mutating func limit(to reach: Reach) {
        guard let limit = reach.limit else { return }
        dimensions.formUnion(limit.dimensions)
        conditions.append(limit.condition)
    }
}
