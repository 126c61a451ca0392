internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Holds rules against what became of the pupils of a year.
struct TrackRun {
    let question: Question
    let rules: [RiskRecord]
    let outcome: RiskOutcome
    private let known: [PupilID: Bool]
    private let judge: RiskJudge
    private let reader: TrackReader
    private let strangers: Set<PupilID>
    /// Those of whose special programme the reader may not know.
    private let closed: Set<PupilID>
    private let pupils: Set<PupilID>

    /// Nil where no outcome of the year is known.
    init?(_ question: Question) throws {
        self.question = question
        let (selection, tenant, connection) = (question.selection, question.tenant, question.connection)
        let facts = try RiskFacts(selection.year, nil, question.measures, tenant, connection)
        let outcomes = try OutcomeFacts(facts, tenant, connection)
        let asked = selection.outcome.flatMap { RiskOutcome(rawValue: $0) }
        guard let outcome = try asked ?? outcomes.first() else { return nil }
        self.outcome = outcome
        let reader = TrackReader(question)
        self.reader = reader
        judge = try RiskJudge(facts, tenant, connection)
        let stays = facts.stays
        known = try outcomes.known(outcome).filter { stays.last($0.key).map { reader.reaches($0) } ?? false }
        guard !known.isEmpty else { return nil }
        pupils = Set(known.keys)
        strangers = pupils.filter { stays.last($0).map { !reader.knows($0) } ?? true }
        closed = pupils.filter { stays.last($0).map { !reader.knowsStatus($0) } ?? true }
        let all = try RiskRules.load(tenant, connection)
        let day = min(question.today, selection.year.last)
        rules = all.names.filter { selection.rule == nil || selection.rule == $0 }
            .compactMap { all.named($0, on: day) ?? all.latest($0) }
            .filter { $0.rule.quantity != .observation }
    }

    var floor: Int { reader.floor }

    /// What a rule says of each pupil of whom the outcome and enough data are known.
    struct Result {
        let record: RiskRecord
        /// Whether the rule flags the pupil.
        let flags: [PupilID: Bool]
        /// How large the reading of a flagged pupil is against the threshold.
        let weights: [PupilID: Int]

        /// The pupils whom it flags.
        var flagged: Set<PupilID> { Set(weights.keys) }
    }

    /// What each rule says.
    func results() throws -> [Result] {
        try rules.map { record in
            var flags: [PupilID: Bool] = [:]
            var weights: [PupilID: Int] = [:]
            for (place, finding) in try judge.findings(record) {
                guard pupils.contains(place.pupil), finding.verdict != .tooEarly else { continue }
                let isMet = finding.verdict == .met
                flags[place.pupil] = (flags[place.pupil] ?? false) || isMet
                if isMet { weights[place.pupil] = max(weights[place.pupil] ?? 0, finding.weight) }
            }
            return Result(record: record, flags: flags, weights: weights)
        }
    }

    /// Whether some of the pupils, with the outcome or without it, are so few that no two numbers may differ by them.
    func areFew(_ pupils: Set<PupilID>) -> Bool {
        var (with, without) = (0, 0)
        for pupil in pupils where strangers.contains(pupil) {
            guard let outcome = known[pupil] else { continue }
            if outcome { with += 1 } else { without += 1 }
        }
        return [with, without].contains { $0 > 0 && $0 < floor }
    }

    /// The numbers of flags over some pupils.
    func count(_ flags: [PupilID: Bool], of group: TrackGroup? = nil) -> TrackCount {
        let strangers = group?.isStatus == true ? closed : strangers
        return flags.reduce(into: TrackCount()) { count, element in
            guard group?.pupils.contains(element.key) ?? true, let outcome = known[element.key] else {
                return
            }
            count.add(
                flagged: element.value,
                outcome: outcome,
                isStranger: strangers.contains(element.key)
            )
        }
    }

    /// The groups that a rule is looked at by: sex, language of the programme, special programme.
    func groups() throws -> [[TrackGroup]] {
        let rows = try question.connection.rows(
            "SELECT id, sex, is_special FROM pupil WHERE tenant_id = \(question.tenant) ORDER BY id",
            PupilID.self,
            Int.self,
            Bool.self
        )
        .filter { pupils.contains($0.0) }
        func of(_ condition: (PupilID, Int, Bool) -> Bool) -> Set<PupilID> {
            Set(rows.filter { condition($0.0, $0.1, $0.2) }.map(\.0))
        }
        func programme(_ pupil: PupilID) -> String { judge.facts.stays.last(pupil)?.programme ?? "" }
        return [
            [
                TrackGroup(Text(lv: "Zēni", en: "Boys"), of { _, sex, _ in sex == 1 }),
                TrackGroup(Text(lv: "Meitenes", en: "Girls"), of { _, sex, _ in sex == 2 }),
            ],
            [
                TrackGroup(
                    Text(lv: "Mazākumtautību programmā", en: "In a minority programme"),
                    of { pupil, _, _ in TrackRun.isMinority(programme(pupil)) == true }
                ),
                TrackGroup(
                    Text(lv: "Programmā latviešu valodā", en: "In a programme in Latvian"),
                    of { pupil, _, _ in TrackRun.isMinority(programme(pupil)) == false }
                ),
            ],
            [
                TrackGroup(
                    Text(lv: "Speciālajā programmā", en: "In a special programme"),
                    of { _, _, isSpecial in isSpecial },
                    isStatus: true
                ),
                TrackGroup(
                    Text(lv: "Citās programmās", en: "In other programmes"),
                    of { _, _, isSpecial in !isSpecial },
                    isStatus: true
                ),
            ],
        ]
        .filter { split in split.allSatisfy { !$0.pupils.isEmpty } }
    }

    /// The seventh digit of a programme's code; nil where there is no code.
    static func isMinority(_ code: String) -> Bool? {
        let digits = Array(code.utf8)
        guard digits.count == 8 else { return nil }
        return digits[6] == UInt8(ascii: "2")
    }
}

/// Pupils who have something in common.
struct TrackGroup {
    let name: Text
    let pupils: Set<PupilID>
    /// Whether being in it is a special status, which fewer may know of.
    let isStatus: Bool

    init(_ name: Text, _ pupils: Set<PupilID>, isStatus: Bool = false) {
        self.name = name
        self.pupils = pupils
        self.isStatus = isStatus
    }
}
