internal import Frame
internal import Storage

/// What somebody is to a case.
enum CaseStanding: Hashable, Sendable {
    /// Works with the pupil: knows that there is a case and whom to ask.
    case knows
    /// Was invited and has not answered.
    case invited
    /// Takes part.
    case member(CaseBody, NoteLevel, CaseParts)
    /// Answers for the case.
    case owner
    /// Leads those who work on it.
    case supervisor
}

/// What a text of a case asks of its reader.
enum CaseNeed: Hashable, Sendable {
    /// Taking part in any way: why the case was opened, how it ended, tasks.
    case basics
    /// Why somebody was invited: that person knows it before answering.
    case purpose(of: AccountID)
    /// Being shown the plan.
    case plan
    /// Being shown notes of a level, or being the author of this one.
    ///
    /// What is more than the team's stays in the institution where it was written, though the case be handed over.
    case note(NoteLevel, author: AccountID, at: InstitutionID)
}
