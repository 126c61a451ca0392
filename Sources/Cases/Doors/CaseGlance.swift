package import Frame
package import Kernel
internal import Registry
package import Storage

/// A case as far as its reader may know of it, for rooms that work beside cases; it opens nothing.
///
/// What is told to those alone who take part is nil for others, so that no page beside the case has to know its rules.
package struct CaseGlance: Sendable {
    /// The case.
    package let id: Int
    /// Whose it is.
    package let pupil: PupilID
    /// The institution that works on it.
    package let institution: InstitutionID
    /// Whether it is worked on.
    package let isActive: Bool
    /// Who answers for it.
    package let owner: String
    /// Whether that person still does: an account may be closed, and a role end.
    package let hasOwner: Bool
    /// Whether the reader answers for it.
    package let isOwn: Bool
    /// Whether the reader takes part and was asked in, as owners and supervisors are not.
    package let isGuest: Bool
    /// Whether the reader takes part.
    package let takesPart: Bool
    /// Whether the reader may write to it.
    package let writes: Bool
    /// The day it was opened.
    package let opened: Day
    /// The day it ended; nil while it is worked on.
    package let closed: Day?
    /// How far the work is; for those who take part.
    package let state: Text?
    /// When it is to be looked at again; for those who take part.
    package let review: Day?
    /// What came of it; for those who take part.
    package let outcome: Text?

    init(_ file: CaseFile, _ key: CaseKey, hasOwner: Bool) {
        let part = key.takesPart
        id = file.id
        pupil = file.pupil
        institution = file.institution
        isActive = file.state.isActive
        owner = file.ownerName
        self.hasOwner = hasOwner
        isOwn = file.owner == key.account && key.manages
        if case .member = key.standing { isGuest = true } else { isGuest = false }
        takesPart = part
        writes = key.writes
        opened = file.opened
        closed = file.closed
        state = part ? file.state.words : nil
        review = part ? file.review : nil
        outcome = part && file.outcome != .none ? file.outcome.words : nil
    }
}

extension CaseGlance {
    /// The cases that whoever sits at the desk knows of, the latest first.
    package static func all(_ desk: Desk, _ connection: Connection) throws -> [CaseGlance] {
        try glances(try CaseList.candidates(desk, connection), desk, connection)
    }

    /// The cases of a pupil that they know of, the latest first.
    package static func all(
        of pupil: PupilID,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [CaseGlance] {
        try glances(try CaseFile.all(of: pupil, desk.tenant, connection), desk, connection)
    }

    private static func glances(
        _ files: [CaseFile],
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [CaseGlance] {
        let gate = CaseGate(desk, connection)
        let ownerless = try CaseOwners.missing(files, on: desk.today, connection)
        return try files.compactMap { file in
            try gate.key(to: file).map { CaseGlance(file, $0, hasOwner: !ownerless.contains(file.id)) }
        }
    }

    /// The case of a pupil that is worked on, where they know of it.
    package static func open(
        of pupil: PupilID,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseGlance? {
        try all(of: pupil, desk, connection).first { $0.isActive }
    }

    /// Pupils with a plan whose term is over without a result, of cases that they take part in.
    package static func plansWithoutResult(
        _ cases: [CaseGlance],
        on day: Day,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Set<PupilID> {
        let (year, term) = try Years.load(desk.tenant, connection).term(on: day)
        var late: Set<PupilID> = []
        for glance in cases where glance.isActive && glance.takesPart {
            guard let file = try CaseFile.find(glance.id, desk.tenant, connection),
                let key = try CaseGate(desk, connection).key(to: file), key.opens(.plan)
            else { continue }
            let plans = try SupportPlan.all(of: glance.id, desk.tenant, connection)
            let isLate = plans.contains { plan in
                plan.result == .none && (plan.year.start, plan.term) < (year.start, term.rawValue)
            }
            if isLate { late.insert(glance.pupil) }
        }
        return late
    }
}
