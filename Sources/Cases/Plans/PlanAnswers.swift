internal import Frame
internal import Kernel
internal import Registry

/// The answers of a plan's form, read and checked: those that its kind asks and no others.
struct PlanAnswers: Sendable {
    let kind: PlanKind
    var year: SchoolYear
    var term = 1
    var ground = PlanGround.notSaid
    var parents = ParentsAnswer.notAsked
    var parentsOn: Day?
    var midtermOn: Day?
    var result = PlanResult.none
    var aid = PlanAid()
    var body: EditTexts = [:]

    /// Reads a form; throws what is wrong, beside each field.
    ///
    /// A plan that there is keeps its kind, whatever was sent, and what its form does not ask of it.
    init(
        _ typed: EditTexts,
        _ choices: PlanChoices,
        over old: (plan: SupportPlan, body: EditTexts)? = nil
    ) throws(FieldErrors) {
        guard let kind = old?.plan.kind ?? PlanKind(typed: typed["kind"]) else {
            throw FieldErrors("kind", .missingChoice)
        }
        self.kind = kind
        year = SchoolYear(containing: choices.today)
        if let old { keep(old.plan, old.body) }
        var reader = FieldReader(typed)
        readTerm(&reader)
        for part in kind.parts { part.read(&reader, choices, into: &self) }
        try reader.finish()
    }

    private mutating func keep(_ plan: SupportPlan, _ words: EditTexts) {
        ground = plan.ground
        parents = plan.parents
        parentsOn = plan.parentsOn
        midtermOn = plan.midtermOn
        result = plan.result
        aid = plan.aid
        body = words
    }

    private mutating func readTerm(_ reader: inout FieldReader) {
        let parts = (reader.typed["term"] ?? "").split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, (1...2).contains(parts[1]) else {
            reader.fail("term", .missingChoice)
            return
        }
        year = SchoolYear(parts[0])
        term = parts[1]
    }
}

extension SupportPlan {
    /// The plan as its form shows it.
    func texts(_ body: EditTexts) -> EditTexts {
        let format = Format(.lv)
        var texts = body
        texts["kind"] = String(kind.rawValue)
        texts["ground"] = String(ground.rawValue)
        texts["term"] = "\(year.start)/\(term)"
        texts["parents"] = String(parents.rawValue)
        texts["parents_on"] = parentsOn.map { format.day($0) } ?? ""
        texts["midterm_on"] = midtermOn.map { format.day($0) } ?? ""
        texts["result"] = String(result.rawValue)
        for name in PlanAid.names { texts[name] = aid[name] == 0 ? "" : format.decimal(aid[name], 2) }
        return texts
    }
}
