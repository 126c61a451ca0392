internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// A list that a part of a plan has answers from.
enum PlanCodes: String, Sendable {
    case risks
    case severities
    case subjects
    case activities
    case measures
}

/// What forms of plans let people choose from: codes with their words.
struct PlanChoices: Sendable {
    let lists: CodeLists
    /// Subjects in Latvian order.
    let subjects: [(id: Int, name: String)]
    let today: Day
    /// The words that codes had when the version of a plan that is shown was kept, by ``key(_:_:)``.
    var kept: [String: Text] = [:]

    static func load(_ desk: Desk, _ connection: Connection) throws -> PlanChoices {
        PlanChoices(
            lists: try CodeLists.load(desk.tenant, connection),
            subjects: try RegistryLookup(tenant: desk.tenant, connection).subjects(),
            today: desk.today
        )
    }

    /// The name of a subject; nil where there is none.
    func subject(_ id: Int) -> String? {
        kept[PlanChoices.key(.subjects, String(id))]?.lv ?? subjects.first { $0.id == id }?.name
    }

    /// What a measure is called, with its subject.
    func name(of measure: PlanMeasure, _ language: Language) -> String {
        let kind = words(.measures, String(measure.kind.rawValue))[language]
        return subject(measure.subject).map { "\(kind): \($0)" } ?? kind
    }

    /// Under which key the words of a code are kept; `note` is what stands in a smaller line under them.
    static func key(_ list: PlanCodes, _ code: String, note: Bool = false) -> String {
        "\(list.rawValue)/\(code)\(note ? "/note" : "")"
    }

    /// The words of every code that a plan has.
    func words(of plan: SupportPlan, _ body: EditTexts, _ measures: [PlanMeasure]) -> [String: Text] {
        var codes = (plan.kind.parts + PlanKind.support.parts).flatMap { $0.codes(in: body) }
        for measure in measures {
            codes.append((list: .measures, code: String(measure.kind.rawValue)))
            if measure.subject != 0 { codes.append((list: .subjects, code: String(measure.subject))) }
        }
        return codes.reduce(into: [:]) { words, item in
            words[PlanChoices.key(item.list, item.code)] = self.words(item.list, item.code)
            words[PlanChoices.key(item.list, item.code, note: true)] = note(item.list, item.code)
        }
    }

    /// What may be chosen today.
    func items(_ list: PlanCodes) -> [(code: String, words: Text)] {
        switch list {
        case .risks:
            lists.items(CodeLists.riskFactors, on: today).map { (code: $0.code, words: $0.words.capitalised) }
        case .severities: ["1", "2", "3"].map { (code: $0, words: Severity.words($0)) }
        case .subjects: subjects.map { (code: String($0.id), words: Text(same: $0.name)) }
        case .activities:
            lists.items(CodeLists.talentActivities, on: today).map { (code: $0.code, words: $0.words) }
        case .measures:
            lists.items(CodeLists.supportMeasures, on: today).map { (code: $0.code, words: $0.words) }
        }
    }

    /// The words of a code, also of one that may be chosen no longer.
    func words(_ list: PlanCodes, _ code: String) -> Text {
        kept[PlanChoices.key(list, code)] ?? present(list, code)
    }

    private func present(_ list: PlanCodes, _ code: String) -> Text {
        switch list {
        case .risks: lists.words(CodeLists.riskFactors, code).capitalised
        case .activities: lists.words(CodeLists.talentActivities, code)
        case .measures: lists.words(CodeLists.supportMeasures, code).capitalised
        case .severities, .subjects: items(list).first { $0.code == code }?.words ?? Text(same: code)
        }
    }

    /// What stands in a smaller line under the words: of a risk its group.
    func note(_ list: PlanCodes, _ code: String) -> Text? {
        if let note = kept[PlanChoices.key(list, code, note: true)] { return note }
        guard case .risks = list else { return nil }
        return lists.words(CodeLists.riskGroups, String(code.prefix(1)))
    }
}

/// How grave a risk is: three steps in their order, which reports count by, and no list that grows.
enum Severity {
    static func words(_ code: String) -> Text {
        switch code {
        case "1": Text(lv: "neliels", en: "slight")
        case "2": Text(lv: "vidējs", en: "medium")
        default: Text(lv: "liels", en: "great")
        }
    }
}
