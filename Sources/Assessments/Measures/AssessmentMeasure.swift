internal import Evidence
internal import Frame
internal import Kernel
internal import Storage

/// A measure of results of assessments.
///
/// Results belong to a year and to no term: a question about a term is answered for its year.
struct AssessmentMeasure: DisclosedMeasure {
    var standsStill: Bool { true }
    private let cells: CubeMeasure
    let disclosure: DisclosureRule

    /// A measure over the cells of results.
    ///
    /// `part` tells what one result adds to numerator and denominator; results that add to neither are not among the
    /// rows behind a figure. One with kinds is the mean result of those.
    init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        numerator: Name,
        denominator: Name? = nil,
        kinds: [Int]? = nil,
        restsOn: [String] = [],
        part: @escaping @Sendable (StoredResult) -> (Int, Int)
    ) {
        cells = CubeMeasure(
            name,
            title,
            definition: definition,
            unit: unit,
            cubes: [.assessmentGroup, .assessmentPupil],
            numerator: numerator,
            denominator: denominator,
            kinds: kinds,
            rows: { selection, members, tenant, connection, limit in
                try ResultEvidence(selection, members, kinds: kinds).rows(
                    part,
                    tenant: tenant,
                    connection,
                    limit: limit
                )
            }
        )
        // A part of the results goes by the pattern of all, or their difference would tell of the rest.
        disclosure = DisclosureRule(
            base: kinds == nil ? name : "assessments/result",
            sumOf: kinds ?? [],
            along: AssessmentMeasure.directions,
            restsOn: restsOn
        )
    }

    /// The directions that figures are shown along outside the circle of those who see the pupils.
    static let directions: Set<Dimension> = [.institution, .classGroup, .grade, .subject, .kind]

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
        let all = try cells.vector(selection.wholeYear, over: dimensions, tenant: tenant, connection)
        // A cell of pupils who were absent knows of no result.
        guard unit == .share else { return all }
        return all.filter { $0.value.denominator > 0 }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try cells.evidence(
            selection.wholeYear,
            members: members,
            tenant: tenant,
            connection,
            limit: limit
        )
    }
}

extension Selection {
    /// The same selection without a term.
    var wholeYear: Selection {
        var year = self
        year.term = nil
        return year
    }
}
