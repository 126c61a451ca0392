internal import Frame
package import Kernel
internal import Registry
internal import Storage

/// A signal: a rule that a pupil's data met, with what it showed.
struct RiskSignal: Sendable {
    let id: Int
    let pupil: PupilID
    let rule: String
    let quantity: Int
    let year: SchoolYear
    let term: Int
    let institution: InstitutionID
    let classGroup: ClassID
    let grade: Int
    let notedOn: Day
    /// Nil while it is open.
    let endedOn: Day?
    let state: SignalState
    let version: Int
    /// What was shown last, or on the day that was asked about.
    let shown: ShownReading

    /// Where it belongs.
    var scope: Scope {
        Scope(
            institution: institution,
            classGroup: classGroup.rawValue > 0 ? classGroup : nil,
            pupil: pupil
        )
    }

    var place: RiskPlace { RiskPlace(pupil: pupil, term: term) }
}

/// What a signal showed from a day on.
struct ShownReading: Hashable, Sendable {
    let ordinal: Int
    let day: Day
    /// The record of the rule that said so, by its first day and version.
    let ruleFrom: Day
    let ruleVersion: Int
    let threshold: Int
    let reading: RiskReading
}

/// How far people are with a signal.
package enum SignalState: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Nobody has looked yet.
    case new = 1
    /// Somebody looks into it.
    case review = 2
    /// Somebody looked and keeps an eye on it.
    case watched = 3

    /// What people call it.
    package var words: Text {
        switch self {
        case .new: Text(lv: "jauna", en: "new")
        case .review: Text(lv: "tiek izvērtēta", en: "under review")
        case .watched: Text(lv: "novērošanā", en: "watched")
        }
    }
}

extension RiskSignal: Readable {
    /// The columns that a signal is read from, `s` being the signal and `r` its reading.
    static let columns: SQL = """
        s.id, s.pupil_id, s.rule, s.quantity, s.year, s.term, s.institution_id, s.class_id, s.grade, s.noted_on,
        s.ended_on, s.state, s.version, r.ordinal, r.day, r.rule_from, r.rule_version, r.threshold, r.value, r.base,
        r.past, r.past_base
        """

    init(row: inout Row) throws {
        id = try row.next()
        pupil = try row.next()
        rule = try row.next()
        quantity = try row.next()
        year = SchoolYear(try row.next())
        term = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        notedOn = try row.next()
        let end: Day = try row.next()
        endedOn = end.number == 0 ? nil : end
        state = try row.next()
        version = try row.next()
        shown = try ShownReading(row: &row)
    }
}

extension ShownReading: Readable {
    init(row: inout Row) throws {
        ordinal = try row.next()
        day = try row.next()
        ruleFrom = try row.next()
        ruleVersion = try row.next()
        threshold = try row.next()
        let value: Int = try row.next()
        let base: Int = try row.next()
        let past: Int = try row.next()
        reading = RiskReading(value, of: base, past: past, of: try row.next())
    }
}
