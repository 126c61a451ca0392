package import Frame
package import Kernel
internal import Storage

/// How an attempt to sign in ended.
package enum SignInOutcome: Sendable {
    /// A session began; the secret is for the cookie.
    case signedIn(Secret, AccountID)
    /// The password was right; a code is wanted with this secret, within five minutes.
    case secondFactor(Secret)
    /// Login, password or code are wrong, in the same words for each, and for an account that there is not.
    case refused
    /// Too many failures: how long to wait.
    case wait(Duration)

    /// What the visitor reads; nil where the way goes on.
    package var words: Text? {
        switch self {
        case .signedIn, .secondFactor: nil
        case .refused:
            Text(
                lv: "Lietotājvārds, parole vai kods nav pareizs.",
                en: "The login, the password or the code is not right."
            )
        case .wait(let duration): Throttle.tooMany + Text(same: " ") + Throttle.again(in: duration)
        }
    }
}

extension Accounts {
    /// Signs somebody in by login and password.
    ///
    /// An account that there is not costs the same work and ends in the same words as a wrong password. Another
    /// way to prove who one is, ``IdentityProvider``, ends in ``begin(_:_:)`` like this one.
    package func signIn(
        _ login: String,
        _ password: String,
        from visitor: Visitor
    ) async throws -> SignInOutcome {
        let login = Account.login(login)
        let throttle = Throttle(desk: desk)
        let keys: [Throttle.Key] = [.login(login), .address(visitor.address)]
        if let wait = try await throttle.enter(keys) { return .wait(wait) }
        let known = try await credentials(login)
        let isRight = try await matches(password, known?.record)
        guard let known, isRight, known.account.isOpen(on: desk.today) else {
            try await recordFailure(known?.account.id)
            return .refused
        }
        try await throttle.forgive(keys)
        try await strengthen(known, password)
        guard known.account.hasSecondFactor, !known.isDemo else {
            return try await begin(known.account.id, visitor)
        }
        return .secondFactor(try await pend(known.account.id))
    }

    /// The second step: a code of the authenticator, or a recovery code.
    package func signIn(
        pending: Secret,
        code: String,
        from visitor: Visitor
    ) async throws -> SignInOutcome {
        guard let id = try await pendingAccount(pending) else { return .refused }
        let throttle = Throttle(desk: desk)
        let keys: [Throttle.Key] = [.secondFactor(id), .address(visitor.address)]
        if let wait = try await throttle.enter(keys) { return .wait(wait) }
        guard try await SecondFactor(desk).accepts(code, of: id) else {
            try await recordFailure(id)
            return .refused
        }
        try await throttle.forgive(keys)
        try await forget(pending)
        return try await begin(id, visitor)
    }

    /// Ends a session by its secret.
    package func signOut(_ secret: Secret) async throws {
        guard let session = try await Sessions(desk).find(secret) else { return }
        try await Sessions(desk).end(session.hash, of: session.account)
        let desk = desk
        try await desk.writeAndRecord { connection in
            var event = desk.event(.signOut, "session")
            event.account = session.account
            try AuditTrail.queue(event, connection)
        }
    }

    /// Begins a session of an account that has proved who it is, and records it.
    func begin(_ id: AccountID, _ visitor: Visitor) async throws -> SignInOutcome {
        let secret = try await Sessions(desk).begin(id, from: visitor)
        try await record(.signIn, id)
        return .signedIn(secret, id)
    }

    /// A login that there is not is recorded as nobody's: the trail keeps nothing that visitors type, and the
    /// answer takes as long as for an account that there is.
    func recordFailure(_ id: AccountID?) async throws {
        try await record(.signInFailed, id ?? AccountID(rawValue: 0))
    }

    private func record(_ kind: AuditKind, _ id: AccountID) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            var event = desk.event(kind, "/sign-in")
            event.account = id
            try AuditTrail.queue(event, connection)
        }
    }
}
