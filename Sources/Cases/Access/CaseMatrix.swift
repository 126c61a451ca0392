internal import Access
internal import Frame
internal import Kernel
internal import Storage

/// Who sees and does what of a case in each of its states, answered by ``CaseKey/decide(_:at:_:on:seats:)`` for an
/// invented case.
struct CaseMatrix: Sendable {
    /// What somebody is to the case.
    struct Position: Sendable {
        let role: Role
        let level: ScopeLevel
        /// Whether the case is theirs.
        let isOwner: Bool
        /// Their place in it, where they were invited.
        let seat: CaseSeat?
    }

    /// A position with what it gives in each state.
    struct Line: Sendable {
        let position: Position
        let rights: [CaseState: Set<CaseRight>]
    }

    let lines: [Line]

    /// The matrix over the permissions of a house; a position in which nothing is ever seen has its line too.
    init(_ house: HouseBook) {
        let permissions = house.permissions
        lines = CaseMatrix.positions.map { position in
            let asker = position.role.sample(position.level, permissions: permissions)
            let states = CaseState.allCases.map { ($0, CaseMatrix.rights(asker, position, $0)) }
            return Line(position: position, rights: Dictionary(states) { first, _ in first })
        }
    }

    /// The states in groups in which everybody may the same, in their order.
    var groups: [[CaseState]] {
        var groups: [[CaseState]] = []
        for state in CaseState.allCases {
            if let last = groups.last?.last, lines.allSatisfy({ $0.rights[last] == $0.rights[state] }) {
                groups[groups.count - 1].append(state)
            } else {
                groups.append([state])
            }
        }
        return groups
    }

    /// What somebody may in a state of the case.
    static func rights(_ asker: Asker, _ position: Position, _ state: CaseState) -> Set<CaseRight> {
        let me = asker.account
        let file = CaseFile.sample(state, owner: position.isOwner ? me : AccountID(rawValue: 900))
        let seats = position.seat.map { [CaseMember.sample($0, me)] } ?? []
        let here = Situation.ownPupil.scope
        let key = CaseKey.decide(file, at: here, asker, on: CaseFile.sampleDay) { seats }
        guard let key else { return [] }
        return Set(CaseRight.allCases.filter { $0.isGiven(by: key) })
    }

    /// Every role without a place in the case; those who may own one as its owner; guests of a school and of other
    /// bodies in every way that an invitation can stand.
    private static var positions: [Position] {
        var positions: [Position] = []
        for role in Role.all {
            for level in role.levels {
                positions.append(Position(role: role, level: level, isOwner: false, seat: nil))
                guard role.breadths(.workCases).contains(.granted) else { continue }
                positions.append(Position(role: role, level: level, isOwner: true, seat: nil))
            }
        }
        positions += CaseSeat.ofSchool.map { seat in
            Position(role: .supportSpecialist, level: .institution, isOwner: false, seat: seat)
        }
        for seat in CaseSeat.ofOthers {
            positions.append(Position(role: .outsideWorker, level: .tenant, isOwner: false, seat: seat))
        }
        return positions
    }
}

/// How an invitation stands.
struct CaseSeat: Sendable {
    let body: CaseBody
    let state: MemberState
    let level: NoteLevel
    let parts: CaseParts
    /// Whether its last day is still to come.
    let isInDate: Bool

    init(
        _ body: CaseBody,
        _ state: MemberState,
        level: NoteLevel = .team,
        _ parts: CaseParts = [],
        isInDate: Bool = true
    ) {
        self.body = body
        self.state = state
        self.level = level
        self.parts = parts
        self.isInDate = isInDate
    }

    /// Colleagues who were invited.
    static let ofSchool: [CaseSeat] = [
        CaseSeat(.school, .accepted, .all), CaseSeat(.school, .accepted, level: .restricted, .all),
    ]
    /// Guests of other bodies.
    static let ofOthers: [CaseSeat] = [
        CaseSeat(.social, .invited), CaseSeat(.social, .accepted), CaseSeat(.social, .accepted, .notes),
        CaseSeat(.social, .accepted, .plan), CaseSeat(.social, .accepted, .all),
        CaseSeat(.social, .accepted, .all, isInDate: false), CaseSeat(.social, .rejected, .all),
        CaseSeat(.social, .handedOver, .all), CaseSeat(.social, .revoked, .all),
        CaseSeat(.social, .left, .all),
    ]
}

extension CaseFile {
    /// The day of the invented case.
    static let sampleDay = Day(number: 1)

    /// A case of the pupil of ``Access/Situation``, in a state.
    static func sample(_ state: CaseState, owner: AccountID) -> CaseFile {
        let scope = Situation.ownPupil.scope
        let tenant = TenantID(rawValue: 1)
        return CaseFile(
            tenant: tenant,
            id: 1,
            pupil: scope.pupil ?? PupilID(rawValue: 0),
            institution: scope.institution ?? InstitutionID(rawValue: 0),
            classGroup: scope.classGroup ?? ClassID(rawValue: 0),
            grade: 8,
            state: state,
            opened: sampleDay,
            closed: nil,
            outcome: .none,
            owner: owner,
            ownerName: "",
            origin: .request,
            signal: 0,
            review: nil,
            reason: CaseText(
                [],
                tenant,
                at: .row("prevention_case", "reason_sealed", tenant, 1),
                of: 1,
                .basics
            ),
            version: 1
        )
    }
}

extension CaseMember {
    /// A place in the invented case.
    static func sample(_ seat: CaseSeat, _ account: AccountID) -> CaseMember {
        let tenant = TenantID(rawValue: 1)
        return CaseMember(
            id: 1,
            caseID: 1,
            body: seat.body,
            account: account,
            name: "",
            level: seat.level,
            parts: seat.parts,
            state: seat.state,
            basis: .childRights,
            invited: CaseFile.sampleDay,
            answered: nil,
            ends: seat.isInDate ? CaseFile.sampleDay : CaseFile.sampleDay - 1,
            version: 1,
            insteadOf: 0,
            purpose: CaseText(
                [],
                tenant,
                at: .row("case_member", "purpose_sealed", tenant, 1),
                of: 1,
                .purpose(of: account)
            )
        )
    }
}
