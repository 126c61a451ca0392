package import Frame
package import Kernel
internal import Registry
package import Storage

/// Keeps signals up to data and rules, in the transaction that changes them.
package struct SignalListener: ChangeListener {
    /// A listener.
    package init() {}

    package func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        var pupils = notice.pupils
        for year in try years(of: notice.registered, desk, connection) {
            pupils[year, default: []].formUnion(notice.registered)
        }
        // A year is part of what the next one is held against.
        for (year, changed) in pupils where year.next.first <= desk.today {
            pupils[year.next, default: []].formUnion(changed)
        }
        if !notice.registered.isEmpty {
            try SignalWriter(desk: desk, connection: connection).forgetStrangers()
        }
        var judged = try judged(notice, desk, connection)
        if notice.dayBegan {
            try ObservedText.sealOld(desk.tenant, connection)
            try DutyNote.sealOld(desk.tenant, desk.today, connection)
            judged.formUnion(try begun(desk, connection))
        }
        guard !pupils.isEmpty || !judged.isEmpty else { return }
        let run = try SignalRun(desk, connection)
        // Facts of one kind leave what rules say of others as it is.
        let isOfFacts = notice.registered.isEmpty && judged.isEmpty
        let touched = try isOfFacts ? RiskQuantity.touched(notice, desk.house.measures) : nil
        for year in Set(pupils.keys).union(judged).sorted() {
            try run.settle(year, judged.contains(year) ? nil : pupils[year], only: touched)
        }
    }

    package func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool {
        try SignalListener.lastDay(desk, connection) != desk.today
    }

    /// The years that days since the last one judge anew: of rules that began or ended in them, and of terms that did.
    private func begun(_ desk: Desk, _ connection: Connection) throws -> Set<SchoolYear> {
        let last = try SignalListener.lastDay(desk, connection)
        try connection.execute(
            """
            INSERT INTO risk_day (tenant_id, day) VALUES (\(desk.tenant), \(desk.today))
            ON CONFLICT (tenant_id) DO UPDATE SET day = excluded.day
            """
        )
        let year = SchoolYear(containing: desk.today)
        // Before anything is known, whatever there is was judged when it came.
        guard let last, last < desk.today else { return [] }
        let years = try Years.load(desk.tenant, connection)
        let rules = try RiskRules.load(desk.tenant, connection).records
        let turns =
            rules.map(\.from) + rules.compactMap { $0.to.map { $0 + 1 } }
            + Term.allCases.map { years.days(of: $0, in: year).lowerBound }
        return turns.contains { last < $0 && $0 <= desk.today } ? [year] : []
    }

    private static func lastDay(_ desk: Desk, _ connection: Connection) throws -> Day? {
        try connection.value("SELECT day FROM risk_day WHERE tenant_id = \(desk.tenant)", Day.self)
    }

    package func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] {
        let run = try SignalRun(desk, connection)
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        var found: [Text] = []
        for year in try SignalListener.years(desk, connection) {
            let kept = try store.open(in: year).filter { $0.quantity != RiskQuantity.observation.number }
            var given = try run.given(year, nil)
            for signal in kept {
                let now = given.removeValue(forKey: SignalRun.Key(place: signal.place, rule: signal.rule))
                if now?.finding.isShown(by: signal.shown) != true { found.append(Self.wrong(signal.id)) }
            }
            if !given.isEmpty { found.append(Self.missing(given.count, year)) }
        }
        return found
    }

    private func years(
        of pupils: Set<PupilID>,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Set<SchoolYear> {
        guard !pupils.isEmpty else { return [] }
        let stays = try YearStays.years(of: pupils, until: desk.today, desk.tenant, connection)
        // Of a stay that was taken back the signals are all that is left.
        let whose: SQL = pupils.count > 500 ? "1 = 1" : "pupil_id IN (\(list: pupils.sorted()))"
        let kept = try connection.rows(
            "SELECT DISTINCT year FROM risk_signal WHERE tenant_id = \(desk.tenant) AND ended_on = 0 AND \(whose)",
            Int.self
        )
        return Set(stays).union(kept.map { SchoolYear($0) })
    }

    /// The years that a changed rule judges anew.
    private func judged(
        _ notice: ChangeNotice,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Set<SchoolYear> {
        let decisive = notice.rules.filter { rule in
            rule.key.hasPrefix(RiskRule.prefix) || rule.key == ExamIndexRule.regulation
        }
        guard let first = decisive.values.min() else { return [] }
        return Set(try SignalListener.years(desk, connection).filter { $0.last >= first })
    }

    /// The years from the first enrolment to today.
    static func years(_ desk: Desk, _ connection: Connection) throws -> [SchoolYear] {
        let first = try connection.value(
            "SELECT min(from_day) FROM enrolment WHERE tenant_id = \(desk.tenant)",
            Int?.self
        )
        guard let first = first.flatMap({ $0 }).map({ SchoolYear(containing: Day(number: $0)).start }) else {
            return []
        }
        return (first...max(first, SchoolYear(containing: desk.today).start)).map { SchoolYear($0) }
    }

    private static func wrong(_ id: Int) -> Text {
        Text(
            lv: "Riska pazīme \(id) rāda ko citu, nekā iznāk no datiem un prasībām.",
            en: "The signal \(id) shows something other than data and rules give."
        )
    }

    private static func missing(_ count: Int, _ year: SchoolYear) -> Text {
        Text(
            lv: "\(year) mācību gadā trūkst riska pazīmju: \(count).",
            en: "In the school year \(year) signals are missing: \(count)."
        )
    }
}
