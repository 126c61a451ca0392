internal import Frame
internal import Kernel
internal import Storage

/// A stored result of a whole work, as the evidence of a figure.
struct StoredResult: Readable {
    let pupil: PupilID
    let status: ResultStatus
    let points: Int
    let most: Int
    /// In hundredths, as it was written or the points make it; −1 where there is none.
    let exact: Int
    /// What of it counts.
    let percent: Int
    let assessment: String
    let english: String
    let grade: Int
    let day: Int
    let batch: BatchID
    let source: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        status = try row.next()
        points = try row.next()
        most = try row.next()
        exact = try row.next()
        let kind: Int = try row.next()
        percent = AssessmentSort(member: kind)?.counted(exact) ?? exact
        assessment = try row.next()
        english = try row.next()
        grade = try row.next()
        day = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    /// Whether it takes part in means.
    var counts: Bool { status == .took && percent >= 0 }

    /// Whether its points are known beside the most there were.
    var isScored: Bool { counts && points >= 0 && most > 0 }

    /// The row with its part of a figure.
    func evidence(_ part: (Int, Int)) -> EvidenceRow {
        let names = Assessment.words(assessment, english)
        let result = percent >= 0 ? result : status.words
        var row = EvidenceRow(
            pupil: pupil,
            day: day == 0 ? nil : Day(number: day),
            words: names + Text(same: ": ") + result,
            numerator: part.0,
            denominator: part.1,
            batch: batch,
            source: SourcePlace(packed: source)
        )
        row.isNamed = true
        return row
    }

    private var result: Text {
        let (lv, en) = (Format(.lv), Format(.en))
        let counted = Text(lv: "\(lv.decimal(percent, 2))\u{a0}%", en: "\(en.decimal(percent, 2))%")
        guard exact != percent else { return counted }
        return counted
            + Text(lv: " (precīzi \(lv.decimal(exact, 2))\u{a0}%)", en: " (exactly \(en.decimal(exact, 2))%)")
    }
}

extension ResultStatus {
    /// What people call it.
    var words: Text {
        switch self {
        case .took: Text(lv: "kārtots", en: "taken")
        case .absent: Text(lv: "nav piedalījies", en: "absent")
        case .exempt: Text(lv: "atbrīvots", en: "exempt")
        case .notCounted: Text(lv: "netiek ieskaitīts", en: "not counted")
        }
    }
}

/// Finds the results behind one figure.
struct ResultEvidence {
    private let condition: SQL

    init(_ selection: Selection, _ members: [Dimension: Int], kinds: [Int]? = nil) {
        let chosen = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let filter = CubeFilter(selection, kinds: kinds)
        condition = SQL.joined([filter.condition] + chosen, by: " AND ")
    }

    /// The results in the order of pupil and assessment, each with its part of the figure.
    func rows(
        _ part: (StoredResult) -> (Int, Int),
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        var found: [EvidenceRow] = []
        for result in try connection.rows(query(tenant), as: StoredResult.self) where found.count < limit {
            let part = part(result)
            if part != (0, 0) { found.append(result.evidence(part)) }
        }
        return found
    }

    // The cells know whose results they are, so that no index of all results is needed.
    private func query(_ tenant: TenantID) -> SQL {
        """
        SELECT r.pupil_id, r.status, r.points, r.max_points, r.percent, r.kind, a.name_lv, a.name_en, a.grade, a.day,
            r.batch_id, r.source
        FROM (
            SELECT pupil_id, assessment_id, status, points, max_points, percent, kind, batch_id,
                source
            FROM assessment_result
            WHERE tenant_id = \(tenant) AND part = 0 AND pupil_id IN (
                SELECT pupil_id FROM assessment_pupil WHERE tenant_id = \(tenant) AND \(condition)
            ) AND \(condition)
        ) AS r
        JOIN assessment a ON a.tenant_id = \(tenant) AND a.id = r.assessment_id
        ORDER BY r.pupil_id, r.assessment_id
        """
    }
}
