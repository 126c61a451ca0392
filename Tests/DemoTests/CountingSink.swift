import Frame

@testable import Demo

/// Counts what a board should be in the registers and facts.
final class CountingSink: BoardSink {
    static let tables: [Name] = [
        "institution", "programme", "class_group", "pupil", "enrolment", "lesson_record", "mark",
        "assessment",
        "assessment_result", "behaviour_entry", "behaviour_text", "lesson_held",
    ]
    private var pupils: Set<Int> = []
    private(set) var states: [UInt8: Int] = [:]
    private var rows = [Int](repeating: 0, count: CountingSink.tables.count)

    var counts: [Int] {
        var counts = rows
        counts[3] = pupils.count
        return counts
    }

    func institution(_ institution: BoardInstitution) { rows[0] += 1 }
    func programme(_ programme: ProgrammeKind, of institution: BoardInstitution) { rows[1] += 1 }
    func classGroup(_ group: BoardClass) { rows[2] += 1 }

    func stay(_ stay: BoardStay) {
        pupils.insert(stay.pupil.number)
        rows[4] += 1
    }

    func lessons(_ lessons: [BoardLesson], of stay: BoardStay, _ book: ClassBook) {
        rows[5] += lessons.count
        for lesson in lessons { states[lesson.state.rawValue, default: 0] += 1 }
    }
    func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) { rows[6] += marks.count }
    func assessment(_ assessment: BoardAssessment) { rows[7] += 1 }
    func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) {
        rows[8] += results.count
    }
    func entries(_ entries: [BoardEntry], of stay: BoardStay, _ book: ClassBook) {
        rows[9] += entries.count
        rows[10] += entries.count
    }
    func held(_ held: [BoardHeld], _ book: ClassBook) { rows[11] += held.count }
}
