internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// A rule by which it is too early to tell of a pupil: something is recorded, and less than the rule asks for.
struct EarlySign: Sendable {
    let title: Text
    let rule: String
    let quantity: RiskQuantity
    let year: SchoolYear
    let term: Int
    /// How much is recorded, and how much it takes.
    let recorded: Int
    let needed: Int

    /// What it lacks, in a sentence.
    var words: Text {
        guard needed > 0 else { return Text(lv: "vēl nav datu", en: "no data yet") }
        switch quantity {
        case .subjectsBelow, .examSubjects:
            return Text(
                lv: "priekšmeti ar vērtējumu: \(recorded), vajag vismaz \(needed)",
                en: "subjects with a mark: \(recorded), at least \(needed) needed"
            )
        case .absence, .fall:
            return Text(
                lv: "reģistrētās stundas: \(recorded), vajag vismaz \(needed)",
                en: "lessons recorded: \(recorded), at least \(needed) needed"
            )
        default:
            return Text(
                lv: "reģistrēts: \(recorded), vajag vismaz \(needed)",
                en: "recorded: \(recorded), at least \(needed) needed"
            )
        }
    }

    /// Those of a pupil in this year, by rule and term.
    static func all(
        of pupil: PupilID,
        _ rules: RiskRules,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [EarlySign] {
        let year = SchoolYear(containing: desk.today)
        let facts = try RiskFacts(year, [pupil], desk.house.measures, desk.tenant, connection)
        let judge = try RiskJudge(facts, desk.tenant, connection)
        let years = try Years.load(desk.tenant, connection)
        var found: [EarlySign] = []
        try judge.signs(rules, years, today: desk.today, that: .tooEarly) { place, _, finding in
            found.append(
                EarlySign(
                    title: finding.record.title,
                    rule: finding.record.name,
                    quantity: finding.record.rule.quantity,
                    year: year,
                    term: place.term,
                    recorded: finding.reading.exposure,
                    needed: finding.record.rule.leastExposure
                )
            )
        }
        return found.sorted { ($0.rule, $0.term) < ($1.rule, $1.term) }
    }
}
