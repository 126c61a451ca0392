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
    /// Whether some grades have none by their nature: only those are waited for of which the board knows some
    /// (``RecordedData``).
    var isOfSomeGrades = false
    /// What its numbers count: the classes without.
    let title: Text
    /// What a class has or misses.
    let data: Text

    static let all = [
        SourceOfData(
            code: "marks",
            measure: "attainment/classes-recorded",
            period: .term,
            title: Text(lv: "Klases bez semestra vērtējumiem", en: "Classes without marks of the term"),
            data: Text(lv: "Semestra vērtējumi", en: "Marks of the term")
        ),
        SourceOfData(
            code: "tests",
            measure: "assessments/classes-recorded",
            period: .year,
            isOfSomeGrades: true,
            title: Text(lv: "Klases bez pārbaudes darbu rezultātiem", en: "Classes without test results"),
            data: Text(lv: "Pārbaudes darbu rezultāti", en: "Test results")
        ),
        SourceOfData(
            code: "marks_monthly",
            measure: "attainment/classes-marked",
            period: .month,
            isOfSomeGrades: true,
            title: Text(
                lv: "Klases bez stundu un pārbaudes darbu vērtējumiem pa mēnešiem",
                en: "Classes without marks of lessons and tests, by month"
            ),
            data: Text(
                lv: "Stundu un pārbaudes darbu vērtējumi pa mēnešiem",
                en: "Marks of lessons and tests, by month"
            )
        ),
        SourceOfData(
            code: "absences",
            measure: "attendance/classes-recorded",
            period: .month,
            title: Text(
                lv: "Klases bez kavējumu ierakstiem pa mēnešiem",
                en: "Classes without records of absence, by month"
            ),
            data: Text(lv: "Kavējumu ieraksti pa mēnešiem", en: "Records of absence, by month")
        ),
        SourceOfData(
            code: "lessons",
            measure: "attendance/classes-held",
            period: .month,
            title: Text(
                lv: "Klases bez novadīto stundu ierakstiem pa mēnešiem",
                en: "Classes without records of lessons held, by month"
            ),
            data: Text(lv: "Novadīto stundu ieraksti pa mēnešiem", en: "Records of lessons held, by month")
        ),
    ]

    /// The heading over institutions, whose cells are numbers of classes, or over classes, whose cells say whether
    /// there are any: a class “without” that “misses” would have some.
    func heading(_ expected: ExpectedData) -> Text {
        expected.dimension == .classGroup ? data : title
    }

    /// The dimension of its periods; nil where there is one a year.
    var dimension: Dimension? {
        switch period {
        case .year: nil
        case .term: .term
        case .month: .month
        }
    }
}
