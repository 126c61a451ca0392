internal import Frame
internal import Kernel
internal import Storage

/// The published mean results of the state, as far as they are known.
///
/// What the register of assessments says of a work counts first, then the table of state means, then what Sekme
/// ships. A number that was taken back hides the shipped one.
struct StateMeans {
    /// A published mean.
    struct Mean: Hashable {
        /// In hundredths of a per cent.
        let hundredths: Int
        /// Where it was published; empty where nobody said.
        let source: String
    }

    private var means: [Key: Mean] = [:]

    private struct Key: Hashable {
        let year: Int
        let work: Work
    }

    /// The mean of a work in a year; nil where none is known.
    func mean(_ work: Work, in year: SchoolYear) -> Mean? {
        means[Key(year: year.start, work: work)].flatMap { $0.hundredths < 0 ? nil : $0 }
    }

    /// Loads all means of a tenant.
    static func load(_ tenant: TenantID, _ connection: Connection) throws -> StateMeans {
        var means = StateMeans()
        try means.takeShipped(tenant, connection)
        for row in try StateMeanRow.all(tenant, connection) {
            means.means[Key(year: row.year.start, work: row.work)] = Mean(
                hundredths: row.mean,
                source: row.source
            )
        }
        means.take(try AssessmentBook.withMeans(tenant, connection))
        return means
    }

    /// Shipped means go by the names of subjects, which every tenant numbers by itself.
    private mutating func takeShipped(_ tenant: TenantID, _ connection: Connection) throws {
        let subjects = try connection.rows(
            "SELECT search_key, id FROM subject WHERE tenant_id = \(tenant) ORDER BY id DESC",
            String.self,
            Int.self
        )
        let numbers = Dictionary(subjects) { _, first in first }
        for shipped in ShippedMeans.all {
            guard let subject = numbers[LatvianKey.search(shipped.subject)] else { continue }
            let sort = AssessmentSort(.centralExam, shipped.level)
            let work = Work(sort, subject: subject, grade: shipped.grade)
            means[Key(year: shipped.year.start, work: work)] = Mean(
                hundredths: shipped.mean,
                source: shipped.source
            )
        }
    }

    /// Two works that differ in nothing but their names have no common mean.
    private mutating func take(_ known: [Assessment]) {
        let works = Dictionary(grouping: known) { Key(year: $0.year.start, work: Work($0)) }
        for (key, works) in works {
            guard works.count == 1, let mean = works[0].stateMean else { continue }
            means[key] = Mean(hundredths: mean, source: works[0].words.lv)
        }
    }
}

/// A row of the table of state means.
struct StateMeanRow: Readable {
    let year: SchoolYear
    let work: Work
    let mean: Int
    let source: String

    init(row: inout Row) throws {
        year = SchoolYear(try row.next(Int.self))
        let kind: AssessmentKind = try row.next()
        let level: AssessmentLevel = try row.next()
        let grade: Int = try row.next()
        let subject: Int = try row.next()
        work = Work(AssessmentSort(kind, level), subject: subject, grade: grade)
        mean = try row.next()
        source = try row.next()
    }

    /// The rows of a tenant, or those of one year.
    static func all(
        _ tenant: TenantID,
        _ connection: Connection,
        year: SchoolYear? = nil
    ) throws -> [StateMeanRow] {
        let condition: SQL = year.map { "year = \($0.start)" } ?? "1 = 1"
        return try connection.rows(
            """
            SELECT year, kind, level, grade, subject_id, mean, source FROM state_mean
            WHERE tenant_id = \(tenant) AND \(condition) ORDER BY year, kind, level, grade, subject_id
            """
        )
    }
}
