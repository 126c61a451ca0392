internal import Frame
internal import Kernel

/// Stages what a journal of marks says about who was in a lesson.
struct LessonWriter {
    /// Presence in one lesson, as attendance keeps it.
    enum State: Int {
        case present = 1
        case absent = 2
    }

    private let run: ImportRun
    private let facts: ForeignFacts
    private let isRated: Bool

    /// A writer, or nil where the house has no room for lesson records.
    init?(_ run: ImportRun) {
        let columns = [
            "pupil_id", "day", "slot", "state", "kind", "institution_id", "class_id", "grade", "group_id",
            "subject_id", "teacher_id", "year", "term", "is_rated",
        ]
        guard let facts = ForeignFacts("lesson_record", columns, in: run) else { return nil }
        self.run = run
        self.facts = facts
        isRated = run.mapping.blankMeansNone
    }

    /// Stages one pupil in one lesson. The mark gives everything but the state: whose, when, where, of what.
    func stage(_ state: State, kind: Int, _ lesson: MarkFact, number: Int, at place: SourcePlace) throws {
        try facts.stage(
            [
                lesson.pupil, lesson.day, LessonWriter.slot(lesson.subject, number), state.rawValue, kind,
                lesson.institution, lesson.classGroup, lesson.grade, lesson.group, lesson.subject,
                lesson.teacher, lesson.year, lesson.term, isRated ? 1 : 0,
            ],
            run.staging,
            at: place
        )
    }

    /// The place of a lesson in a day where the source has no lesson numbers: subject and ordinal of the day,
    /// past the numbers that lessons have.
    static func slot(_ subject: Int, _ number: Int) -> Int { 1000 + subject * 16 + number }
}
