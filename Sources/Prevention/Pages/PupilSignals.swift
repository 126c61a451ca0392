internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Everything that the page of a pupil's signals shows.
struct PupilSignals: Sendable {
    let pupil: PupilID
    let name: String
    let stay: YearStay?
    let place: Text
    let signals: [RiskSignal]
    let readings: [Int: [ShownReading]]
    let steps: [Int: [SignalStep]]
    let stays: [SchoolYear: YearStays]
    /// The years whose figures of the pupil the reader may open.
    let openYears: Set<SchoolYear>
    /// Stays of these years within which the reader may read of the pupil, with their institutions and classes.
    let places: [YearStay: Text]
    /// Whether the pupil's own page is the reader's.
    let seesPupil: Bool
    let levels: [SetLevel]
    let observations: [Int: Observation]
    /// The texts that this reader may read, by signal; and the reasons of levels, by their place in the list.
    let texts: [Int: String]
    /// The codes of risks that this reader may know, by signal.
    let factors: [Int: String]
    let reasons: [String]
    /// Rules by which it is too early to tell, this year.
    let early: [EarlySign]
    let rules: RiskRules
    let lists: CodeLists
    let proposed: PreventionLevel?
    let today: Day
    /// Whether older signs or levels are there that were not asked for.
    let hasOlder: Bool

    /// Signals that hold, of years that are not over yet or have none after them.
    var open: [RiskSignal] {
        signals.filter { $0.endedOn == nil && $0.year == SchoolYear(containing: today) }
    }
    /// Signals that ended, or are of years that are over.
    var past: [RiskSignal] {
        signals.filter { $0.endedOn != nil || $0.year != SchoolYear(containing: today) }
    }

    /// Everything, or of what is over and of earlier levels only what is since a day: older texts are not opened at all.
    static func load(
        _ pupil: PupilID,
        since: Day = Day(number: 0),
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilSignals? {
        let tenant = desk.tenant
        let year = SchoolYear(containing: desk.today)
        let names = RegistryNames(tenant: tenant, year: year, connection)
        let known = try connection.value(
            "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND id = \(pupil) AND is_reference = 0",
            PupilID.self
        )
        guard known != nil else { return nil }
        let store = SignalStore(tenant: tenant, connection: connection)
        let all = try store.all(of: pupil)
        let signals = all.filter { ($0.endedOn == nil && $0.year == year) || $0.known >= since }
        let years = Set(signals.flatMap { [$0.year, $0.year.previous] }).union([year])
        let stays = try years.reduce(into: [SchoolYear: YearStays]()) { stays, year in
            stays[year] = try YearStays.load(year, [pupil], tenant, connection)
        }
        let stay = stays[year]?.last(pupil)
        let reader = PupilWorkReader(
            pupil: pupil,
            scope: stay?.scope ?? Scope(pupil: pupil),
            tenant,
            connection
        )
        let pass = desk.pass(.readSignals)
        let everyLevel = try reader.levels()
        // The level that holds stands, whenever it was set.
        let levels = everyLevel.enumerated().filter { $0.offset == 0 || $0.element.day >= since }
            .map(\.element)
        let kept = Set(signals.map(\.id))
        let observations = try reader.observations().filter { kept.contains($0.key) }
        let seen = try observations.compactMapValues { try $0.opened(pass, connection) }
        let open = signals.filter { $0.endedOn == nil && $0.year == year }
        let rules = try RiskRules.load(tenant, connection)
        return PupilSignals(
            pupil: pupil,
            name: names.name(.pupil, pupil.rawValue).lv,
            stay: stay,
            place: stay.map { place($0, names) } ?? Text(lv: "Šogad nemācās.", en: "Not enrolled this year."),
            signals: signals,
            readings: try store.readings(of: signals.map(\.id)),
            steps: try reader.steps(of: signals.map(\.id)),
            stays: stays,
            openYears: try stays.keys.reduce(into: []) { open, year in
                if try isSeen(pupil, on: min(desk.today, year.last), desk, connection) { open.insert(year) }
            },
            places: stays.values.flatMap { $0.byPupil[pupil] ?? [] }.reduce(into: [:]) { places, stay in
                guard desk.asker.may(.readPupils, in: stay.scope, on: desk.today) else { return }
                places[stay] = place(stay, names)
            },
            seesPupil: try isSeen(pupil, on: desk.today, desk, connection),
            levels: levels,
            observations: observations,
            texts: seen.mapValues(\.text),
            factors: seen.mapValues(\.factor),
            reasons: try levels.map { try $0.reason.opened(pass, connection) ?? "" },
            early: try EarlySign.all(of: pupil, rules, desk, connection),
            rules: rules,
            lists: try CodeLists.load(tenant, connection),
            proposed: try PreventionLevel.proposed(
                signs: Set(open.map(\.rule)).count,
                on: desk.today,
                tenant,
                connection
            ),
            today: desk.today,
            hasOlder: signals.count < all.count || levels.count < everyLevel.count
        )
    }

    /// Whether the reader may read of the pupil where the pupil was on a day, as pages of pupils and figures ask.
    private static func isSeen(
        _ pupil: PupilID,
        on day: Day,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Bool {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: day)
        return scope.map { desk.asker.may(.readPupils, in: $0, on: desk.today) } ?? false
    }

    private static func place(_ stay: YearStay, _ names: RegistryNames) -> Text {
        let institution = names.name(.institution, stay.institution.rawValue)
        guard stay.classGroup.rawValue > 0 else { return institution }
        return institution + Text(same: ", ") + names.name(.classGroup, stay.classGroup.rawValue)
    }
}

extension RiskSignal {
    /// The day of what it tells: when it was noted, and no day after its school year.
    var known: Day { min(notedOn, year.last) }
}

extension Observation {
    /// What was seen and of which risk, for whom the pass lets read it.
    fileprivate func opened(_ pass: ReadingPass, _ connection: Connection) throws -> ObservedText? {
        try text.opened(pass, connection).map { ObservedText(factor: factor, opened: $0) }
    }
}

/// Reads what people did about a pupil's signals.
struct PupilWorkReader {
    private let pupil: PupilID
    private let scope: Scope
    private let tenant: TenantID
    private let connection: Connection

    init(pupil: PupilID, scope: Scope, _ tenant: TenantID, _ connection: Connection) {
        self.pupil = pupil
        self.scope = scope
        self.tenant = tenant
        self.connection = connection
    }

    /// The levels that were set, the latest first.
    func levels() throws -> [SetLevel] {
        let rows = try connection.rows(
            """
            SELECT id, level, day, account_name, reason_sealed FROM prevention_level
            WHERE tenant_id = \(tenant) AND pupil_id = \(pupil) ORDER BY id DESC
            """,
            Int.self,
            PreventionLevel.self,
            Day.self,
            String.self,
            [UInt8].self
        )
        return rows.map { id, level, day, who, sealed in
            let reason = text(sealed, "prevention_level", "reason_sealed", id)
            return SetLevel(level: level, day: day, who: who, reason: reason)
        }
    }

    /// What was noticed, by the signal that it is.
    func observations() throws -> [Int: Observation] {
        let rows = try connection.rows(
            """
            SELECT id, signal_id, day, factor, account_name, text_sealed FROM risk_observation
            WHERE tenant_id = \(tenant) AND pupil_id = \(pupil) ORDER BY id
            """,
            Int.self,
            Int.self,
            Day.self,
            String.self,
            String.self,
            [UInt8].self
        )
        let all = rows.map { id, signal, day, factor, who, sealed in
            Observation(
                signal: signal,
                day: day,
                factor: factor,
                who: who,
                text: text(sealed, "risk_observation", "text_sealed", id)
            )
        }
        return Dictionary(all.map { ($0.signal, $0) }) { first, _ in first }
    }

    /// Who moved signals to which state, the earliest first.
    func steps(of signals: [Int]) throws -> [Int: [SignalStep]] {
        guard !signals.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT signal_id, at, state, account_name FROM risk_step
            WHERE tenant_id = \(tenant) AND signal_id IN (\(list: signals.sorted())) ORDER BY signal_id, ordinal
            """,
            Int.self,
            Int.self,
            SignalState.self,
            String.self
        )
        return rows.reduce(into: [:]) { steps, row in
            let step = SignalStep(at: Instant(milliseconds: row.1), state: row.2, who: row.3)
            steps[row.0, default: []].append(step)
        }
    }

    private func text(_ sealed: [UInt8], _ table: String, _ column: String, _ id: Int) -> RestrictedText {
        RestrictedText(
            sealed: sealed,
            tenant: tenant,
            place: SealedPlace(table: table, column: column, key: tenant, pupil, id),
            scope: scope
        )
    }
}
