internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Tries a rule of risk before it goes live: how many pupils it would flag, where, and of which groups.
///
/// It changes nothing; whoever wants the rule so edits it afterwards.
struct TrialPage: Page {
    let method = PageMethod.get
    let path = "/signals/trial"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Riska pazīmju izmēģinājums", en: "Trial of signs of risk")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let asked = request.query
        let view = try await desk.database.data.read { connection -> TrialView in
            let rules = try RiskRules.load(desk.tenant, connection)
            let years = try Years.load(desk.tenant, connection)
            let year = asked["year"].flatMap { SchoolYear($0) } ?? years.latest(today: desk.today)
            let names = rules.names.filter { rules.latest($0)?.rule.quantity != .observation }
            let name = asked["rule"].flatMap { names.contains($0) ? $0 : nil } ?? names.first ?? ""
            let day = min(desk.today, year.last)
            guard let record = rules.named(name, on: day) ?? rules.latest(name) else {
                throw Refusal.noSuchPage
            }
            let form = TrialForm(record, asked)
            return TrialView(
                rules: names.compactMap { name in rules.latest(name).map { (name, $0.title) } },
                years: years.withData.filter { $0.first <= desk.today },
                form: form,
                year: year,
                trial: try form.draft.map { try Trial.run(record, $0, year, desk, connection) },
                language: request.language,
                mayEdit: desk.asker.may(.administer, in: .tenant, on: desk.today)
            )
        }
        return .page(
            PageContent(
                TrialPage.title,
                view.html,
                // Who administers the board sees no pupil, and no list of them.
                crumbs: desk.asker.reach(.readSignals, on: desk.today).isEmpty
                    ? [] : [PageContent.Crumb(SignalsPage.title, "/signals")]
            )
        )
    }
}

/// What was asked of a trial; what was not is as the rule has it.
struct TrialForm: Sendable {
    let record: RiskRecord
    let texts: [String: String]
    /// What is wrong, by the name of the field.
    private(set) var errors: [String: Text] = [:]
    /// What to try; nil before anything is asked for, and where something is wrong.
    private(set) var draft: Trial.Draft?

    init(_ record: RiskRecord, _ asked: [String: String]) {
        self.record = record
        let rule = record.rule
        // Another rule was chosen: its own numbers come first.
        let isTried = asked["of"] == record.name
        var texts = [
            "threshold": String(rule.threshold), "comparison": rule.comparison.rawValue,
            "exposure": rule.exposure.map { String($0) } ?? "",
            "from-grade": rule.fromGrade.map { String($0) } ?? "",
            "to-grade": rule.toGrade.map { String($0) } ?? "",
        ]
        if isTried { for name in texts.keys { texts[name] = asked[name] ?? "" } }
        self.texts = texts
        guard isTried else { return }
        let threshold = number("threshold", 0...1000, isOptional: false)
        let exposure = number("exposure", 0...2000)
        let (first, last) = (number("from-grade", 1...12), number("to-grade", 1...12))
        guard errors.isEmpty, let threshold else { return }
        draft = Trial.Draft(
            threshold: threshold,
            comparison: texts["comparison"].flatMap { RiskRule.Comparison(rawValue: $0) } ?? rule.comparison,
            exposure: exposure,
            fromGrade: first,
            toGrade: last
        )
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Int>, isOptional: Bool = true) -> Int? {
        let text = (texts[name] ?? "").trimmed
        if text.isEmpty, isOptional { return nil }
        if let number = try? Parse.integer(text), range.contains(number) { return number }
        errors[name] = Text(
            lv: "Ierakstiet veselu skaitli no \(range.lowerBound) līdz \(range.upperBound).",
            en: "Write a whole number from \(range.lowerBound) to \(range.upperBound)."
        )
        return nil
    }
}
