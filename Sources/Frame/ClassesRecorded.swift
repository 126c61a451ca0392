package import Kernel
package import Storage

/// Classes of which there are data of a sort: what tells that marks, absences or results are missing.
///
/// It is about no person, so it is never hidden.
package struct ClassesRecorded: Measure {
    package var standsStill: Bool { true }
    package let name: String
    package let title: Text
    package let definition: Text
    package let unit = MeasureUnit.count(
        Noun(lv: "klase", "klases", en: "class", "classes")
    )
    /// The cells of the data, by class.
    package let cube: Cube
    /// The kinds of cells that count, or nil for all.
    package let kinds: [Int]?

    /// Classes with a cell in a cube that has a class.
    package init(_ name: String, _ title: Text, definition: Text, cube: Cube, kinds: [Int]? = nil) {
        self.name = name
        self.title = title
        self.definition = definition
        self.cube = cube
        self.kinds = kinds
    }

    package var dimensions: Set<Dimension> { Set(cube.dimensions) }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard let condition = condition(selection, dimensions, tenant) else { return [:] }
        let columns = dimensions.map(\.column.sql)
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["count(DISTINCT class_id)"], by: ", ")) FROM \(cube.name.sql)
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let classes = try row.next(Int.self)
            if classes > 0 { tallies[key] = Tally(classes) }
        }
        return tallies
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let chosen = Array(members.keys)
        guard let condition = condition(selection, chosen, tenant) else { return [] }
        let narrowed = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { member -> SQL in
            "\(member.key.column.sql) = \(member.value)"
        }
        let classes = try connection.rows(
            """
            SELECT DISTINCT class_id FROM \(cube.name.sql)
            WHERE \(SQL.joined([condition] + narrowed, by: " AND ")) ORDER BY class_id LIMIT \(limit)
            """,
            Int.self
        )
        return classes.map { EvidenceRow(classNumber: $0) }
    }

    /// Nil where the cube does not know what is asked.
    private func condition(_ selection: Selection, _ along: [Dimension], _ tenant: TenantID) -> SQL? {
        let filter = CubeFilter(selection, kinds: kinds)
        guard cube.has(filter.dimensions.union(along).union([.classGroup])) else { return nil }
        return "tenant_id = \(tenant) AND class_id > 0 AND \(filter.condition)"
    }
}
