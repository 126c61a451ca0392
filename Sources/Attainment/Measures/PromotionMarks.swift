internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The marks of one period that promotion is decided by: on the ten-point scale, and on any where all that is asked
/// is that there is an assessment.
struct PromotionMarks {
    /// A pupil with the number of subjects below the condition.
    struct Pupil {
        let id: PupilID
        let institution: Int
        let classGroup: Int
        let grade: Int
        let below: Int
        let isPromoted: Bool
    }

    /// A subject in which a pupil does not meet the condition.
    struct Failing {
        let pupil: PupilID
        let subject: Int
        /// The mark in hundredths; nil for `nv`.
        let mark: Int?
    }

    /// Where a mark came from.
    struct Place {
        let batch: BatchID
        let source: SourcePlace
    }

    private let rule: PromotionRule
    private let condition: SQL
    private let period: SQL
    /// Grades that a mark of so many points is asked of; of the others any assessment will do.
    private let marked: SQL
    private let tenant: TenantID

    /// Nil where no rule is in force in the year.
    init?(_ selection: Selection, _ tenant: TenantID, _ connection: Connection) throws {
        let regulations = try Regulations.load(tenant, connection)
        let found: PromotionRule? = try regulations.parameters(on: selection.year.last)
        guard let found, !found.spans.isEmpty else { return nil }
        guard Set(selection.members.keys).isSubset(of: PromotedMeasure().dimensions) else { return nil }
        rule = found
        self.tenant = tenant
        var period = selection
        period.term = selection.term ?? 0
        let kind = selection.term == nil ? MarkKind.year : MarkKind.term
        let scale = try MarkScales.load(tenant, connection).coded(MarkScales.ten)?.id ?? 0
        let filter = CubeFilter(period, kinds: [kind.rawValue])
        let spans = found.spans.map { span -> SQL in
            span.minimum == 0
                ? "grade BETWEEN \(span.from) AND \(span.to)"
                : "(grade BETWEEN \(span.from) AND \(span.to) AND scale_id = \(scale))"
        }
        let asked = found.spans.filter { $0.minimum > 0 }.map { span -> SQL in
            "grade BETWEEN \(span.from) AND \(span.to)"
        }
        marked = asked.isEmpty ? "1 = 0" : "(\(SQL.joined(asked, by: " OR ")))"
        self.period = """
            tenant_id = \(tenant) AND \(filter.condition)
                AND (\(SQL.joined(spans, by: " OR ")))
            """
        condition = "\(self.period) AND (n > 0 OR nv > 0 OR NOT \(marked))"
    }

    /// The shares of pupils who meet the condition, by members.
    func shares(over dimensions: [Dimension], _ connection: Connection) throws -> [MemberKey: Tally] {
        // The year and the term are the selection's own and so one member each.
        let along = dimensions.map(\.column.sql)
        let keys: SQL = along.isEmpty ? "" : "\(SQL.joined(along, by: ", ")), "
        let grouping: SQL = along.isEmpty ? "" : " GROUP BY \(SQL.joined(along, by: ", "))"
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT \(keys)coalesce(sum(CASE WHEN \(fails) THEN 0 ELSE 1 END), 0), count(*), count(DISTINCT pupil_id)
            FROM (\(byPupil)) p\(grouping)
            """
        ) { row in
            let key = try dimensions.map { _ in try row.next(Int.self) }
            let promoted: Int = try row.next()
            let all: Int = try row.next()
            let people: Int = try row.next()
            if all > 0 { tallies[key] = Tally(promoted, over: all, people: people) }
        }
        return tallies
    }

    /// The pupils of some members, by id.
    func pupils(_ members: [Dimension: Int], _ connection: Connection) throws -> [Pupil] {
        let chosen = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let narrowed: SQL = chosen.isEmpty ? "1 = 1" : SQL.joined(chosen, by: " AND ")
        return try connection.rows(
            """
            SELECT pupil_id, institution_id, class_id, grade, below, CASE WHEN \(fails) THEN 0 ELSE 1 END
            FROM (\(byPupil)) p WHERE \(narrowed) ORDER BY pupil_id, institution_id, class_id, grade
            """,
            as: Pupil.self
        )
    }

    /// The subjects of pupils who do not meet the condition.
    func failing(_ pupils: [PupilID], _ connection: Connection) throws -> [Failing] {
        try connection.rows(
            """
            SELECT pupil_id, subject_id, sum(n), sum(sum) FROM mark_pupil
            WHERE \(condition) AND pupil_id IN (\(list: pupils)) AND \(isBelow)
            GROUP BY pupil_id, subject_id ORDER BY pupil_id, subject_id
            """,
            as: Failing.self
        )
    }

    /// Where the lowest mark of each pupil stood in the files: `nv` is lower than any number.
    func places(_ pupils: [PupilID], _ connection: Connection) throws -> [PupilID: Place] {
        let rows = try connection.rows(
            """
            SELECT pupil_id, batch_id, source FROM mark
            WHERE \(period) AND pupil_id IN (\(list: pupils)) AND (standing IN (1, 2) OR (standing = 0 AND NOT \(marked)))
            ORDER BY pupil_id, hundredths, subject_id, day, ordinal
            """,
            PupilID.self,
            BatchID.self,
            Int.self
        )
        let places = rows.map { ($0.0, Place(batch: $0.1, source: SourcePlace(packed: $0.2))) }
        return Dictionary(places) { first, _ in first }
    }

    /// The shares of pupils who meet the condition by their marks of special status: special programme, civilian of
    /// Ukraine, re-emigrant.
    func sharesByStatus(_ connection: Connection) throws -> [(status: [Bool], tally: Tally)] {
        var shares: [(status: [Bool], tally: Tally)] = []
        try connection.each(
            """
            SELECT s.is_special, s.is_ukraine, s.is_reemigrant,
                coalesce(sum(CASE WHEN \(fails) THEN 0 ELSE 1 END), 0), count(*), count(DISTINCT p.pupil_id)
            FROM (\(byPupil)) p JOIN pupil s ON s.tenant_id = \(tenant) AND s.id = p.pupil_id
            GROUP BY s.is_special, s.is_ukraine, s.is_reemigrant
            ORDER BY s.is_special, s.is_ukraine, s.is_reemigrant
            """
        ) { row in
            let status = try (0..<3).map { _ in try row.next(Bool.self) }
            let promoted: Int = try row.next()
            let all: Int = try row.next()
            let people: Int = try row.next()
            shares.append((status, Tally(promoted, over: all, people: people)))
        }
        return shares
    }

    /// Pupils of a class with the number of subjects below.
    ///
    /// Who has marks is told by the smaller cube, so that of the rows by subject, fifteen times as many, only those below
    /// the condition are sorted.
    private var byPupil: SQL {
        """
        SELECT a.pupil_id, a.institution_id, a.class_id, a.grade, a.year, a.term, coalesce(b.below, 0) AS below
        FROM (
            SELECT DISTINCT institution_id, class_id, grade, pupil_id, year, term FROM mark_class WHERE \(condition)
        ) a
        LEFT JOIN (
            SELECT institution_id, class_id, grade, pupil_id, count(DISTINCT subject_id) AS below
            FROM mark_pupil WHERE \(condition) AND \(isBelow)
            GROUP BY institution_id, class_id, grade, pupil_id
        ) b ON b.institution_id = a.institution_id AND b.class_id = a.class_id AND b.grade = a.grade
            AND b.pupil_id = a.pupil_id
        """
    }

    /// Whether the mark of a cell is below the least one of its grade, or missing.
    private var isBelow: SQL {
        let parts = rule.spans.map { span -> SQL in
            "(grade BETWEEN \(span.from) AND \(span.to) AND (nv > 0 OR sum < \(span.minimum * 100) * n))"
        }
        return "(\(SQL.joined(parts, by: " OR ")))"
    }

    /// Whether more subjects are below than the grade allows.
    private var fails: SQL {
        let parts = rule.spans.map { span -> SQL in
            "(grade BETWEEN \(span.from) AND \(span.to) AND below > \(span.allowedBelow))"
        }
        return "(\(SQL.joined(parts, by: " OR ")))"
    }
}

extension PromotionMarks.Pupil: Readable {
    init(row: inout Row) throws {
        id = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        below = try row.next()
        isPromoted = try row.next(Int.self) == 1
    }
}

extension PromotionMarks.Failing: Readable {
    init(row: inout Row) throws {
        pupil = try row.next()
        subject = try row.next()
        let n: Int = try row.next()
        let sum: Int = try row.next()
        mark = n > 0 ? Exact.divide(sum, by: n) : nil
    }
}
