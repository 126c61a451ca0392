internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// Subjects that pupils failed before a school year, as the source counts them.
///
/// The source says it of a pupil; institution, class and grade are those of the pupil's marks in the year.
struct PastFailuresMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    var factTables: Set<String> { [FactTable.pastFailures.name.text, FactTable.marks.name.text] }
    let name = "attainment/past-failures"
    let title = Text(lv: "Iepriekšējās nesekmības", en: "Past failures")
    let definition = Text(
        lv: "Cik priekšmetos izglītojamais agrākos gados nav bijis sekmīgs, kā to norāda datu avots.",
        en: "The number of subjects that the pupil failed in earlier years, as the source tells it."
    )
    let unit = MeasureUnit.count(
        Noun(lv: "nesekmīgs priekšmets", "nesekmīgi priekšmeti", en: "failure", "failures")
    )
    let dimensions: Set<Dimension> = [.institution, .year, .classGroup, .grade, .pupil]
    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution, .classGroup]) }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard let source = source(selection, tenant) else { return [:] }
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        // Few sources tell of failures: without any, marks need not be looked through.
        let known = try connection.value(
            "SELECT 1 FROM past_failures WHERE tenant_id = \(tenant) AND year = \(selection.year.start) LIMIT 1",
            Int.self
        )
        guard known != nil else { return [:] }
        let columns = dimensions.map { $0.column.sql }
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["coalesce(sum(count), 0)", "count(DISTINCT pupil_id)"], by: ", "))
            FROM (\(source)) AS failed\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let sum: Int = try row.next()
            let people: Int = try row.next()
            if people > 0 { tallies[key] = Tally(sum, people: people) }
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
        guard let source = source(selection, tenant) else { return [] }
        let chosen = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let narrowed: SQL = chosen.isEmpty ? "1 = 1" : SQL.joined(chosen, by: " AND ")
        let rows = try connection.rows(
            """
            SELECT pupil_id, count, batch_id, source FROM (\(source)) AS failed WHERE \(narrowed)
            ORDER BY pupil_id, institution_id, class_id, grade LIMIT \(limit)
            """,
            PupilID.self,
            Int.self,
            BatchID.self,
            Int.self
        )
        return rows.map { pupil, count, batch, source in
            EvidenceRow(
                pupil: pupil,
                day: nil,
                words: title,
                numerator: count,
                denominator: 1,
                batch: batch,
                source: SourcePlace(packed: source)
            )
        }
    }

    /// Failures of each pupil with where the pupil's marks of the year stand, each place once.
    private func source(_ selection: Selection, _ tenant: TenantID) -> SQL? {
        guard Set(selection.members.keys).isSubset(of: dimensions) else { return nil }
        let filter = CubeFilter(selection, kinds: nil)
        return """
            SELECT m.institution_id, m.class_id, m.grade, f.pupil_id, f.year, f.count, f.batch_id, f.source
            FROM past_failures f JOIN (
                SELECT DISTINCT pupil_id, year, institution_id, class_id, grade FROM mark_class
                WHERE tenant_id = \(tenant) AND \(filter.condition)
            ) AS m ON m.pupil_id = f.pupil_id AND m.year = f.year
            WHERE f.tenant_id = \(tenant)
            """
    }
}
