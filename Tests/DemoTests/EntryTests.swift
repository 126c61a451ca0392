import Kernel
import Testing

@testable import Demo

@Suite struct EntryTests {
    private static let told: Told = {
        let sink = EntrySink()
        try? Board(.usual).tell(sink)
        return sink.told
    }()

    private var board: Told { EntryTests.told }

    @Test func `a pupil has a few entries a year, at most one of a day`() {
        let perYear = board.entries.count * 100 / board.pupilYears
        #expect((40...150).contains(perYear))
        let days = board.entries.map { "\($0.pupil) \($0.entry.day)" }
        #expect(Set(days).count == days.count)
        #expect(Set(board.entries.map(\.entry.kind)) == Set(BoardEntry.Kind.allCases))
    }

    @Test func `those who stay away have more remarks and talks`() {
        let share = { (truant: Bool) in
            board.blamed[truant, default: 0] * 100 / max(1, board.years[truant, default: 0])
        }
        #expect(share(true) > share(false) * 3)
    }

    @Test func `entries have a text, an author, and a day that has come`() {
        #expect(board.entries.allSatisfy { !$0.entry.text.isEmpty && $0.entry.day <= BoardPlan.usual.today })
        #expect(Set(board.entries.map(\.entry.author.number)).count > 100)
    }

    @Test func `the lessons of a month are those of the timetable`() throws {
        let september = try #require(
            board.held.first {
                $0.month == Month(2025, 9) && $0.teaching.classGroup.grade == 5
                    && BoardSubject.all[$0.teaching.subject].code == "MAT"
            }
        )
        // Twenty-two days of lessons with five of mathematics a week.
        #expect((20...24).contains(september.lessons))
    }

    @Test func `lessons are held by whole months, none in months without journals`() {
        let keys = board.held.map { "\($0.teaching) \($0.month)" }
        #expect(Set(keys).count == keys.count)
        #expect(board.held.allSatisfy { (1...35).contains($0.lessons) })
        let gap = board.held.filter { $0.teaching.classGroup.institution.lacksMonths }.map(\.month)
        #expect(!gap.contains(Month(2026, 2)) && gap.contains(Month(2025, 2)))
        #expect(board.held.contains { $0.month == Month(2026, 2) })
        #expect(board.held.contains { $0.teaching.group != nil })
        #expect(board.held.map(\.month).max() == BoardPlan.usual.today.month)
    }

    @Test func `lessons held are those of a pupil who was always there`() throws {
        let plan = BoardPlan(seed: 3, today: BoardPlan.usual.today, pupils: 412, years: 1, presence: .always)
        let sink = PresenceSink()
        try Board(plan).tell(sink)
        #expect(sink.compared > 100)
        #expect(sink.differing == 0)
    }
}

/// The entries and lessons held that a board told.
private struct Told: Sendable {
    var entries: [(pupil: Int, entry: BoardEntry)] = []
    var held: [BoardHeld] = []
    var pupilYears = 0
    /// Pupil years and entries that are no praise, of those given to staying away and of others.
    var years: [Bool: Int] = [:]
    var blamed: [Bool: Int] = [:]
}

/// Keeps entries and lessons held.
private final class EntrySink: BoardSink {
    private(set) var told = Told()

    func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) {
        told.pupilYears += 1
        told.years[stay.truancy == 2, default: 0] += 1
        told.blamed[stay.truancy == 2, default: 0] += entries.count { $0.kind != .praise }
        told.entries += entries.map { (stay.pupil.number, $0) }
    }

    func held(_ held: [BoardHeld], _ book: ClassBook) { told.held += held }
}

/// Compares lessons held with the lessons of pupils who were in the class all year.
private final class PresenceSink: BoardSink {
    private var held: [Int: Int] = [:]
    private(set) var compared = 0
    private(set) var differing = 0

    func held(_ held: [BoardHeld], _ book: ClassBook) {
        // One teaching of each subject: halves of a class have equally many.
        let one = held.filter { $0.teaching.part <= 1 }
        self.held = Dictionary(one.map { ($0.teaching.subject, $0.lessons) }, uniquingKeysWith: +)
    }

    func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) {
        guard stay.to == nil, stay.from == book.classGroup.year.first else { return }
        compared += 1
        let own = Dictionary(lessons.map { ($0.subject, 1) }, uniquingKeysWith: +)
        if own != held { differing += 1 }
    }
}
