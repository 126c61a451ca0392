internal import Frame
internal import Kernel
internal import Storage

/// How often something is to take place.
enum Rhythm: Int, PlanCode {
    case once = 1
    case year = 2
    case schoolYear = 3
    case month = 4

    var code: String {
        switch self {
        case .once: "programme"
        case .year: "year"
        case .schoolYear: "school-year"
        case .month: "month"
        }
    }

    var words: Text {
        switch self {
        case .once: Text(lv: "programmas laikā", en: "in the programme")
        case .year: Text(lv: "gadā", en: "a year")
        case .schoolYear: Text(lv: "mācību gadā", en: "a school year")
        case .month: Text(lv: "mēnesī", en: "a month")
        }
    }
}

/// Who a name among those responsible stands for.
enum PartyKind: Int, PlanCode {
    case other = 1
    case institution = 2
    case everyInstitution = 3

    var code: String {
        switch self {
        case .other: "other"
        case .institution: "institution"
        case .everyInstitution: "every-institution"
        }
    }

    var words: Text {
        switch self {
        case .other: Text(lv: "cita institūcija", en: "another body")
        case .institution: Text(lv: "izglītības iestāde", en: "an institution")
        case .everyInstitution: Text(lv: "katra izglītības iestāde", en: "every institution")
        }
    }
}

/// Other bodies that hold events; a school is an institution of the registry.
extension CaseBody: PlanCode {}

/// Whether an expected result of a goal is told in words or in numbers.
enum ResultKind: Int, PlanCode {
    case qualitative = 1
    case quantitative = 2

    var code: String {
        switch self {
        case .qualitative: "qualitative"
        case .quantitative: "quantitative"
        }
    }

    var words: Text {
        switch self {
        case .qualitative: Text(lv: "kvalitatīvi", en: "qualitative")
        case .quantitative: Text(lv: "kvantitatīvi", en: "quantitative")
        }
    }

    var otherWords: [String] {
        switch self {
        case .qualitative: ["a", "a) kvalitatīvi", "kvalitatīvs", "kvalitatīvie"]
        case .quantitative: ["b", "b) kvantitatīvi", "kvantitatīvs", "kvantitatīvie"]
        }
    }

    /// The words with the letter that the form of self-evaluation has before them.
    var lettered: Text { Text(same: self == .qualitative ? "a) " : "b) ") + words }
}

/// What an indicator is measured in.
enum IndicatorUnit: Int, PlanCode {
    case percent = 1
    case count = 2
    case load = 3
    case score = 4

    var code: String {
        switch self {
        case .percent: "percent"
        case .count: "count"
        case .load: "load"
        case .score: "score"
        }
    }

    var words: Text {
        switch self {
        case .percent: Text(lv: "procenti", en: "percent")
        case .count: Text(lv: "skaits", en: "number")
        case .load: Text(lv: "slodzes", en: "posts")
        case .score: Text(lv: "vērtējums", en: "score")
        }
    }
}

/// Where the values of an indicator come from.
enum IndicatorOrigin: Int, PlanCode {
    case typed = 1
    case survey = 2
    case measure = 3

    var code: String {
        switch self {
        case .typed: "typed"
        case .survey: "survey"
        case .measure: "measure"
        }
    }

    var words: Text {
        switch self {
        case .typed: Text(lv: "ievadīta vērtība", en: "a typed value")
        case .survey: Text(lv: "aptauja", en: "a survey")
        case .measure: Text(lv: "Sekmes rādītājs", en: "a measure of Sekme")
        }
    }
}

/// How a target is said.
enum TargetWay: Int, PlanCode {
    /// A value in the indicator's unit.
    case value = 1
    /// So much more than the baseline, in the indicator's unit: percentage points for percents.
    case increase = 2
    /// So many percent of the baseline more.
    case percentOfBase = 3
    /// "+10 %" without a word whether of the baseline or in points.
    case undefined = 4
    /// More than the baseline.
    case rise = 5
    /// Less than what was before.
    case fall = 6

    var code: String {
        switch self {
        case .value: "value"
        case .increase: "increase"
        case .percentOfBase: "percent-of-base"
        case .undefined: "undefined"
        case .rise: "rise"
        case .fall: "fall"
        }
    }

    var words: Text {
        switch self {
        case .value: Text(lv: "vērtība", en: "a value")
        case .increase: Text(lv: "pieaugums rādītāja mērvienībā", en: "an increase in the indicator's unit")
        case .percentOfBase: Text(lv: "procenti no bāzes vērtības", en: "percent of the baseline")
        case .undefined:
            Text(lv: "nav noteikts, vai procenti vai procentpunkti", en: "percent or points not said")
        case .rise: Text(lv: "pieaug", en: "rises")
        case .fall: Text(lv: "samazinās", en: "falls")
        }
    }
}

/// The steps of a programme's year.
enum CycleStep: Int, PlanCode {
    case juneMeeting = 1
    case review = 2
    case decemberMeeting = 3
    case results = 4
    case publication = 5

    var code: String {
        switch self {
        case .juneMeeting: "june-meeting"
        case .review: "august-review"
        case .decemberMeeting: "december-meeting"
        case .results: "results"
        case .publication: "publication"
        }
    }

    var words: Text {
        switch self {
        case .juneMeeting:
            Text(lv: "Darba grupas sanāksme jūnijā", en: "Meeting of the working group in June")
        case .review:
            Text(
                lv: "Pārskats pašvaldības vadībai augustā",
                en: "Review for the municipality's management in August"
            )
        case .decemberMeeting:
            Text(lv: "Darba grupas sanāksme decembrī", en: "Meeting of the working group in December")
        case .results:
            Text(lv: "Iepriekšējā gada rezultāti apkopoti", en: "Results of the year before collected")
        case .publication: Text(lv: "Rezultāti publicēti", en: "Results published")
        }
    }

    /// The last day on which the step of a calendar year is in time.
    func due(in year: Int) -> Day? {
        switch self {
        case .juneMeeting: Day(year, 6, 30)
        case .review: Day(year, 8, 31)
        case .decemberMeeting, .results, .publication: Day(year, 12, 31)
        }
    }
}
