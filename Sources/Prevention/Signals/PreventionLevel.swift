internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A level of prevention (document 004, part 3): a person sets it for a pupil, the system only proposes.
enum PreventionLevel: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// For all pupils.
    case universal = 1
    /// For groups at risk.
    case targeted = 2
    /// For one pupil at high risk.
    case tailored = 3

    var words: Text {
        switch self {
        case .universal: Text(lv: "universālā prevencija", en: "universal prevention")
        case .targeted: Text(lv: "mērķtiecīgā prevencija", en: "targeted prevention")
        case .tailored: Text(lv: "pielāgotā prevencija", en: "tailored prevention")
        }
    }

    var hint: Text {
        switch self {
        case .universal: Text(lv: "Pietiek ar to, ko dara visiem.", en: "What is done for all is enough.")
        case .targeted: Text(lv: "Agrīns atbalsts riska grupai.", en: "Early support for a group at risk.")
        case .tailored: Text(lv: "Individuāls, intensīvs atbalsts.", en: "Individual, intensive support.")
        }
    }

    /// The level that is proposed at so many different signs; nil where no rule is in force.
    static func proposed(
        signs: Int,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PreventionLevel? {
        let found: PreventionLevelRule? = try Regulations.load(tenant, connection).parameters(on: day)
        guard let rule = found else { return nil }
        if signs >= rule.tailored { return .tailored }
        return signs >= rule.targeted ? .targeted : .universal
    }

    /// The level that a person had set last by a day, of those of some pupils who have one.
    static func set(
        for pupils: Set<PupilID>,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [PupilID: PreventionLevel] {
        guard !pupils.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT pupil_id, level FROM prevention_level
            WHERE tenant_id = \(tenant) AND day <= \(day) AND pupil_id IN (\(list: pupils.sorted()))
            ORDER BY pupil_id, id
            """,
            PupilID.self,
            PreventionLevel.self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }) { _, last in last }
    }
}

/// A level that somebody set for a pupil.
struct SetLevel: Sendable {
    let level: PreventionLevel
    let day: Day
    let who: String
    /// Why; sealed.
    let reason: RestrictedText
}

/// What somebody noticed of a pupil.
struct Observation: Sendable {
    let signal: Int
    let day: Day
    /// The code of the risk; empty where it is sealed with the text.
    let factor: String
    let who: String
    /// What was seen; sealed.
    let text: RestrictedText
}

/// Who looked at a signal, and what they made of it.
struct SignalStep: Sendable {
    let at: Instant
    let state: SignalState
    let who: String
}
