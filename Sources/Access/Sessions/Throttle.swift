internal import Frame
internal import Kernel
internal import Storage

/// Slows down guessing: after a few failures the next try must wait, and longer each time.
///
/// A try is counted before the password is looked at and forgiven after it was right, so that a thousand tries
/// at once are a thousand tries.
struct Throttle {
    /// What is counted.
    enum Key {
        /// Tries at one login, whether or not there is such an account.
        case login(String)
        /// Tries from one network address.
        case address(String)
        /// Tries at the second factor of an account.
        case secondFactor(AccountID)
        /// Tries to confirm a new second factor of an account.
        case newFactor(AccountID)
        /// Questions of an account about one person after another.
        case question(AccountID)

        var text: String {
            switch self {
            case .login(let login): "login \(login)"
            case .address(let address): "address \(address)"
            case .secondFactor(let account): "second factor \(account.rawValue)"
            case .newFactor(let account): "new factor \(account.rawValue)"
            case .question(let account): "question \(account.rawValue)"
            }
        }

        /// Failures without any delay.
        ///
        /// A school stands behind one address, and whoever asks has a list.
        var free: Int {
            switch self {
            case .login, .secondFactor, .newFactor: 5
            case .address, .question: 30
            }
        }

        /// Seconds in which one failure is forgotten; nil where a day without any forgets all.
        ///
        /// A hundred teachers behind one address mistype now and then all day long.
        var leak: Int? {
            switch self {
            case .login, .secondFactor, .newFactor: nil
            case .address, .question: 60
            }
        }
    }

    let desk: Desk

    /// Failures are forgotten after so long without one.
    private static let memory = Duration.seconds(86_400)
    private static let longest = 900

    /// Counts a try at each key; nil where it may go on, or how long to wait.
    func enter(_ keys: [Key]) async throws -> Duration? {
        let throttle = self
        return try await desk.database.state.write { connection in
            try connection.lock(tenant: throttle.desk.tenant.rawValue)
            let now = throttle.desk.clock()
            let states = try keys.map { try throttle.state($0, now, connection) }
            let until = states.map(\.until).max() ?? 0
            guard until <= now.milliseconds else { return Instant(milliseconds: until) - now }
            for (key, state) in zip(keys, states) {
                try throttle.count(key, state, now, connection)
            }
            return nil
        }
    }

    /// Takes the count back: the try was right.
    ///
    /// An address keeps what it did at other accounts.
    func forgive(_ keys: [Key]) async throws {
        let throttle = self
        try await desk.database.state.write { connection in
            try connection.lock(tenant: throttle.desk.tenant.rawValue)
            let now = throttle.desk.clock()
            try throttle.sweep(now, connection)
            for key in keys {
                guard case .address = key else {
                    try throttle.forget(key, connection)
                    continue
                }
                var state = try throttle.state(key, now, connection)
                state.failures = max(0, state.failures - 1)
                state.until = 0
                try throttle.store(key, state, connection)
            }
        }
    }

    /// Seconds to wait after so many failures beyond the free ones: 15, 30, 60 … to 15 minutes.
    static func delay(beyond failures: Int) -> Int {
        failures <= 0 ? 0 : min(longest, 15 << min(failures - 1, 10))
    }

    /// What somebody reads who failed too often, before ``again(in:)``.
    static let tooMany = Text(lv: "Pārāk daudz neveiksmīgu mēģinājumu.", en: "Too many failed attempts.")

    /// When to try again, in words.
    static func again(in wait: Duration) -> Text {
        let minutes = max(1, Int((wait.components.seconds + 59) / 60))
        let number = Noun(lv: "minūtes", "minūtēm", en: "minute", "minutes").counted(minutes)
        return Text(lv: "Mēģiniet vēlreiz pēc \(number.lv).", en: "Try again in \(number.en).")
    }

    /// What is counted at a key.
    private struct State {
        var failures = 0
        var until = 0
        /// From when on failures are forgotten one by one.
        var since: Int
    }

    private func state(_ key: Key, _ now: Instant, _ connection: Connection) throws -> State {
        let hash = try hash(key, connection)
        let oldest = (now - Throttle.memory).milliseconds
        let found = try connection.rows(
            """
            SELECT failures, until, failed_at FROM throttle
            WHERE tenant_id = \(desk.tenant) AND key_hash = \(hash) AND failed_at > \(oldest)
            """,
            Int.self,
            Int.self,
            Int.self
        )
        guard let (failures, until, failedAt) = found.first else { return State(since: now.milliseconds) }
        guard let leak = key.leak else {
            return State(failures: failures, until: until, since: now.milliseconds)
        }
        let forgotten = (now.milliseconds - failedAt) / (1_000 * leak)
        guard forgotten < failures else { return State(until: until, since: now.milliseconds) }
        // The part of a period that has passed is kept, or busy traffic would never let anything be forgotten.
        let since = failedAt + forgotten * 1_000 * leak
        return State(failures: failures - forgotten, until: until, since: since)
    }

    private func count(_ key: Key, _ state: State, _ now: Instant, _ connection: Connection) throws {
        var state = state
        state.failures += 1
        let wait = Throttle.delay(beyond: state.failures - key.free + 1)
        state.until = wait > 0 ? (now + .seconds(wait)).milliseconds : 0
        try store(key, state, connection)
    }

    private func store(_ key: Key, _ state: State, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO throttle (tenant_id, key_hash, failures, failed_at, until)
            VALUES (\(desk.tenant), \(try hash(key, connection)), \(state.failures), \(state.since), \(state.until))
            ON CONFLICT (tenant_id, key_hash) DO UPDATE
            SET failures = excluded.failures, failed_at = excluded.failed_at, until = excluded.until
            """
        )
    }

    /// Takes out what is forgotten anyway.
    func sweep(_ now: Instant, _ connection: Connection) throws {
        let oldest = (now - Throttle.memory).milliseconds
        try connection.execute(
            "DELETE FROM throttle WHERE tenant_id = \(desk.tenant) AND failed_at <= \(oldest)"
        )
    }

    private func forget(_ key: Key, _ connection: Connection) throws {
        try connection.execute(
            "DELETE FROM throttle WHERE tenant_id = \(desk.tenant) AND key_hash = \(try hash(key, connection))"
        )
    }

    /// Logins and addresses are personal data; a keyed hash counts them as well.
    private func hash(_ key: Key, _ connection: Connection) throws -> [UInt8] {
        try connection.sealer.blindIndex(key.text, tenant: desk.tenant.rawValue, purpose: "throttle")
    }
}
