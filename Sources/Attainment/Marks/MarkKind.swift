internal import Kernel

/// What a mark is for.
package enum MarkKind: Int, CaseIterable, Sendable {
    /// Work in a lesson.
    case lesson = 1
    /// A test.
    case test = 2
    /// A term.
    case term = 3
    /// A school year.
    case year = 4
    /// The end of a subject.
    case final = 5

    /// Whether it stands for a stretch of time and so has no day of its own.
    var isPeriod: Bool { self == .term || self == .year || self == .final }

    /// What people call such a mark.
    var words: Text {
        switch self {
        case .lesson: Text(lv: "Stundas vērtējums", en: "Lesson mark")
        case .test: Text(lv: "Pārbaudes darba vērtējums", en: "Test mark")
        case .term: Text(lv: "Semestra vērtējums", en: "Term mark")
        case .year: Text(lv: "Gada vērtējums", en: "Year mark")
        case .final: Text(lv: "Galīgais vērtējums", en: "Final mark")
        }
    }
}
