package import Kernel

/// What a date is of, by which people look for theirs among many; the raw value stands in addresses.
package enum DueKind: String, CaseIterable, Sendable {
    /// Signs of risk that want a look.
    case signals
    /// Steps over unexcused absence.
    case absence
    /// Cases of support: reviews, invitations, owners.
    case cases
    /// Tasks of cases, meetings and programmes.
    case tasks
    /// Individual plans that are to be assessed.
    case plans
    /// Measures of support whose end is to be recorded.
    case measures
    /// Referrals that want an answer.
    case referrals
    /// Meetings of teams.
    case meetings
    /// Programmes of prevention and their events.
    case programmes

    /// The words.
    package var words: Text {
        switch self {
        case .signals: Text(lv: "Riska pazīmes", en: "Signs of risk")
        case .absence: Text(lv: "Neattaisnoti kavējumi", en: "Unexcused absence")
        case .cases: Text(lv: "Atbalsta gadījumi", en: "Cases of support")
        case .tasks: Text(lv: "Uzdevumi", en: "Tasks")
        case .plans: Text(lv: "Plānu izvērtējumi", en: "Reviews of plans")
        case .measures: Text(lv: "Atbalsta pasākumi", en: "Measures of support")
        case .referrals: Text(lv: "Nosūtījumi", en: "Referrals")
        case .meetings: Text(lv: "Sanāksmes", en: "Meetings")
        case .programmes: Text(lv: "Programmas", en: "Programmes")
        }
    }

    /// What home says of one's own that are late; nil where another line of home tells of them.
    package var late: Noun? {
        switch self {
        case .plans:
            Noun(
                lv: "plāna izvērtējums kavējas",
                "plānu izvērtējumi kavējas",
                en: "review of a plan is late",
                "reviews of plans are late"
            )
        case .measures:
            Noun(
                lv: "beigušamies atbalsta pasākumam nav pierakstīta norise",
                "beigušamies atbalsta pasākumiem nav pierakstīta norise",
                en: "measure of support is over and nothing says what came of it",
                "measures of support are over and nothing says what came of them"
            )
        case .signals, .absence, .cases, .tasks, .referrals, .meetings, .programmes: nil
        }
    }
}
