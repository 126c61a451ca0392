package import Kernel

/// What a rule of risk measures of a pupil; several rules may measure the same.
///
/// The raw value is the code in the rule's parameters; ``number`` is kept with signals and never changes.
package enum RiskQuantity: String, Codable, CaseIterable, Sendable {
    /// Lessons of a term missed without excuse.
    case unexcused = "unexcused-term"
    /// Lessons of the year missed, of all recorded.
    case absence = "absence-share"
    /// By how many percentage points more was missed than in the year before.
    case fall = "attendance-fall"
    /// Lessons of the year missed for any reason.
    case missed = "missed-year"
    /// Subjects with a term or annual mark below a bound.
    case subjectsBelow = "subjects-below"
    /// Entries `nv` in a term.
    case noMark = "nv-term"
    /// Examination subjects with a term or annual mark below a bound.
    case examSubjects = "exam-subjects"
    /// Whether the pupil repeats the grade.
    case repeating = "repeating"
    /// How often the pupil changed school within the year.
    case schoolChanged = "school-changed"
    /// Remarks, breaches and conflicts in a term.
    case behaviour = "behaviour-term"
    /// Subjects failed before, as the source counts them.
    case pastFailures = "past-failures"
    /// What a person saw and wrote down; no data decide it.
    case observation = "observation"
    /// Days of a term that a child in preparation for school missed without excuse.
    ///
    /// It stands last, as numbers of signals follow the order.
    case unexcusedDays = "unexcused-days"

    /// How values are compared.
    package enum Form: Sendable {
        /// A count with the threshold.
        case count
        /// A share with the threshold in whole per cent.
        case share
        /// The difference of two shares with the threshold in whole percentage points.
        case fall
    }

    /// How its values are compared.
    package var form: Form {
        switch self {
        case .absence: .share
        case .fall: .fall
        default: .count
        }
    }

    /// Whether it counts marks below a bound.
    package var hasMark: Bool { self == .subjectsBelow || self == .examSubjects }

    /// Whether it is read together with how much there was to count in; of others a least exposure cannot be asked, as
    /// nobody would ever reach it.
    package var hasExposure: Bool {
        switch self {
        case .absence, .fall, .subjectsBelow, .examSubjects, .noMark: true
        default: false
        }
    }

    /// The number by which signals are kept and counted.
    package var number: Int { (RiskQuantity.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// What is measured, with its unit.
    package var words: Text {
        switch self {
        case .unexcused:
            Text(lv: "neattaisnoti kavētās stundas semestrī", en: "lessons missed without excuse in a term")
        case .absence:
            Text(
                lv: "kavēto stundu daļa gadā, %",
                en: "share of lessons missed in the year, %"
            )
        case .fall:
            Text(
                lv: "kavēto stundu daļas pieaugums pret iepriekšējo gadu, procentpunkti",
                en: "rise in the share of lessons missed since the year before, percentage points"
            )
        case .missed:
            Text(lv: "gadā kavētās stundas jebkura iemesla dēļ", en: "lessons missed in the year, any reason")
        case .subjectsBelow:
            Text(
                lv: "priekšmeti, kuros semestra vai gada vērtējums ir zem robežas",
                en: "subjects with a term or annual mark below the bound"
            )
        case .noMark: Text(lv: "ieraksti „nv” semestrī", en: "entries “nv” in a term")
        case .examSubjects:
            Text(
                lv: "eksāmenu priekšmeti, kuros semestra vai gada vērtējums ir zem robežas",
                en: "examination subjects with a term or annual mark below the bound"
            )
        case .repeating: Text(lv: "mācās klasē atkārtoti", en: "repeats the grade")
        case .schoolChanged:
            Text(lv: "izglītības iestādes maiņas gada laikā", en: "changes of school within the year")
        case .behaviour:
            Text(lv: "piezīmes un pārkāpumi semestrī", en: "remarks and breaches in a term")
        case .pastFailures: Text(lv: "nesekmība iepriekšējos gados", en: "past failures")
        case .observation: Text(lv: "pedagoga vai speciālista novērojums", en: "a person's own observation")
        case .unexcusedDays:
            Text(
                lv: "neattaisnoti kavētās dienas semestrī obligātajā sagatavošanā",
                en: "days missed without excuse in a term of preparation for school"
            )
        }
    }
}
