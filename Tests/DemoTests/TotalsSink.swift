import Demo
import Kernel

/// What a board told, in numbers.
struct Totals: Sendable {
    var kinds: [SchoolKind] = []
    var pupils: Set<Int> = []
    var enrolled = 0
    var stays: [BoardStay] = []
    var largestClass = 0
    var rated: [LessonState: Int] = [:]
    var written: [String: Int] = [:]
    var overLimit: [String: Int] = [:]
    var months: [Month: Int] = [:]
    var ill: [Month: Int] = [:]
    /// Pupils of a year who were ill on more than fifteen days of lessons one after the other.
    var longIllnesses = 0
    var gapMonths: [Month: Int] = [:]
    var disagreeingTerms: [Int] = []
    var disagreeingTests: [Int] = []
    var lastDay = Day(number: 0)
}

/// Counts what a board tells.
final class TotalsSink: BoardSink {
    private(set) var totals = Totals()
    private var plan: BoardPlan?

    func begin(_ plan: BoardPlan) { self.plan = plan }
    func institution(_ institution: BoardInstitution) { totals.kinds.append(institution.kind) }

    func stay(_ stay: BoardStay) {
        totals.pupils.insert(stay.pupil.number)
        totals.stays.append(stay)
        if stay.to == nil { totals.enrolled += 1 }
    }

    func begin(_ book: ClassBook, _ stays: [BoardStay]) {
        totals.largestClass = max(totals.largestClass, stays.count)
    }

    func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) {
        for mark in marks {
            totals.written[mark.text, default: 0] += 1
            totals.lastDay = max(totals.lastDay, mark.day ?? totals.lastDay)
        }
        guard let plan, stay.classGroup.disagrees(plan) else { return }
        for mark in marks where BoardSubject.all[mark.subject].code == "MAT" {
            guard let number = Int(mark.text.filter(\.isNumber)) else { continue }
            if mark.kind == .term { totals.disagreeingTerms.append(number) }
            if mark.kind == .test { totals.disagreeingTests.append(number) }
        }
    }

    /// The most days of lessons one after the other of which every one was missed through illness alone.
    private func longestIllness(_ lessons: [BoardLesson]) -> Int {
        var (longest, run, last) = (0, 0, 0)
        for (day, lessons) in Dictionary(grouping: lessons, by: \.day).sorted(by: { $0.key < $1.key }) {
            // Of old days only absence is told: a gap longer than a weekend is presence.
            if day - last > 4 { run = 0 }
            run = lessons.allSatisfy { $0.state == .illness } ? run + 1 : 0
            longest = max(longest, run)
            last = day
        }
        return longest
    }

    func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) {
        var unexcused = [0, 0]
        for lesson in lessons {
            let day = Day(number: lesson.day)
            totals.lastDay = max(totals.lastDay, day)
            if let from = plan?.presentFrom, from <= day { totals.rated[lesson.state, default: 0] += 1 }
            if book.classGroup.institution.lacksMonths { totals.gapMonths[day.month, default: 0] += 1 }
            guard lesson.state.isAbsent else { continue }
            totals.months[day.month, default: 0] += 1
            if lesson.state == .illness { totals.ill[day.month, default: 0] += 1 }
            if lesson.state == .unexcused { unexcused[book.calendar.term(of: day) - 1] += 1 }
        }
        totals.longIllnesses += longestIllness(lessons) > 15 ? 1 : 0
        for term in 1...2 where unexcused[term - 1] > 20 {
            totals.overLimit["\(book.classGroup.year.start) \(term)", default: 0] += 1
        }
    }
}
