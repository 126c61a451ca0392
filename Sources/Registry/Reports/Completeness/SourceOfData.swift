import Frame
import Kernel

/// A sort of data that every class should have: the measure of the classes that have it, and how often it comes.
struct SourceOfData {
    /// How often it is waited for.
    enum Period {
        /// Once a year.
        case year
        /// Once a term.
        case term
        /// In every month of teaching.
        case month
    }

    let code: String
    let measure: String
    let period: Period
    let title: Text

    static let all = [
        SourceOfData(
            code: "marks",
            measure: "attainment/classes-recorded",
            period: .term,
            title: Text(lv: "Klases bez semestra vērtējumiem", en: "Classes without marks of the term")
        ),
        SourceOfData(
            code: "tests",
            measure: "assessments/classes-recorded",
            period: .year,
            title: Text(lv: "Klases bez pārbaudes darbu rezultātiem", en: "Classes without test results")
        ),
        SourceOfData(
            code: "marks_monthly",
            measure: "attainment/classes-marked",
            period: .month,
            title: Text(
                lv: "Klases bez stundu un pārbaudes darbu vērtējumiem pa mēnešiem",
                en: "Classes without marks of lessons and tests, by month"
            )
        ),
        SourceOfData(
            code: "absences",
            measure: "attendance/classes-recorded",
            period: .month,
            title: Text(
                lv: "Klases bez kavējumu ierakstiem pa mēnešiem",
                en: "Classes without records of absence, by month"
            )
        ),
        SourceOfData(
            code: "lessons",
            measure: "attendance/classes-held",
            period: .month,
            title: Text(
                lv: "Klases bez novadīto stundu ierakstiem pa mēnešiem",
                en: "Classes without records of lessons held, by month"
            )
        ),
    ]

    /// The dimension of its periods; nil where there is one a year.
    var dimension: Dimension? {
        switch period {
        case .year: nil
        case .term: .term
        case .month: .month
        }
    }
}
