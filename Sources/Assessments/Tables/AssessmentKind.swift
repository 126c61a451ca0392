package import Kernel
internal import Storage

/// What a test or examination is, and who sets it.
///
/// State tests (valsts pārbaudes darbi) are central examinations, examinations, monitoring works and diagnostic
/// works; municipalities set diagnostic and monitoring works of their own.
package enum AssessmentKind: Int, CaseIterable, Sendable, SQLReadable, SQLValue {
    /// A test of one class.
    case classTest = 1
    /// A test of an institution.
    case institutionTest = 2
    /// A diagnostic work of the municipality.
    case municipalDiagnostic = 3
    /// A monitoring work of the municipality.
    case municipalMonitoring = 4
    /// A diagnostic work of the state: no effect on marks, no threshold.
    case stateDiagnostic = 5
    /// A monitoring work of the state.
    case stateMonitoring = 6
    /// An examination of the state that is not marked centrally.
    case stateExam = 7
    /// A central examination: a whole per cent, cut off, with a threshold.
    case centralExam = 8

    /// The stable word in files.
    package var code: String {
        switch self {
        case .classTest: "class-test"
        case .institutionTest: "institution-test"
        case .municipalDiagnostic: "municipal-diagnostic"
        case .municipalMonitoring: "municipal-monitoring"
        case .stateDiagnostic: "state-diagnostic"
        case .stateMonitoring: "state-monitoring"
        case .stateExam: "state-exam"
        case .centralExam: "central-exam"
        }
    }

    /// What people call it.
    package var words: Text {
        switch self {
        case .classTest: Text(lv: "Klases pārbaudes darbs", en: "Class test")
        case .institutionTest: Text(lv: "Iestādes pārbaudes darbs", en: "Test of the institution")
        case .municipalDiagnostic:
            Text(lv: "Pašvaldības diagnosticējošais darbs", en: "Municipal diagnostic work")
        case .municipalMonitoring:
            Text(lv: "Pašvaldības monitoringa darbs", en: "Municipal monitoring work")
        case .stateDiagnostic: Text(lv: "Valsts diagnosticējošais darbs", en: "State diagnostic work")
        case .stateMonitoring: Text(lv: "Valsts monitoringa darbs", en: "State monitoring work")
        case .stateExam: Text(lv: "Valsts eksāmens", en: "State examination")
        case .centralExam: Text(lv: "Centralizētais eksāmens", en: "Central examination")
        }
    }

    /// The kind that a text means, by its stable word or its name in either language.
    package init?(written text: String) {
        let key = LatvianKey.search(text)
        guard !key.isEmpty, let kind = AssessmentKind.byText[key] else { return nil }
        self = kind
    }

    /// Whether one institution sets it, so that its name need not be unique in the municipality.
    package var isOwn: Bool { self == .classTest || self == .institutionTest }

    private static let byText: [String: AssessmentKind] = {
        var kinds: [String: AssessmentKind] = [
            "ce": .centralExam, "eksamens": .stateExam, "exam": .stateExam,
            "diagnosticejosais darbs": .stateDiagnostic, "dd": .stateDiagnostic,
            "monitoringa darbs": .stateMonitoring, "parbaudes darbs": .classTest, "test": .classTest,
        ]
        for kind in AssessmentKind.allCases {
            for text in [kind.code, kind.words.lv, kind.words.en] { kinds[LatvianKey.search(text)] = kind }
        }
        return kinds
    }()
}

/// The level of a course that a central examination of grade 12 is of.
package enum AssessmentLevel: Int, CaseIterable, Sendable, SQLReadable, SQLValue {
    /// The work has no levels.
    case none = 0
    /// The general level of examinations before the courses.
    case general = 1
    /// The optimal level (OL).
    case optimal = 2
    /// The highest level (AL).
    case highest = 3

    /// The stable word in files; empty for none.
    package var code: String {
        switch self {
        case .none: ""
        case .general: "general"
        case .optimal: "optimal"
        case .highest: "highest"
        }
    }

    /// What people call it; empty for none.
    package var words: Text {
        switch self {
        case .none: Text(same: "")
        case .general: Text(lv: "Vispārīgais līmenis", en: "General level")
        case .optimal: Text(lv: "Optimālais līmenis", en: "Optimal level")
        case .highest: Text(lv: "Augstākais līmenis", en: "Highest level")
        }
    }

    /// The level that a text means; none for a blank.
    package init?(written text: String) {
        switch LatvianKey.search(text) {
        case "": self = .none
        case "general", "visparigais", "visparigais limenis", "vl", "general level": self = .general
        case "optimal", "optimalais", "optimalais limenis", "ol", "optimal level": self = .optimal
        case "highest", "augstakais", "augstakais limenis", "padzilinatais", "padzilinatais kurss", "al",
            "highest level":
            self = .highest
        default: return nil
        }
    }
}

/// A kind with its level: the member of ``Frame/Dimension/kind`` in figures of assessments.
///
/// An examination of the optimal level and one of the highest are two things, whose results make no common mean.
package struct AssessmentSort: Hashable, Sendable {
    /// What it is.
    package let kind: AssessmentKind
    /// Its level.
    package let level: AssessmentLevel

    /// A kind with its level.
    package init(_ kind: AssessmentKind, _ level: AssessmentLevel) {
        self.kind = kind
        self.level = level
    }

    /// The sort with a member's number.
    package init?(member: Int) {
        guard let kind = AssessmentKind(rawValue: member / 10),
            let level = AssessmentLevel(rawValue: member % 10)
        else { return nil }
        self.init(kind, level)
    }

    /// What a result counts as, from its exact per cent in hundredths.
    ///
    /// "Total per cents are whole numbers, not mathematically rounded" is said of central examinations and so means those
    /// alone: 65 of 80 points are 81 %, as 58.9 % of a file are 58 %. Facts keep what was written; means, shares and
    /// thresholds rest on this.
    func counted(_ percent: Int) -> Int {
        kind == .centralExam && percent > 0 ? percent - percent % 100 : percent
    }

    /// Ten times the kind, and the level.
    package var member: Int { kind.rawValue * 10 + level.rawValue }

    /// What people call it: "Centralizētais eksāmens, optimālais līmenis".
    package var words: Text {
        guard level != .none else { return kind.words }
        return Text(
            lv: "\(kind.words.lv), \(level.words.lv.lowercased())",
            en: "\(kind.words.en), \(level.words.en.lowercased())"
        )
    }

    /// The members of a kind in all its levels.
    package static func members(of kind: AssessmentKind) -> [Int] {
        AssessmentLevel.allCases.map { AssessmentSort(kind, $0).member }
    }
}
