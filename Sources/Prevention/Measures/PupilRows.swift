internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Counts the different pupils of rows that people or rules make: signals, steps taken.
struct PupilRows {
    /// The table, with columns of its dimensions and `pupil_id`.
    let table: SQL
    /// Which of its rows count.
    let holds: [SQL]
    /// The day that stands for the rows of a pupil: `min(noted_on)`.
    let day: SQL
    /// What the rows are called where they are told one by one.
    let words: Text
    /// The dimensions of the measure.
    let dimensions: Set<Dimension>

    /// Pupils by member, over what is known to be nought.
    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        nought: [MemberKey: Tally],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard let condition = condition(selection, tenant) else { return [:] }
        var tallies = nought
        let columns = dimensions.map { $0.column.sql }
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        // General: the table and the condition are those of the measure.
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["count(DISTINCT pupil_id)"], by: ", ")) FROM \(table)
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let count: Int = try row.next()
            if count > 0 { tallies[key] = Tally(count, people: count) }
        }
        return tallies
    }

    /// A row for each pupil, with how many rows stand behind.
    func evidence(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        guard let condition = condition(selection, tenant, members) else { return [] }
        let rows = try connection.rows(
            """
            SELECT pupil_id, \(day), count(*) FROM \(table)
            WHERE \(condition) GROUP BY pupil_id ORDER BY pupil_id LIMIT \(limit)
            """,
            PupilID.self,
            Day.self,
            Int.self
        )
        return rows.map { pupil, day, count in
            EvidenceRow(
                pupil: pupil,
                day: day,
                words: words + Text(same: ": \(count)"),
                numerator: 1,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// Nought for each institution, class or all that have pupils in the year: there it is known that there are none.
    static func nought(
        _ selection: Selection,
        apart: Set<Dimension> = [],
        over dimensions: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let places: Set<Dimension> = [.institution, .classGroup]
        let chosen = selection.ordered.filter { !apart.contains($0.0) }
        guard places.isSuperset(of: dimensions), places.isSuperset(of: chosen.map(\.0)) else { return [:] }
        // A class is of one institution, so classes tell both; their pupils are looked for, not counted.
        func column(_ dimension: Dimension) -> SQL {
            dimension == .classGroup ? "c.id" : "c.\(dimension.column.sql)"
        }
        let columns = dimensions.map(column)
        let within = chosen.map { dimension, member -> SQL in "\(column(dimension)) = \(member)" }
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT DISTINCT \(SQL.joined(columns + ["1"], by: ", ")) FROM class_group c
            WHERE c.tenant_id = \(tenant) AND c.year = \(selection.year.start)
                AND \(SQL.joined(within + ["1 = 1"], by: " AND "))
                AND EXISTS (
                    SELECT 1 FROM enrolment e
                    WHERE e.tenant_id = c.tenant_id AND e.class_id = c.id AND \(selection.reach.rows("e."))
                )
            """
        ) { row in
            tallies[try dimensions.map { _ in try row.next(Int.self) }] = Tally(0, people: 0)
        }
        return tallies
    }

    /// The rows of a selection; nil where it asks for a part that they do not have.
    private func condition(
        _ selection: Selection,
        _ tenant: TenantID,
        _ members: [Dimension: Int] = [:]
    ) -> SQL? {
        let chosen = selection.members.merging(members) { _, member in member }.filter { $0.key != .year }
        guard dimensions.isSuperset(of: chosen.keys) else { return nil }
        let parts = chosen.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let fixed: [SQL] = [
            "tenant_id = \(tenant)", "year = \(selection.year.start)", selection.reach.rows(),
        ]
        return SQL.joined(fixed + holds + parts, by: " AND ")
    }
}
