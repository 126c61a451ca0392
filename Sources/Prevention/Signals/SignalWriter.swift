internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Writes signals within a transaction; what was shown on a day that is over is never changed.
///
/// What comes and goes within one day, as when an import is taken back, leaves nothing behind where nobody has looked
/// into it yet.
struct SignalWriter {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// Begins signals; they are known from today, also those of a year that is over.
    ///
    /// Returns the number of the first; the others follow.
    @discardableResult
    func begin(_ signals: [SignalRun.Given]) throws -> Int {
        guard !signals.isEmpty else { return 0 }
        let first = try connection.takeIds(
            tenant: tenant.rawValue,
            kind: "risk_signal",
            count: signals.count
        )
        .lowerBound
        let today = desk.today
        try connection.load("risk_signal", SignalWriter.signalColumns) { loader in
            for (index, signal) in signals.enumerated() {
                let record = signal.finding.record
                loader.add(tenant)
                loader.add(first + index)
                loader.add(signal.place.pupil)
                loader.add(record.name)
                loader.add(record.rule.quantity.number)
                loader.add(signal.year.start)
                loader.add(signal.place.term)
                loader.add(signal.stay.institution)
                loader.add(signal.stay.classGroup)
                loader.add(signal.stay.grade)
                loader.add(today)
                loader.add(0)
                loader.add(SignalState.new.rawValue)
                loader.add(1)
                loader.endRow()
            }
        }
        try connection.load("risk_reading", SignalWriter.readingColumns) { loader in
            for (index, signal) in signals.enumerated() {
                loader.add(tenant)
                loader.add(first + index)
                for number in signal.finding.columns(ordinal: 1, day: today) { loader.add(number) }
                loader.endRow()
            }
        }
        return first
    }

    /// Keeps what an open signal shows now, where it differs from what it showed.
    func update(_ signal: RiskSignal, _ now: SignalRun.Given) throws {
        if signal.institution != now.stay.institution || signal.classGroup != now.stay.classGroup
            || signal.grade != now.stay.grade
        {
            try connection.execute(
                """
                UPDATE risk_signal SET institution_id = \(now.stay.institution), class_id = \(now.stay.classGroup),
                    grade = \(now.stay.grade), version = version + 1
                WHERE tenant_id = \(tenant) AND id = \(signal.id)
                """
            )
        }
        guard !now.finding.isShown(by: signal.shown) else { return }
        var ordinal = signal.shown.ordinal
        if isOfToday(signal) {
            try connection.execute(
                """
                DELETE FROM risk_reading
                WHERE tenant_id = \(tenant) AND signal_id = \(signal.id) AND ordinal = \(ordinal)
                """
            )
            ordinal -= 1
            let store = SignalStore(tenant: tenant, connection: connection)
            if let before = try store.readings(of: [signal.id])[signal.id]?.last,
                now.finding.isShown(by: before)
            {
                return
            }
        }
        let numbers = now.finding.columns(ordinal: ordinal + 1, day: desk.today)
        try connection.execute(
            """
            INSERT INTO risk_reading (tenant_id, signal_id, ordinal, day, rule_from, rule_version, threshold, value,
                base, past, past_base)
            VALUES (\(tenant), \(signal.id), \(list: numbers))
            """
        )
    }

    /// Whether what a signal shows is of today and nobody has looked into it.
    private func isOfToday(_ signal: RiskSignal) -> Bool {
        signal.state == .new && signal.shown.day == desk.today
    }

    /// Ends a signal today.
    func end(_ signal: RiskSignal) throws {
        if isOfToday(signal), signal.notedOn == desk.today, signal.quantity != RiskQuantity.observation.number
        {
            try forget("\(signal.id)")
            return
        }
        try connection.execute(
            """
            UPDATE risk_signal SET ended_on = \(desk.today), version = version + 1
            WHERE tenant_id = \(tenant) AND id = \(signal.id)
            """
        )
    }

    /// Opens a signal again that ended today, as the row was before.
    func reopen(_ signal: RiskSignal) throws {
        try connection.execute(
            """
            UPDATE risk_signal SET ended_on = 0, version = version - 1
            WHERE tenant_id = \(tenant) AND id = \(signal.id) AND ended_on = \(desk.today)
            """
        )
    }

    /// Forgets signals of pupils who are in no register any more.
    func forgetStrangers() throws {
        let strangers: SQL = """
            SELECT s.id FROM risk_signal s WHERE s.tenant_id = \(tenant) AND NOT EXISTS (
                SELECT 1 FROM pupil p WHERE p.tenant_id = s.tenant_id AND p.id = s.pupil_id)
            """
        try forget(strangers)
    }

    /// Forgets what signals showed and who looked into them; they are counted as before.
    func forgetShown(_ signals: [Int]) throws {
        guard !signals.isEmpty else { return }
        try removeShown("\(list: signals)")
    }

    /// Removes signals with all that was kept of them.
    private func forget(_ signals: SQL) throws {
        try removeShown(signals)
        try connection.execute("DELETE FROM risk_signal WHERE tenant_id = \(tenant) AND id IN (\(signals))")
    }

    private func removeShown(_ signals: SQL) throws {
        for table in ["risk_reading", "risk_step"] {
            try connection.execute(
                "DELETE FROM \(SQL.name(table)) WHERE tenant_id = \(tenant) AND signal_id IN (\(signals))"
            )
        }
    }

    private static let signalColumns = [
        "tenant_id", "id", "pupil_id", "rule", "quantity", "year", "term", "institution_id", "class_id",
        "grade",
        "noted_on", "ended_on", "state", "version",
    ]
    private static let readingColumns = [
        "tenant_id", "signal_id", "ordinal", "day", "rule_from", "rule_version", "threshold", "value", "base",
        "past", "past_base",
    ]
}

extension RiskFinding {
    /// The numbers of a reading behind its signal, in the order of the table.
    func columns(ordinal: Int, day: Day) -> [Int] {
        [
            ordinal, day.number, record.from.number, record.version, threshold, reading.value, reading.base,
            reading.past, reading.pastBase,
        ]
    }

    /// Whether a reading shows the same: facts, threshold and the record of the rule.
    func isShown(by shown: ShownReading) -> Bool {
        shown.reading == reading && shown.threshold == threshold && shown.ruleFrom == record.from
            && shown.ruleVersion == record.version
    }
}
