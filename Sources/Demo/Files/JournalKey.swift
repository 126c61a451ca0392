internal import Kernel

/// A row of a journal: a subject's lesson, test or period.
struct JournalKey: Hashable {
    /// What stands in column E.
    enum Kind: Hashable {
        case lesson, test, firstTerm, secondTerm, year, final

        var words: String {
            switch self {
            case .lesson: "Stunda"
            case .test: "Pārbaudes darbs"
            case .firstTerm: "I semestra vērtējums"
            case .secondTerm: "II semestra vērtējums"
            case .year: "Gada vērtējums"
            case .final: "Galīgais vērtējums priekšmetā"
            }
        }
    }

    let subject: Int
    /// Days since 1970-01-01; 0 for periods.
    let day: Int
    /// Which of the day's lessons in the subject, from 0.
    let ordinal: Int
    let kind: Kind
}

extension JournalKey {
    init(_ mark: BoardMark) {
        let kind: Kind =
            switch mark.kind {
            case .test: .test
            case .term: mark.term == 1 ? .firstTerm : .secondTerm
            case .year: .year
            case .final: .final
            }
        self.init(subject: mark.subject, day: mark.day?.number ?? 0, ordinal: 0, kind: kind)
    }

    init(_ lesson: BoardLesson, _ book: ClassBook) {
        let day = Day(number: lesson.day)
        let before = book.timetable.subjects(day).prefix(lesson.slot - 1)
        self.init(lesson.subject, day, before.count { $0 == lesson.subject }, book)
    }

    /// A lesson of a subject on a day; the first one is the test's, where there is one.
    init(_ subject: Int, _ day: Day, _ ordinal: Int, _ book: ClassBook) {
        let isTest = ordinal == 0 && book.tests[subject]?.contains(day) == true
        self.init(subject: subject, day: day.number, ordinal: ordinal, kind: isTest ? .test : .lesson)
    }
}
