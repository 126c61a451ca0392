internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Holds rules against what became of the pupils of a year.
///
/// Of a board they are very many and are counted by dozens of rules and groups: each has a place in a list, and what is
/// known of them lies in lists of the same length.
struct TrackRun {
    let question: Question
    let rules: [RiskRecord]
    let outcome: RiskOutcome
    private let judge: RiskJudge
    private let reader: TrackReader
    /// The pupils of whom the outcome is known, in their order.
    private let pupils: [PupilID]
    private let places: [PupilID: Int]
    /// Whether the outcome came about.
    private let outcomes: [Bool]
    /// Those whom the reader does not work with.
    private let strangers: [Bool]
    /// Those of whose special programme the reader may not know.
    private let closed: [Bool]

    /// Nil where no outcome of the year is known.
    init?(_ question: Question) throws {
        self.question = question
        let (selection, tenant, connection) = (question.selection, question.tenant, question.connection)
        let facts = try RiskFacts(selection.year, nil, question.measures, tenant, connection)
        let known = try OutcomeFacts(facts, tenant, connection)
        let asked = selection.outcome.flatMap { RiskOutcome(rawValue: $0) }
        guard let outcome = try asked ?? known.first() else { return nil }
        self.outcome = outcome
        let reader = try TrackReader(question)
        self.reader = reader
        judge = try RiskJudge(facts, tenant, connection)
        let found = try known.known(outcome).compactMap { pupil, outcome in
            facts.stays.last(pupil).map { (pupil: pupil, outcome: outcome, stay: $0) }
        }
        .filter { reader.reaches($0.stay) }
        .sorted { $0.pupil < $1.pupil }
        guard !found.isEmpty else { return nil }
        pupils = found.map(\.pupil)
        places = Dictionary(uniqueKeysWithValues: pupils.enumerated().map { ($0.element, $0.offset) })
        outcomes = found.map(\.outcome)
        strangers = found.map { !reader.knows($0.stay) }
        closed = found.map { !reader.knowsStatus($0.stay) }
        let all = try RiskRules.load(tenant, connection)
        let day = min(question.today, selection.year.last)
        rules = all.names.filter { selection.rule == nil || selection.rule == $0 }
            .compactMap { all.named($0, on: day) ?? all.latest($0) }
            .filter { $0.rule.quantity != .observation }
    }

    var floor: Int { reader.floor }

    /// How many pupils there are.
    var size: Int { pupils.count }

    /// What a rule says of each pupil, at the pupil's place.
    struct Result {
        let record: RiskRecord
        /// Whether the rule flags the pupil.
        let flags: [TrackFlag]
        /// How large the reading of a flagged pupil is against the threshold.
        let weights: [Int]
    }

    /// What each rule says.
    func results() throws -> [Result] {
        try rules.map { record in
            var flags = [TrackFlag](repeating: .untold, count: pupils.count)
            var weights = [Int](repeating: 0, count: pupils.count)
            try judge.findings(record) { pupil, finding in
                guard finding.verdict != .tooEarly, let place = places[pupil] else { return }
                guard finding.verdict == .met else {
                    if flags[place] == .untold { flags[place] = .clear }
                    return
                }
                flags[place] = .raised
                weights[place] = max(weights[place], finding.weight)
            }
            return Result(record: record, flags: flags, weights: weights)
        }
    }

    /// Whether some of the pupils at places, with the outcome or without it, are so few that no two numbers may differ
    /// by them.
    func areFew(_ places: some Sequence<Int>) -> Bool {
        var (with, without) = (0, 0)
        for place in places where strangers[place] {
            if outcomes[place] { with += 1 } else { without += 1 }
        }
        return [with, without].contains { $0 > 0 && $0 < floor }
    }

    /// The numbers of flags over some pupils.
    func count(_ flags: [TrackFlag], of group: TrackGroup? = nil) -> TrackCount {
        count(of: group) { flags[$0] }
    }

    /// The numbers of what is said of the pupil at each place.
    func count(of group: TrackGroup? = nil, _ flag: (Int) -> TrackFlag) -> TrackCount {
        let strangers = group?.isStatus == true ? closed : strangers
        var count = TrackCount()
        for place in pupils.indices where group?.members[place] ?? true {
            let flag = flag(place)
            guard flag != .untold else { continue }
            count.add(flagged: flag == .raised, outcome: outcomes[place], isStranger: strangers[place])
        }
        return count
    }

    /// The groups that a rule is looked at by: sex, language of the programme, special programme.
    func groups() throws -> [[TrackGroup]] {
        var sexes = [Int](repeating: 0, count: pupils.count)
        var isSpecial = [Bool?](repeating: nil, count: pupils.count)
        let rows = try question.connection.rows(
            "SELECT id, sex, is_special FROM pupil WHERE tenant_id = \(question.tenant) ORDER BY id",
            PupilID.self,
            Int.self,
            Bool.self
        )
        for (pupil, sex, special) in rows {
            guard let place = places[pupil] else { continue }
            (sexes[place], isSpecial[place]) = (sex, special)
        }
        let minorities = pupils.map {
            TrackRun.isMinority(judge.facts.stays.last($0)?.programme ?? "")
        }
        return [
            [
                TrackGroup(Text(lv: "Zēni", en: "Boys"), sexes.map { $0 == 1 }),
                TrackGroup(Text(lv: "Meitenes", en: "Girls"), sexes.map { $0 == 2 }),
            ],
            [
                TrackGroup(
                    Text(lv: "Mazākumtautību programmā", en: "In a minority programme"),
                    minorities.map { $0 == true }
                ),
                TrackGroup(
                    Text(lv: "Programmā latviešu valodā", en: "In a programme in Latvian"),
                    minorities.map { $0 == false }
                ),
            ],
            [
                TrackGroup(
                    Text(lv: "Speciālajā programmā", en: "In a special programme"),
                    isSpecial.map { $0 == true },
                    isStatus: true
                ),
                TrackGroup(
                    Text(lv: "Citās programmās", en: "In other programmes"),
                    isSpecial.map { $0 == false },
                    isStatus: true
                ),
            ],
        ]
        .filter { split in split.allSatisfy { $0.members.contains(true) } }
    }

    /// The seventh digit of a programme's code; nil where there is no code.
    static func isMinority(_ code: String) -> Bool? {
        let digits = Array(code.utf8)
        guard digits.count == 8 else { return nil }
        return digits[6] == UInt8(ascii: "2")
    }
}

/// What a rule says of a pupil.
enum TrackFlag: UInt8 {
    /// Nothing: too little is known.
    case untold
    /// That there is no sign.
    case clear
    /// That there is a sign.
    case raised
}

/// Pupils who have something in common.
struct TrackGroup {
    let name: Text
    /// Whether the pupil at each place is one of them.
    let members: [Bool]
    /// Whether being in it is a special status, which fewer may know of.
    let isStatus: Bool

    init(_ name: Text, _ members: [Bool], isStatus: Bool = false) {
        self.name = name
        self.members = members
        self.isStatus = isStatus
    }
}
