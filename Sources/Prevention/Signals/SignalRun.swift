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
        try given(try RiskFacts(year, pupils, desk.house.measures, desk.tenant, connection), nil)
    }

    private func given(_ facts: RiskFacts, _ only: Set<RiskQuantity>?) throws -> [Key: Given] {
        let whole = try RiskJudge(facts, desk.tenant, connection)
        var given: [Key: Given] = [:]
        func judge(_ part: RiskFacts) throws {
            try whole.holding(part).signs(rules, years, today: desk.today, only: only) {
                place,
                stay,
                finding in
                guard !erased.contains(place.pupil) else { return }
                given[Key(place: place, rule: finding.record.name)] = Given(
                    year: facts.year,
                    place: place,
                    stay: stay,
                    finding: finding
                )
            }
        }
        let portions = try facts.portions()
        if portions.isEmpty { try judge(facts) }
        for pupils in portions { try judge(facts.part(of: pupils)) }
        for key in try counted(facts.year, Set(given.keys.map(\.place.pupil))) { given[key] = nil }
        return given
    }

    /// Signals of a year that is over of which the count alone is kept: they are judged no more.
    private func counted(_ year: SchoolYear, _ pupils: Set<PupilID>) throws -> [Key] {
        guard year < SchoolYear(containing: desk.today), !pupils.isEmpty else { return [] }
        return try SignalStore(tenant: desk.tenant, connection: connection)
            .counted(in: year, of: pupils.count <= 500 ? pupils : nil)
            .map { Key(place: RiskPlace(pupil: $0.pupil, term: $0.term), rule: $0.rule) }
    }

    /// Brings the signals of some pupils in a year, or of all, up to what is given; those of some quantities, or of all.
    func settle(_ year: SchoolYear, _ pupils: Set<PupilID>?, only: Set<RiskQuantity>? = nil) throws {
        guard year.first <= desk.today else { return }
        let facts = try RiskFacts(year, pupils, desk.house.measures, desk.tenant, connection)
        try settle(year, pupils, only, given(facts, only))
    }

    /// Brings the signals of all pupils of a year up to what facts give as they are shown.
    func settle(_ facts: RiskFacts) throws {
        try settle(facts.year, nil, nil, given(facts, nil))
    }

    private func settle(
        _ year: SchoolYear,
        _ pupils: Set<PupilID>?,
        _ only: Set<RiskQuantity>?,
        _ found: [Key: Given]
    ) throws {
        let numbers = only.map { Set($0.map(\.number)) }
        let few = pupils.flatMap { $0.count <= 5_000 ? $0 : nil }
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        var open = try store.open(in: year, of: few)
            .filter { $0.quantity != RiskQuantity.observation.number }
            .filter { pupils?.contains($0.pupil) ?? true }
            .filter { numbers?.contains($0.quantity) ?? true }
        var given = found
        let writer = SignalWriter(desk: desk, connection: connection)
        var standing = Set(open.map { Key(place: $0.place, rule: $0.rule) })
        for signal in try store.ended(on: desk.today, in: year, of: few)
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
