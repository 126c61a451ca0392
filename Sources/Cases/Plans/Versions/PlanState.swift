internal import Frame
internal import Kernel

/// Everything that the print of a plan shows beside the words of its body, as it stood: kept as one sealed text.
///
/// Words of lists and names of registers are in it, as they change too and the paper that was signed does not.
struct PlanState: Codable, Hashable, Sendable {
    /// Words in both languages.
    struct Words: Codable, Hashable, Sendable {
        let lv: String
        let en: String

        init(_ text: Text) {
            (lv, en) = (text.lv, text.en)
        }

        var text: Text { Text(lv: lv, en: en) }
    }

    /// The pupil.
    let name: String
    /// The institution.
    let place: Words
    /// Class, programme and who answered for the plan; nil of states from before they were kept.
    let pupilPlace: PlanPlace?
    let year: Int
    let term: Int
    let ground: Int
    let parents: Int
    /// Days by their numbers; 0 is none.
    let parentsOn: Int
    let midtermOn: Int
    let result: Int
    let resultOn: Int
    /// Cents, by what they are for.
    let aid: [String: Int]
    let measures: [KeptMeasure]
    /// Minutes of consultations in the log, by subject.
    let logged: [Int: Int]
    /// The words of codes, by ``PlanChoices/key(_:_:)``.
    let words: [String: Words]

    init(_ plan: SupportPlan, of pupil: (name: String, place: Text), _ rows: Rows) {
        (name, place) = (pupil.name, Words(pupil.place))
        pupilPlace = rows.place
        (year, term) = (plan.year.start, plan.term)
        (ground, parents) = (plan.ground.rawValue, plan.parents.rawValue)
        parentsOn = plan.parentsOn?.number ?? 0
        midtermOn = plan.midtermOn?.number ?? 0
        result = plan.result.rawValue
        resultOn = plan.resultOn?.number ?? 0
        aid = Dictionary(PlanAid.names.map { ($0, plan.aid[$0]) }) { first, _ in first }
        measures = rows.measures.map { KeptMeasure($0) }
        logged = rows.logged
        words = rows.words.mapValues { Words($0) }
    }

    /// What other tables have of a plan, with the words of its codes.
    struct Rows {
        let measures: [PlanMeasure]
        let logged: [Int: Int]
        let words: [String: Text]
        let place: PlanPlace
    }

    /// The plan with what it said then.
    func applied(to now: SupportPlan) -> SupportPlan {
        func day(_ number: Int) -> Day? { number == 0 ? nil : Day(number: number) }
        var plan = now
        plan.year = SchoolYear(year)
        plan.term = term
        plan.ground = PlanGround(rawValue: ground) ?? .notSaid
        plan.parents = ParentsAnswer(rawValue: parents) ?? .notAsked
        plan.parentsOn = day(parentsOn)
        plan.midtermOn = day(midtermOn)
        plan.result = PlanResult(rawValue: result) ?? PlanResult.none
        plan.resultOn = day(resultOn)
        for name in PlanAid.names { plan.aid[name] = aid[name] ?? 0 }
        return plan
    }
}

/// A measure as it stood.
struct KeptMeasure: Codable, Hashable, Sendable {
    let id: Int
    let kind: Int
    let subject: Int
    let body: Int
    let provider: String
    /// Minutes.
    let planned: Int
    let given: Int
    /// Days by their numbers; 0 is none.
    let from: Int
    let to: Int
    let ended: Int
    /// The number of its result; nil of states from before it was asked.
    let result: Int?

    init(_ measure: PlanMeasure) {
        id = measure.id
        kind = measure.kind.rawValue
        subject = measure.subject
        body = measure.body.rawValue
        provider = measure.provider
        (planned, given) = (measure.planned, measure.given)
        (from, to) = (measure.from.number, measure.to.number)
        ended = measure.ended?.number ?? 0
        result = measure.result.rawValue
    }

    /// The measure, which nobody changes any more.
    var measure: PlanMeasure {
        PlanMeasure(
            id: id,
            kind: MeasureKind(rawValue: kind),
            subject: subject,
            body: CaseBody(rawValue: body) ?? .other,
            provider: provider,
            planned: planned,
            given: given,
            from: Day(number: from),
            to: Day(number: to),
            ended: ended == 0 ? nil : Day(number: ended),
            result: result.flatMap { PlanResult(rawValue: $0) } ?? PlanResult.none,
            version: 0
        )
    }
}
