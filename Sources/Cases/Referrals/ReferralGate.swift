internal import Frame
internal import Kernel
internal import Storage

/// What somebody is to a referral.
enum ReferralStanding: Hashable, Sendable {
    /// Sent it, or works on the case that it was sent from: follows what becomes of it.
    case sender
    /// Was asked: answers it and says what came of it.
    case receiver
}

/// Proof that an account may see a referral; ``ReferralGate`` alone makes one.
struct ReferralKey: Sendable {
    /// The referral.
    let referral: Int
    /// Who holds the key.
    let account: AccountID
    /// What they are to it.
    let standing: ReferralStanding
    /// Whether the pupil's name is told: a body that only typed a personal code hears it once it was answered with yes.
    let namesPupil: Bool

    fileprivate init(_ referral: Referral, _ account: AccountID, _ standing: ReferralStanding) {
        self.referral = referral.id
        self.account = account
        self.standing = standing
        let isAgreed = referral.state == .accepted || referral.state == .finished
        namesPupil = referral.way == .toBody || standing == .receiver || isAgreed
    }
}

/// A sealed text of a referral: it opens for those alone who send or get it.
struct ReferralText: Sendable {
    private let sealed: [UInt8]
    private let tenant: TenantID
    private let place: SealedPlace
    private let referral: Int

    /// A sealed text as it is stored.
    init(_ sealed: [UInt8], _ tenant: TenantID, at place: SealedPlace, of referral: Int) {
        self.sealed = sealed
        self.tenant = tenant
        self.place = place
        self.referral = referral
    }

    /// The words; nil where the key is of another referral, or nothing was written.
    func opened(_ key: ReferralKey, _ connection: Connection) throws -> String? {
        guard key.referral == referral, !sealed.isEmpty else { return nil }
        let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The one way to a referral: reads in the caller's transaction what somebody is to it.
struct ReferralGate {
    let asker: Asker
    let tenant: TenantID
    let today: Day
    let connection: Connection

    init(_ desk: Desk, _ connection: Connection) {
        self.init(desk.asker, desk.tenant, on: desk.today, connection)
    }

    init(_ asker: Asker, _ tenant: TenantID, on today: Day, _ connection: Connection) {
        (self.asker, self.tenant, self.today) = (asker, tenant, today)
        self.connection = connection
    }

    /// A referral with the key to it, or a refusal as if there were no such page.
    func enter(_ id: Int) throws -> (referral: Referral, key: ReferralKey) {
        guard let referral = try Referral.find(id, tenant, connection), let key = try key(to: referral)
        else { throw Refusal.noSuchPage }
        return (referral, key)
    }

    /// The key to a referral, or nil where nothing of it may be known.
    func key(to referral: Referral) throws -> ReferralKey? {
        try standing(to: referral).map { ReferralKey(referral, asker.account, $0) }
    }

    private func standing(to referral: Referral) throws -> ReferralStanding? {
        guard asker.mayAskForCases(on: today) else { return nil }
        // A role that was held for this pupil and is over opens nothing, whatever other one is held.
        let about = Scope(institution: referral.institution, pupil: referral.pupil)
        let isWorker = referral.worker == asker.account && asker.may(.joinCases, in: about, on: today)
        switch referral.way {
        case .toBody:
            if isWorker { return referral.state == .withdrawn ? nil : .receiver }
            return try isOfCase(referral) ? .sender : nil
        case .fromBody:
            if isWorker { return .sender }
            // Who has one class works with what the institution hands on to them, not with what others send to it.
            let place = Scope(institution: referral.institution)
            if asker.may(.workCases, in: place, on: today) { return .receiver }
            return try isOfCase(referral) ? .receiver : nil
        }
    }

    /// Whether they work on the case for its institution; guests of other bodies see the referrals to them alone.
    private func isOfCase(_ referral: Referral) throws -> Bool {
        guard referral.caseID > 0,
            let file = try CaseFile.find(referral.caseID, tenant, connection),
            let key = try CaseGate(asker, tenant, on: today, connection).key(to: file)
        else { return false }
        return key.isOfSchool
    }
}
