internal import Frame
internal import Kernel
internal import Storage

/// What is done for a pupil by a plan.
enum MeasureKind: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case consultation = 1
    case specialist = 2
    case mentor = 3
    case assistant = 4
    case activity = 5
    case other = 6
    /// Lessons at home: of plans of home study alone.
    case lessons = 7

    /// What a plan of a kind may hold, the most usual first.
    static func offered(in kind: PlanKind) -> [MeasureKind] {
        let others = allCases.filter { $0 != .lessons }
        return kind == .home ? [.lessons] + others : others
    }

    var words: Text {
        switch self {
        case .consultation: Text(lv: "konsultācijas mācību priekšmetā", en: "consultations in a subject")
        case .specialist: Text(lv: "atbalsta personāla nodarbības", en: "sessions with support staff")
        case .mentor: Text(lv: "mentora atbalsts", en: "support of a mentor")
        case .assistant:
            Text(lv: "otrs pedagogs vai asistents stundā", en: "second teacher or assistant in lessons")
        case .activity: Text(lv: "interešu izglītība vai pasākumi", en: "hobby education or activities")
        case .other: Text(lv: "cits atbalsts", en: "other support")
        case .lessons: Text(lv: "mājas apmācības stundas", en: "lessons at home")
        }
    }
}

/// A measure of a plan with hours planned and given, in minutes.
struct PlanMeasure: Sendable, Readable {
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
    let version: Int

    static func all(of plan: Int, _ tenant: TenantID, _ connection: Connection) throws -> [PlanMeasure] {
        try connection.rows(
            """
            SELECT id, kind, subject_id, body, provider, planned, given, from_day, to_day, ended_on, version
            FROM plan_measure WHERE tenant_id = \(tenant) AND plan_id = \(plan) ORDER BY id
            """
        )
    }

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
