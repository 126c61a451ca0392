internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What is done for a pupil by a plan: a number of the code list of support measures.
///
/// Boards add kinds of their own and end others; a row keeps its number, and the list its words.
struct MeasureKind: RawRepresentable, Hashable, Sendable, SQLValue, SQLReadable {
    let rawValue: Int

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Consultations in a subject: the log of consultations stands beside them.
    static let consultation = MeasureKind(rawValue: 1)
    static let mentor = MeasureKind(rawValue: 3)
    static let other = MeasureKind(rawValue: 6)
    /// Lessons at home: of plans of home study alone.
    static let lessons = MeasureKind(rawValue: 7)

    /// What a plan of a kind may be given on a day, the most usual first.
    static func offered(in kind: PlanKind, _ lists: CodeLists, on day: Day) -> [MeasureKind] {
        let all = lists.items(CodeLists.supportMeasures, on: day).compactMap { Int($0.code) }
            .map { MeasureKind(rawValue: $0) }
        let others = all.filter { $0 != .lessons }
        return kind == .home ? all.filter { $0 == .lessons } + others : others
    }

    /// Its words, also where it is used no longer.
    func words(_ lists: CodeLists) -> Text { lists.words(CodeLists.supportMeasures, String(rawValue)) }
}

/// A measure of a plan with hours planned and given, in minutes.
struct PlanMeasure: Sendable {
    let id: Int
    let kind: MeasureKind
    /// The subject; 0 for none.
    let subject: Int
    let body: CaseBody
    let provider: String
    let planned: Int
    let given: Int
    let from: Day
    let to: Day
    let ended: Day?
    /// What came of it; none while it goes on, and of those that ended before it was asked.
    let result: PlanResult
    let version: Int

    static func all(of plan: Int, _ tenant: TenantID, _ connection: Connection) throws -> [PlanMeasure] {
        try connection.rows(
            """
            SELECT id, kind, subject_id, body, provider, planned, given, from_day, to_day, ended_on, result, version
            FROM plan_measure WHERE tenant_id = \(tenant) AND plan_id = \(plan) ORDER BY id
            """
        )
    }
}

extension PlanMeasure: Readable {
    init(row: inout Row) throws {
        id = try row.next()
        kind = try row.next()
        subject = try row.next()
        body = try row.next()
        provider = try row.next()
        planned = try row.next()
        given = try row.next()
        from = try row.next()
        to = try row.next()
        let day: Day = try row.next()
        ended = day.number == 0 ? nil : day
        result = try row.next()
        version = try row.next()
    }
}

extension Format {
    /// Minutes as hours with a half or a quarter: `1,5 h`.
    func hours(_ minutes: Int) -> String {
        let scaled = (minutes * 100 + 30) / 60
        if scaled % 100 == 0 { return "\(integer(scaled / 100))\u{a0}h" }
        return scaled % 10 == 0 ? "\(decimal(scaled / 10, 1))\u{a0}h" : "\(decimal(scaled, 2))\u{a0}h"
    }
}
