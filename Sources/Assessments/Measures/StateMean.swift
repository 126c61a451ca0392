internal import Frame
internal import Kernel
internal import Storage

/// The mean of the state's pupils in a test or examination, as the state published it.
///
/// It is a number of the register of assessments, about the whole country: no place narrows it, and of several
/// assessments there is one each, never a common mean.
struct StateMean: Measure {
    var standsStill: Bool { true }
    let name = "assessments/state-mean"
    let title = Text(lv: "Vidējais rezultāts valstī", en: "Mean result in the state")
    let definition = Text(
        lv: "Valsts publicētais visu izglītojamo vidējais rezultāts pārbaudes darbā, procentos.",
        en: "The mean result of all the state's pupils in a test, in per cent, as the state published it."
    )
    let unit = MeasureUnit.share
    let dimensions: Set<Dimension> = [.assessment, .year]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard dimensions == [.assessment] || selection.assessment != nil else { return [:] }
        let chosen: SQL = selection.assessment.map { "id = \($0)" } ?? "1 = 1"
        let rows = try connection.rows(
            """
            SELECT id, state_mean FROM assessment
            WHERE tenant_id = \(tenant) AND year = \(selection.year.start) AND state_mean >= 0 AND \(chosen)
            ORDER BY id
            """,
            Int.self,
            Int.self
        )
        let means = rows.map { id, mean in
            (
                dimensions.map { $0 == .year ? selection.year.start : id },
                Tally(mean, over: ResultCells.full, isPublic: true)
            )
        }
        return Dictionary(means) { first, _ in first }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        var selection = selection
        selection.assessment = members[.assessment] ?? selection.assessment
        let means = try vector(selection, over: [.assessment], tenant: tenant, connection)
        return means.sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(limit).map { _, mean in
            EvidenceRow(
                pupil: PupilID(rawValue: 0),
                day: nil,
                words: title,
                numerator: mean.numerator,
                denominator: mean.denominator,
                batch: BatchID(rawValue: 0),
                source: .none
            )
        }
    }
}
