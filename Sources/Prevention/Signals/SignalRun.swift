internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Brings signals up to what data and rules give now: new ones begin, others show new facts, or end.
struct SignalRun {
    let desk: Desk
    let connection: Connection
    private let rules: RiskRules
    private let years: Years
    /// Nobody works with a pupil who is a number only.
    private let erased: Set<PupilID>

    init(_ desk: Desk, _ connection: Connection) throws {
        self.desk = desk
        self.connection = connection
        rules = try RiskRules.load(desk.tenant, connection)
        years = try Years.load(desk.tenant, connection)
        erased = try ErasedPupils.load(desk.tenant, connection).pupils
    }

    /// A signal as the rules give it.
    struct Given {
        let year: SchoolYear
        let place: RiskPlace
        let stay: YearStay
        let finding: RiskFinding
    }

    /// What a signal is of: one rule, a pupil, a term or the year.
    struct Key: Hashable {
        let place: RiskPlace
        let rule: String
    }

    /// The signals that data and rules give of some pupils in a year, or of all.
    func given(_ year: SchoolYear, _ pupils: Set<PupilID>?) throws -> [Key: Given] {
        let facts = try RiskFacts(year, pupils, desk.house.measures, desk.tenant, connection)
        let judge = try RiskJudge(facts, desk.tenant, connection)
        var given: [Key: Given] = [:]
        for (place, finding) in try judge.findings(rules, years, today: desk.today)
        where finding.verdict == .met && !erased.contains(place.pupil) {
            guard let stay = facts.stays.last(place.pupil) else { continue }
            given[Key(place: place, rule: finding.record.name)] = Given(
                year: year,
                place: place,
                stay: stay,
                finding: finding
            )
        }
        return given
    }

    /// Brings the signals of some pupils in a year, or of all, up to what is given.
    func settle(_ year: SchoolYear, _ pupils: Set<PupilID>?) throws {
        guard year.first <= desk.today else { return }
        let few = pupils.flatMap { $0.count <= 5_000 ? $0 : nil }
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        var open = try store.open(in: year, of: few)
            .filter { $0.quantity != RiskQuantity.observation.number }
            .filter { pupils?.contains($0.pupil) ?? true }
        var given = try given(year, pupils)
        let writer = SignalWriter(desk: desk, connection: connection)
        var standing = Set(open.map { Key(place: $0.place, rule: $0.rule) })
        for signal in try store.ended(on: desk.today, in: year)
        where signal.quantity != RiskQuantity.observation.number {
            let key = Key(place: signal.place, rule: signal.rule)
            guard given[key] != nil, standing.insert(key).inserted else { continue }
            try writer.reopen(signal)
            open.append(signal)
        }
        for signal in open {
            if let now = given.removeValue(forKey: Key(place: signal.place, rule: signal.rule)) {
                try writer.update(signal, now)
            } else {
                try writer.end(signal)
            }
        }
        let new = given.values.sorted { left, right in
            if left.place != right.place { return left.place < right.place }
            return left.finding.record.name < right.finding.record.name
        }
        try writer.begin(new)
    }
}
