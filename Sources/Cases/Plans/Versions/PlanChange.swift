internal import Frame
internal import Kernel

/// What was done to a plan: kept with the state that it led to, so that nothing that was written is lost.
struct PlanChange: Codable, Hashable, Sendable {
    enum Deed: String, Codable, Sendable {
        /// Its form was saved.
        case saved
        /// A measure came to it.
        case added
        /// A measure was corrected.
        case corrected
        /// Hours of a measure were given, or it was ended.
        case given
        /// A measure that was entered by mistake was taken out.
        case removed
    }

    let deed: Deed
    /// The measure before and after; nil where there was none.
    var before: KeptMeasure?
    var after: KeptMeasure?
    /// Why it was taken out.
    var reason = ""

    static let saved = PlanChange(deed: .saved)

    /// The number of the measure; nil for the form.
    var measure: Int? { after?.id ?? before?.id }

    /// What people read of it in a plan of a kind.
    func words(_ choices: PlanChoices, in kind: PlanKind, _ language: Language) -> String {
        guard let shown = after ?? before else {
            return Text(lv: "plāns saglabāts", en: "the plan was saved")[language]
        }
        let name = choices.name(of: shown.measure, language)
        let changes = self.changes(choices, kind, language).joined(separator: "; ")
        return switch deed {
        case .saved: name
        case .added: Text(lv: "pievienots pasākums: \(name)", en: "measure added: \(name)")[language]
        case .given: "\(name): \(changes)"
        case .corrected:
            Text(lv: "labots pasākums: ", en: "measure corrected: ")[language] + "\(name): \(changes)"
        case .removed:
            Text(lv: "noņemts pasākums: ", en: "measure taken out: ")[language] + "\(name) – \(reason)"
        }
    }

    /// What is another than it was, from what to what.
    private func changes(_ choices: PlanChoices, _ kind: PlanKind, _ language: Language) -> [String] {
        guard let old = before?.measure, let new = after?.measure else { return [] }
        let format = Format(language)
        func days(_ measure: PlanMeasure) -> String {
            "\(format.day(measure.from)) – \(format.day(measure.to))"
        }
        func end(_ measure: PlanMeasure) -> String { measure.ended.map { format.day($0) } ?? "–" }
        func result(_ measure: PlanMeasure) -> String {
            measure.ended == nil ? "–" : measure.result.ofMeasure(in: kind)[language]
        }
        let facts: [(Text, String, String)] = [
            (
                Text(lv: "pasākums", en: "measure"), choices.name(of: old, language),
                choices.name(of: new, language)
            ),
            (Text(lv: "institūcija", en: "body"), old.body.words[language], new.body.words[language]),
            (Text(lv: "kas sniedz", en: "provider"), old.provider, new.provider),
            (Text(lv: "laiks", en: "time"), days(old), days(new)),
            (Text(lv: "plānots", en: "planned"), format.hours(old.planned), format.hours(new.planned)),
            (Text(lv: "sniegts", en: "given"), format.hours(old.given), format.hours(new.given)),
            (Text(lv: "beidzies", en: "ended"), end(old), end(new)),
            (Text(lv: "rezultāts", en: "result"), result(old), result(new)),
        ]
        return facts.filter { $0.1 != $0.2 }.map { "\($0.0[language]) \($0.1) → \($0.2)" }
    }
}

/// A change of a plan with who made it and when.
struct PlanStep: Sendable {
    /// The version that it belongs to.
    let number: Int
    /// 0 for the version as it was saved, then the changes of its measures.
    let ordinal: Int
    let at: Instant
    let who: String
    let change: PlanChange
}
