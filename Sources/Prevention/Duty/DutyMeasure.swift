internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Pupils for whom a step in case of unexcused absence was recorded.
struct DutyMeasure: DisclosedMeasure {
    let name: String
    let title: Text
    let definition: Text
    let unit = MeasureUnit.count(Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils"))
    let dimensions: Set<Dimension> = [.institution, .year, .term, .classGroup, .pupil]
    private let step: DutyStep

    var disclosure: DisclosureRule { DisclosureRule(base: name, along: [.institution, .term]) }

    private init(_ step: DutyStep) {
        self.step = step
        name = DutyMeasure.name(step)
        let about = step.words
        title = Text(lv: "Rīcība kavējumu gadījumā: \(about.lv)", en: "Steps in case of absence: \(about.en)")
        definition = Text(
            lv:
                "Izglītojamie, kuriem mācību gadā vai semestrī pierakstīts, ka šis solis veikts (\(about.lv)).",
            en: "Pupils of whom it is recorded in the year or term that this step was taken (\(about.en))."
        )
    }

    /// One for each step.
    static let all: [any Measure] = DutyStep.allCases.map { DutyMeasure($0) }

    static func name(_ step: DutyStep) -> String { "prevention/duty-\(step.rawValue)" }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else {
            throw Refusal(
                .usage,
                Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
                advice: Text(
                    lv: "Izvēlieties iestādi, klasi vai semestri.",
                    en: "Choose an institution, a class or a term."
                )
            )
        }
        guard let condition = condition(selection, tenant) else { return [:] }
        var tallies = try known(selection, dimensions, tenant, connection)
        let columns = dimensions.map { $0.column.sql }
        let grouping: SQL = columns.isEmpty ? "" : " GROUP BY \(SQL.joined(columns, by: ", "))"
        try connection.each(
            """
            SELECT \(SQL.joined(columns + ["count(DISTINCT pupil_id)"], by: ", ")) FROM duty_entry
            WHERE \(condition)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let count: Int = try row.next()
            if count > 0 { tallies[key] = Tally(count, people: count) }
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
        guard let condition = condition(selection, tenant, members) else { return [] }
        let rows = try connection.rows(
            """
            SELECT pupil_id, max(day), count(*) FROM duty_entry
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
                words: Text(lv: "Ieraksti: \(count)", en: "Entries: \(count)"),
                numerator: 1,
                denominator: 1,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }

    /// Nought for each institution or class that has pupils: there it is known that nothing was recorded.
    private func known(
        _ selection: Selection,
        _ dimensions: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let places: Set<Dimension> = [.institution, .classGroup]
        let chosen = selection.members.filter { $0.key != .term }
        guard Set(dimensions).isSubset(of: places), Set(chosen.keys).isSubset(of: places) else { return [:] }
        let columns = dimensions.map { dimension -> SQL in "e.\(dimension.column.sql)" }
        let within = chosen.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "e.\(dimension.column.sql) = \(member)"
        }
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT DISTINCT \(SQL.joined(columns + ["1"], by: ", ")) FROM enrolment e
            JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(tenant) AND c.year = \(selection.year.start)
                AND \(DutyMeasure.reached(selection.reach, "e."))
                AND \(SQL.joined(within + ["1 = 1"], by: " AND "))
            """
        ) { row in
            tallies[try dimensions.map { _ in try row.next(Int.self) }] = Tally(0, people: 0)
        }
        return tallies
    }

    private static func reached(_ reach: Reach, _ of: SQL) -> SQL {
        guard !reach.everything else { return "1 = 1" }
        return """
            (\(of)institution_id IN (\(list: reach.institutions.sorted()))
            OR \(of)class_id IN (\(list: reach.classes.sorted())) OR \(of)pupil_id IN (\(list: reach.pupils.sorted())))
            """
    }

    private func condition(
        _ selection: Selection,
        _ tenant: TenantID,
        _ members: [Dimension: Int] = [:]
    ) -> SQL? {
        let chosen = selection.members.merging(members) { _, member in member }.filter { $0.key != .year }
        guard Set(chosen.keys).isSubset(of: dimensions) else { return nil }
        var parts: [SQL] = [
            "tenant_id = \(tenant)", "year = \(selection.year.start)", "undone_at = 0",
            "step = \(step.number)",
            DutyMeasure.reached(selection.reach, ""),
        ]
        for (dimension, member) in chosen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            parts.append("\(dimension.column.sql) = \(member)")
        }
        return SQL.joined(parts, by: " AND ")
    }
}
