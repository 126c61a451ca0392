internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people do about a pupil's signals: the one operation under the pages.
struct SignalWork: Sendable {
    let desk: Desk

    /// Says how far people are with a signal of a pupil that was read at a version.
    ///
    /// Throws `Conflict` where somebody else was first.
    func move(_ id: Int, of pupil: PupilID, to state: SignalState, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try SignalWork.move(id, of: pupil, to: state, version: version, desk, connection)
        }
    }

    /// The same within a transaction.
    static func move(
        _ id: Int,
        of pupil: PupilID,
        to state: SignalState,
        version: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        guard let signal = try store.find(id), signal.pupil == pupil else { throw Refusal.noSuchPage }
        let scope = try require(pupil, desk, connection)
        guard signal.state != state else { return }
        let changed = try connection.execute(
            """
            UPDATE risk_signal SET state = \(state), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(id) AND version = \(version) AND ended_on = 0
            """
        )
        guard changed > 0 else { throw Conflict(table: "risk_signal", id: id) }
        try step(id, state, desk, connection)
        try AuditTrail.queue(
            desk.event(.change, "signal \(id)", persons: [pupil], scope: scope),
            connection
        )
    }

    /// Writes down what somebody noticed of a pupil whom they work with or teach; it is a signal from today on.
    func observe(_ pupil: PupilID, factor: String, _ text: String) async throws {
        let (desk, text) = (desk, text.trimmed)
        try await desk.writeAndRecord { connection in
            let scope = try SignalWork.requireNoting(pupil, desk, connection)
            let rules = try RiskRules.load(desk.tenant, connection)
            let rule = rules.inForce(on: desk.today).first { $0.rule.quantity == .observation }
            guard let rule, rule.rule.mode == .live else { throw Refusal.noObservations }
            let lists = try CodeLists.load(desk.tenant, connection)
            var errors = FieldErrors()
            let factors = lists.items(CodeLists.riskFactors, on: desk.today).map(\.code)
            if !factors.contains(factor) { errors.add("factor", .missingChoice) }
            if text.isEmpty { errors.add("text", .missingAnswer) }
            try errors.check()
            let year = SchoolYear(containing: desk.today)
            let stays = try YearStays.load(year, [pupil], desk.tenant, connection)
            guard let stay = stays.last(pupil) else { throw Refusal.notEnrolled }
            let finding = RiskFinding(
                record: rule,
                reading: RiskReading(1),
                threshold: rule.rule.threshold,
                verdict: .met
            )
            let given = SignalRun.Given(
                year: year,
                place: RiskPlace(pupil: pupil, term: 0),
                stay: stay,
                finding: finding
            )
            let signal = try SignalWriter(desk: desk, connection: connection).begin([given])
            let seen = ObservedText(factor: factor, text: text)
            let words = lists.words(CodeLists.riskFactors, factor)
            try SignalWork.keep(pupil, signal, seen, words, desk, connection)
            try AuditTrail.queue(
                desk.event(.change, "observation", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// Ends a signal that rests on an observation: it holds no more.
    func withdraw(_ id: Int, of pupil: PupilID, version: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let store = SignalStore(tenant: desk.tenant, connection: connection)
            let number = RiskQuantity.observation.number
            guard let signal = try store.find(id), signal.pupil == pupil, signal.quantity == number,
                signal.endedOn == nil
            else { throw Refusal.noSuchPage }
            let scope = try SignalWork.require(pupil, desk, connection)
            guard signal.version == version else { throw Conflict(table: "risk_signal", id: id) }
            try SignalWriter(desk: desk, connection: connection).end(signal)
            try AuditTrail.queue(
                desk.event(.change, "signal \(id)", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// Sets the level of prevention of a pupil, with the reason.
    func set(_ level: PreventionLevel, of pupil: PupilID, _ reason: String) async throws {
        let (desk, reason) = (desk, reason.trimmed)
        try await desk.writeAndRecord { connection in
            let scope = try SignalWork.require(pupil, desk, connection)
            guard !reason.isEmpty else { throw FieldErrors("reason", .missingAnswer) }
            let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "prevention_level", count: 1)
                .lowerBound
            let place = SealedPlace(
                table: "prevention_level",
                column: "reason_sealed",
                key: desk.tenant,
                pupil,
                id
            )
            let sealed = try connection.sealer.seal(
                Array(reason.utf8),
                tenant: desk.tenant.rawValue,
                bound: place
            )
            try connection.execute(
                """
                INSERT INTO prevention_level
                    (tenant_id, pupil_id, id, day, level, reason_sealed, account_id, account_name, at, version)
                VALUES (\(desk.tenant), \(pupil), \(id), \(desk.today), \(level), \(sealed),
                    \(desk.asker.account), \(desk.asker.name), \(desk.clock().milliseconds), 1)
                """
            )
            try AuditTrail.queue(
                desk.event(.change, "prevention level", persons: [pupil], scope: scope),
                connection
            )
        }
    }

    /// The pupil's scope of today, where whoever sits at the desk may work with the pupil's signals.
    private static func require(_ pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> Scope {
        let found = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope = found else { throw Refusal.noSuchPage }
        try desk.require(.workSignals, in: scope)
        return scope
    }

    /// The same where whoever sits at the desk may write down what they noticed of the pupil.
    private static func requireNoting(
        _ pupil: PupilID,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Scope {
        let found = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope = found else { throw Refusal.noSuchPage }
        let works = desk.asker.may(.workSignals, in: scope, on: desk.today)
        if try !works && !PupilCircle(.noteObservations, desk, connection).has(scope) {
            try desk.require(.noteObservations, in: scope)
        }
        return scope
    }

    private static func step(
        _ signal: Int,
        _ state: SignalState,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let last = try connection.value(
            """
            SELECT coalesce(max(ordinal), 0) FROM risk_step
            WHERE tenant_id = \(desk.tenant) AND signal_id = \(signal)
            """,
            Int.self
        )
        try connection.execute(
            """
            INSERT INTO risk_step (tenant_id, signal_id, ordinal, at, state, account_id, account_name)
            VALUES (\(desk.tenant), \(signal), \((last ?? 0) + 1), \(desk.clock().milliseconds), \(state),
                \(desk.asker.account), \(desk.asker.name))
            """
        )
    }

    private static func keep(
        _ pupil: PupilID,
        _ signal: Int,
        _ seen: ObservedText,
        _ words: Text,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "risk_observation", count: 1)
            .lowerBound
        let sealed = try connection.sealer.seal(
            Array(seen.sealedText(words).utf8),
            tenant: desk.tenant.rawValue,
            bound: ObservedText.place(pupil, id, desk.tenant)
        )
        try connection.execute(
            """
            INSERT INTO risk_observation
                (tenant_id, pupil_id, id, signal_id, day, factor, text_sealed, account_id, account_name, at, version)
            VALUES (\(desk.tenant), \(pupil), \(id), \(signal), \(desk.today), \(seen.openFactor), \(sealed),
                \(desk.asker.account), \(desk.asker.name), \(desk.clock().milliseconds), 1)
            """
        )
    }
}

extension Refusal {
    fileprivate static let noObservations = Refusal(
        .conflict,
        Text(
            lv: "Pašvaldība novērojumus kā riska pazīmes neizmanto.",
            en: "The board does not use observations as signs of risk."
        ),
        advice: Text(
            lv: "To nosaka prasība „Novērojums”.",
            en: "The rule “risk-observation” says so."
        )
    )

    fileprivate static let notEnrolled = Refusal(
        .conflict,
        Text(lv: "Izglītojamais šogad nekur nemācās.", en: "The pupil is enrolled nowhere this year."),
        advice: Text(lv: "Pārbaudiet izglītojamo sarakstu.", en: "Check the list of pupils.")
    )
}
