internal import Frame
internal import Kernel
internal import Storage

/// The mean result in central examinations as the state published it by institution and subject.
///
/// A published mean has one decimal or two, so its numerator is a product and not a sum of results.
struct ReportedResult: Measure {
    var standsStill: Bool { true }
    let name = "assessments/reported-result"
    let title = Text(
        lv: "Publicētais vidējais rezultāts eksāmenos",
        en: "Published mean result in examinations"
    )
    let definition = Text(
        lv: """
            Valsts publicētais centralizētā eksāmena vidējais rezultāts iestādē; vairāki kopā ir vidējais no visiem \
            kārtotājiem, nevis no iestāžu vidējiem.
            """,
        en: """
            The mean result of a central examination in an institution as the state published it; several together are \
            the mean over all takers, not over means of institutions.
            """
    )
    let unit = MeasureUnit.share
    let dimensions: Set<Dimension> = [.year, .institution, .subject]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { return [:] }
        var tallies: [MemberKey: Tally] = [:]
        for row in try rows(selection, tenant, connection) {
            let key = dimensions.map { row.member($0) }
            var tally = tallies[key] ?? Tally(0, over: 0, people: 0, isPublic: true)
            tally.numerator += row.mean * row.takers
            tally.denominator += row.takers * ResultCells.full
            tally.people = (tally.people ?? 0) + row.takers
            tallies[key] = tally
        }
        return tallies.filter { $0.value.denominator > 0 }
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows(selection, tenant, connection)
            .filter { row in members.allSatisfy { row.member($0.key) == $0.value } }
            .prefix(limit)
            .map(\.evidence)
    }

    /// What was published of a selection: nothing of a part of an institution, and of grades there is one.
    static func published(_ selection: Selection) -> Selection? {
        var whole = selection
        (whole.grade, whole.term) = (nil, nil)
        guard ReportedResult().dimensions.isSuperset(of: whole.members.keys) else { return nil }
        whole.reach = selection.reach.everything ? .all : selection.reach.ofInstitutions
        return whole
    }

    private func rows(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [ReportedRow] {
        guard let whole = ReportedResult.published(selection) else { return [] }
        return try connection.rows(
            """
            SELECT year, institution_id, subject_id, level, takers, mean, batch_id, source FROM exam_report
            WHERE tenant_id = \(tenant) AND \(CubeFilter(whole, kinds: nil).condition)
            ORDER BY institution_id, subject_id, level
            """
        )
    }
}

/// A published summary.
private struct ReportedRow: Readable {
    let year: Int
    let institution: Int
    let subject: Int
    let level: AssessmentLevel
    let takers: Int
    let mean: Int
    let batch: BatchID
    let source: Int

    init(row: inout Row) throws {
        year = try row.next()
        institution = try row.next()
        subject = try row.next()
        level = try row.next()
        takers = try row.next()
        mean = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    func member(_ dimension: Dimension) -> Int {
        switch dimension {
        case .year: year
        case .institution: institution
        case .subject: subject
        default: 0
        }
    }

    var evidence: EvidenceRow {
        EvidenceRow(
            pupil: PupilID(rawValue: 0),
            day: nil,
            words: Text(
                lv: "Kārtotāji: \(takers), vidēji \(Format(.lv).decimal(mean, 2))\u{a0}%",
                en: "Takers: \(takers), mean \(Format(.en).decimal(mean, 2))%"
            ),
            numerator: mean * takers,
            denominator: takers * ResultCells.full,
            batch: batch,
            source: SourcePlace(packed: source)
        )
    }
}

extension Reach {
    /// The institutions of it only: nothing narrower was published.
    fileprivate var ofInstitutions: Reach {
        var reach = Reach()
        for institution in institutions { reach.add(Scope(institution: institution)) }
        return reach
    }
}
