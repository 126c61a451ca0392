internal import Frame
internal import Kernel
internal import Storage

/// A stored mark, as the evidence of a figure.
struct MarkRow: Readable {
    let pupil: PupilID
    let day: Int
    let kind: MarkKind
    let hundredths: Int
    let level: Int
    let standing: MarkStanding
    let text: String
    let subject: Int
    let batch: BatchID
    let source: Int

    init(row: inout Row) throws {
        pupil = try row.next()
        day = try row.next()
        kind = try row.next()
        hundredths = try row.next()
        level = try row.next()
        standing = try row.next()
        text = try row.next()
        subject = try row.next()
        batch = try row.next()
        source = try row.next()
    }

    /// The row with its part of a figure.
    func evidence(_ part: (Int, Int)) -> EvidenceRow {
        let words = kind.words
        var row = EvidenceRow(
            pupil: pupil,
            day: day == 0 ? nil : Day(number: day),
            words: Text(lv: "\(words.lv) „\(text)”", en: "\(words.en) “\(text)”"),
            numerator: part.0,
            denominator: part.1,
            batch: batch,
            source: SourcePlace(packed: source)
        )
        row.subject = subject
        row.isNamed = true
        return row
    }
}

extension MarkKind: SQLReadable, SQLValue {}
extension MarkStanding: SQLReadable, SQLValue {}

/// Finds the marks behind one figure.
struct MarkEvidence {
    private let condition: SQL

    init(_ selection: Selection, _ members: [Dimension: Int], kinds: [Int]) {
        let chosen = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        condition = SQL.joined([CubeFilter(selection, kinds: kinds).condition] + chosen, by: " AND ")
    }

    /// The marks in the order of their key, each with its part of the figure.
    func rows(
        _ part: (MarkRow) -> (Int, Int),
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        var found: [EvidenceRow] = []
        for mark in try connection.rows(query(tenant), as: MarkRow.self) where found.count < limit {
            let part = part(mark)
            if part != (0, 0) { found.append(mark.evidence(part)) }
        }
        return found
    }

    // The cells know whose marks they are and the marks lie together by pupil, so that no index of all marks is
    // needed.
    private func query(_ tenant: TenantID) -> SQL {
        """
        SELECT m.pupil_id, m.day, m.kind, m.hundredths, m.level, m.standing, coalesce(t.text, ''), m.subject_id,
            m.batch_id, m.source
        FROM mark m
        LEFT JOIN mark_text t ON t.tenant_id = m.tenant_id AND t.id = m.text_id
        WHERE m.tenant_id = \(tenant)
            AND m.pupil_id IN (SELECT c.pupil_id FROM mark_pupil c WHERE c.tenant_id = \(tenant) AND \(condition))
            AND \(condition)
        ORDER BY m.pupil_id, m.subject_id, m.year, m.term, m.kind, m.day, m.ordinal
        """
    }
}
