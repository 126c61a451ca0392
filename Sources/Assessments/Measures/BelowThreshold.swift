internal import Evidence
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Results in central examinations and the threshold of their year: the share below it, and how many lie on each side.
///
/// The threshold is the one of the rule "pass-threshold" for the examination's grade: of grade 12 5 % until
/// 2021/2022, then 10, 15, 20 %; of grade 9 10 % from 2022/2023, 15 % from 2025/2026. A year or grade
/// without one has no figure.
struct BelowThreshold: DisclosedMeasure {
    var standsStill: Bool { true }
    var rules: [String] { [PassThreshold.regulation] }
    var part = Part.share
    var name: String { part.measure }
    var title: Text { part.title }
    var definition: Text { part.definition }
    var unit: MeasureUnit {
        part == .share ? .share : .count(Noun(lv: "rezultāts", "rezultāti", en: "result", "results"))
    }
    var dimensions: Set<Dimension> { Set(Cube.assessmentPupil.dimensions) }
    /// A share tells of one pupil as soon as only one is on a side: it is shown where both sides are.
    ///
    /// A side is shown with the share or not at all, as how many results there are is known.
    var disclosure: DisclosureRule {
        DisclosureRule(
            base: name,
            along: AssessmentMeasure.directions,
            restsOn: part == .share ? BelowThreshold.sides : [Part.share.measure]
        )
    }

    /// The measures of the two sides.
    static let sides = [Part.below, .above].map(\.measure)

    private static let kinds = AssessmentSort.members(of: .centralExam)

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard let limits = try limits(selection.year, tenant, connection) else { return [:] }
        let filter = CubeFilter(selection.wholeYear, kinds: BelowThreshold.kinds)
        guard self.dimensions.isSuperset(of: filter.dimensions.union(dimensions)) else {
            throw Refusal.noSuchLayout
        }
        let along = dimensions.map(\.column.sql)
        let columns =
            along + [
                "coalesce(sum(CASE WHEN \(limits.below) THEN 1 ELSE 0 END), 0)", "count(*)",
                "count(DISTINCT \(part.person(limits.below)))",
            ]
        let grouping: SQL = along.isEmpty ? "" : " GROUP BY \(SQL.joined(along, by: ", "))"
        var tallies: [MemberKey: Tally] = [:]
        // A cell by pupil and assessment is one result.
        try connection.each(
            """
            SELECT \(SQL.joined(columns, by: ", ")) FROM assessment_pupil
            WHERE tenant_id = \(tenant) AND n > 0 AND \(filter.condition) AND \(limits.known)\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let below: Int = try row.next()
            let all: Int = try row.next()
            let people: Int = try row.next()
            if all > 0 { tallies[key] = part.tally(below, of: all, people) }
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
        guard let limits = try limits(selection.year, tenant, connection) else { return [] }
        return try ResultEvidence(selection.wholeYear, members, kinds: BelowThreshold.kinds).rows(
            { result in
                guard result.counts, let limit = limits.byGrade[result.grade] else { return (0, 0) }
                return part.counts(isBelow: result.percent < limit * 100)
            },
            tenant: tenant,
            connection,
            limit: limit
        )
    }

    private func limits(
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> ThresholdLimits? {
        let regulations = try Regulations.load(tenant, connection)
        guard let rule: PassThreshold = try regulations.parameters(on: year.last) else { return nil }
        let byGrade = [9: rule.grade9, 12: rule.grade12].compactMapValues { $0 }
        guard !byGrade.isEmpty else { return nil }
        return ThresholdLimits(byGrade: byGrade, year: year, tenant: tenant)
    }
}

/// The thresholds of one year, in whole per cents.
private struct ThresholdLimits {
    let byGrade: [Int: Int]
    let year: SchoolYear
    let tenant: TenantID

    /// Examinations of grades that have a threshold.
    var known: SQL { "assessment_id IN (\(exams(byGrade.keys.sorted())))" }

    /// Results below that of their grade.
    var below: SQL {
        let parts = byGrade.sorted { $0.key < $1.key }.map { grade, limit -> SQL in
            "(percents < \(limit * 100) AND assessment_id IN (\(exams([grade]))))"
        }
        return SQL.joined(parts, by: " OR ")
    }

    private func exams(_ grades: [Int]) -> SQL {
        """
        SELECT id FROM assessment
        WHERE tenant_id = \(tenant) AND year = \(year.start) AND grade IN (\(list: grades))
        """
    }
}
