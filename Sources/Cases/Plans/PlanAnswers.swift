internal import Frame
internal import Kernel
internal import Registry

/// The answers of a plan's form, read and checked.
struct PlanAnswers: Sendable {
    var kind = PlanKind.support
    var year: SchoolYear
    var term = 1
    var parents = ParentsAnswer.notAsked
    var parentsOn: Day?
    var midtermOn: Day?
    var result = PlanResult.none
    var aid = PlanAid()
    var body: EditTexts = [:]

    /// Names of the answers that are words.
    static let words = ["strengths", "goals", "midterm", "recommendation"]

    /// Reads a form; throws what is wrong, beside each field.
    init(_ typed: EditTexts, _ lists: CodeLists, on today: Day) throws(FieldErrors) {
        var reader = FieldReader(typed)
        let choice = reader.choice("kind", PlanKind.allCases.map { String($0.rawValue) })
        kind = Int(choice).flatMap { PlanKind(rawValue: $0) } ?? .support
        let parts = (typed["term"] ?? "").split(separator: "/").compactMap { Int($0) }
        year = SchoolYear(containing: today)
        if parts.count == 2, (1...2).contains(parts[1]) {
            year = SchoolYear(parts[0])
            term = parts[1]
        } else {
            reader.fail("term", .missingAnswer)
        }
        parents = Int(typed["parents"] ?? "").flatMap { ParentsAnswer(rawValue: $0) } ?? .notAsked
        parentsOn = reader.day("parents_on", optional: parents == .notAsked)
        midtermOn = reader.day("midterm_on")
        result = Int(typed["result"] ?? "").flatMap { PlanResult(rawValue: $0) } ?? .none
        for name in PlanAid.names {
            aid[name] = reader.number(name, decimals: 2, in: 0...1_000_000, optional: true) ?? 0
        }
        body["strengths"] = reader.words("strengths")
        body["goals"] = reader.words("goals")
        for name in ["midterm", "recommendation"] { body[name] = reader.words(name, optional: true) }
        readRisks(&reader, lists, on: today)
        try reader.finish()
    }

    private mutating func readRisks(_ reader: inout FieldReader, _ lists: CodeLists, on today: Day) {
        let known = Set(lists.items(CodeLists.riskFactors, on: today).map(\.code))
        for number in 1...PlanBody.risks {
            let factor = reader.words("risk\(number)", optional: true)
            let evidence = reader.words("evidence\(number)", optional: true)
            guard !factor.isEmpty || !evidence.isEmpty else { continue }
            guard known.contains(factor) else {
                reader.fail("risk\(number)", .missingAnswer)
                continue
            }
            // A risk without evidence is an opinion.
            if evidence.isEmpty { reader.fail("evidence\(number)", .missingAnswer) }
            body["risk\(number)"] = factor
            body["severity\(number)"] = reader.choice("severity\(number)", ["1", "2", "3"])
            body["evidence\(number)"] = evidence
        }
    }
}

extension SupportPlan {
    /// The plan as its form shows it.
    func texts(_ body: EditTexts) -> EditTexts {
        let format = Format(.lv)
        var texts = body
        texts["kind"] = String(kind.rawValue)
        texts["term"] = "\(year.start)/\(term)"
        texts["parents"] = String(parents.rawValue)
        texts["parents_on"] = parentsOn.map { format.day($0) } ?? ""
        texts["midterm_on"] = midtermOn.map { format.day($0) } ?? ""
        texts["result"] = String(result.rawValue)
        for name in PlanAid.names { texts[name] = aid[name] == 0 ? "" : format.decimal(aid[name], 2) }
        return texts
    }
}

/// How grave a risk is.
enum Severity {
    static func words(_ code: String) -> Text {
        switch code {
        case "1": Text(lv: "neliels", en: "slight")
        case "2": Text(lv: "vidējs", en: "medium")
        default: Text(lv: "liels", en: "great")
        }
    }
}
