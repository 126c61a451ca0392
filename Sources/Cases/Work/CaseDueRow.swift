internal import Frame
internal import Kernel
internal import Storage

/// Something of a case that somebody is to do by a day, or since one: a task, an invitation.
struct CaseDueRow: Readable {
    /// Its own number.
    let id: Int
    let day: Day
    /// Whose it is to do, as it was written down.
    let person: String
    let institution: InstitutionID
    let pupil: PupilID
    let caseID: Int
    /// Who answers for the case.
    let owner: AccountID

    init(row: inout Row) throws {
        id = try row.next()
        day = try row.next()
        person = try row.next()
        institution = try row.next()
        pupil = try row.next()
        caseID = try row.next()
        owner = try row.next()
    }
}
