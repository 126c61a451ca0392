internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Two passes over one year: a rule as it is, and as somebody would have it or another rule.
struct Trial: Sendable {
    /// What a rule would be changed to.
    struct Draft: Sendable {
        let threshold: Int
        let comparison: RiskRule.Comparison
        let exposure: Int?
        let fromGrade: Int?
        let toGrade: Int?
        let programme: String?
        /// The bound of marks, where the rule has one.
        let mark: Int?
        /// Thresholds of institutions that have their own, by registration number.
        let overrides: [String: Int]?

        /// The rule as it would be.
        func tried(_ record: RiskRecord) -> RiskRecord {
            record.trying(
                record.rule.changed(
                    threshold: threshold,
                    comparison,
                    exposure: exposure,
                    fromGrade: fromGrade,
                    toGrade: toGrade,
                    programme: programme,
                    mark: mark,
                    overrides: overrides
                )
            )
        }
    }

    /// How many pupils are flagged by both passes, by one of them, or by neither for want of data.
    struct Counts: Sendable {
        var now = SafeCount()
        var then = SafeCount()
        var added = SafeCount()
        var dropped = SafeCount()
        var tooEarly = SafeCount()
    }

    /// A number of pupils, of whom the reader works with some.
    struct SafeCount: Sendable {
        private(set) var known = 0
        private(set) var strangers = 0

        mutating func add(isStranger: Bool) {
            if isStranger { strangers += 1 } else { known += 1 }
        }

        /// The number as the reader may see it: strangers are told of in steps of the floor, and fewer not at all.
        ///
        /// Two trials that differ by a little would otherwise tell of single pupils.
        func shown(floor: Int) -> (number: Int, isRounded: Bool)? {
            guard strangers > 0 else { return (known, false) }
            guard strangers >= floor else { return nil }
            return (known + (strangers + floor / 2) / floor * floor, true)
        }
    }

    let record: RiskRecord
    /// What the second pass is by.
    let second: RiskRecord
    let year: SchoolYear
    let all: Counts
    let places: [(id: Int, name: Text, counts: Counts)]
    let groups: [(name: Text, counts: Counts)]
    let floor: Int

    /// Whether two rules are held side by side, and not one against what it would be.
    var isOfTwo: Bool { record.name != second.name }

    /// Runs both passes over the pupils whom the reader reaches.
    static func run(
        _ record: RiskRecord,
        _ second: RiskRecord,
        _ year: SchoolYear,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Trial {
        let facts = try RiskFacts(year, nil, desk.house.measures, desk.tenant, connection)
        let judge = try RiskJudge(facts, desk.tenant, connection)
        let (now, then) = (try verdicts(record, judge), try verdicts(second, judge))
        let reader = try TrackReader(desk, connection)
        let kinds = try kinds(desk.tenant, connection)
        var all = Counts()
        var byPlace: [Int: Counts] = [:]
        var byGroup: [String: Counts] = [:]
        for pupil in Set(now.keys).union(then.keys) {
            guard let stay = facts.stays.last(pupil), reader.reaches(stay) else { continue }
            let isStranger = !reader.knows(stay)
            func count(_ counts: inout Counts, _ isStranger: Bool) {
                counts.add(now[pupil], then[pupil], isStranger: isStranger)
            }
            count(&all, isStranger)
            count(&byPlace[stay.institution.rawValue, default: Counts()], isStranger)
            for group in Group.allCases where group.holds(kinds[pupil], stay) {
                let isClosed = group == .special && !reader.knowsStatus(stay)
                count(&byGroup[group.rawValue, default: Counts()], isStranger || isClosed)
            }
        }
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        return Trial(
            record: record,
            second: second,
            year: year,
            all: all,
            places: names.sorted(.institution, byPlace.keys).map { id in
                (id, names.name(.institution, id), byPlace[id] ?? Counts())
            },
            groups: Group.allCases.compactMap { group in byGroup[group.rawValue].map { (group.words, $0) } },
            floor: reader.floor
        )
    }

    private static func verdicts(_ record: RiskRecord, _ judge: RiskJudge) throws -> [PupilID: RiskVerdict] {
        var verdicts: [PupilID: RiskVerdict] = [:]
        try judge.findings(record) { pupil, finding in
            let verdict = finding.verdict
            // A sign of one term is a sign; of several terms one may be too early to tell.
            if verdict == .met || verdicts[pupil] == nil || verdicts[pupil] == .tooEarly {
                verdicts[pupil] = verdicts[pupil] == .met ? .met : verdict
            }
        }
        return verdicts
    }

    private static func kinds(
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [PupilID: (sex: Int, isSpecial: Bool)] {
        let rows = try connection.rows(
            "SELECT id, sex, is_special FROM pupil WHERE tenant_id = \(tenant) ORDER BY id",
            PupilID.self,
            Int.self,
            Bool.self
        )
        return Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }) { first, _ in first }
    }

    private enum Group: String, CaseIterable {
        case boys
        case girls
        case minority
        case latvian
        case special

        var words: Text {
            switch self {
            case .boys: Text(lv: "Zēni", en: "Boys")
            case .girls: Text(lv: "Meitenes", en: "Girls")
            case .minority: Text(lv: "Mazākumtautību programmā", en: "In a minority programme")
            case .latvian: Text(lv: "Programmā latviešu valodā", en: "In a programme in Latvian")
            case .special: Text(lv: "Speciālajā programmā", en: "In a special programme")
            }
        }

        func holds(_ kind: (sex: Int, isSpecial: Bool)?, _ stay: YearStay) -> Bool {
            guard let kind else { return false }
            return switch self {
            case .boys: kind.sex == 1
            case .girls: kind.sex == 2
            case .minority: TrackRun.isMinority(stay.programme) == true
            case .latvian: TrackRun.isMinority(stay.programme) == false
            case .special: kind.isSpecial
            }
        }
    }
}

extension Trial.Counts {
    fileprivate mutating func add(_ now: RiskVerdict?, _ then: RiskVerdict?, isStranger: Bool) {
        if now == .met { self.now.add(isStranger: isStranger) }
        if then == .met { self.then.add(isStranger: isStranger) }
        if then == .met, now != .met { added.add(isStranger: isStranger) }
        if now == .met, then != .met { dropped.add(isStranger: isStranger) }
        if then == .tooEarly { tooEarly.add(isStranger: isStranger) }
    }
}
