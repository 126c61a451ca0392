package import Frame
package import Kernel

/// What a source says of one pupil in one lesson.
///
/// It is a fact that several rooms bring: attendance files, and journals that hold marks and absences together.
package struct LessonRecord: Hashable, Sendable {
    /// What was recorded.
    package enum State: Hashable, Sendable {
        /// Present from the beginning.
        case present
        /// Not there.
        case absent(AbsenceKind)
        /// There, but late; 0 minutes where the source does not tell.
        case late(minutes: Int)
        /// The source says that nobody recorded it: neither missed nor attended, and apart from both.
        case notRecorded
    }

    /// The pupil.
    package var pupil: PupilID
    /// The day.
    package var day: Day
    /// Which lesson of the day: ``slot(lesson:)``, or ``slot(subject:ordinal:)`` where the number is not known.
    package var slot: Int
    /// What was recorded.
    package var state: State
    /// The institution.
    package var institution: InstitutionID
    /// The class of the day; 0 where it is not known.
    package var classGroup = ClassID(rawValue: 0)
    /// The grade of the day, 1 to 12; 0 where it is not known.
    package var grade = 0
    /// The teaching group; 0 where the class is taught as a whole.
    package var group = GroupID(rawValue: 0)
    /// The subject; 0 where the source does not tell.
    package var subject = SubjectID(rawValue: 0)
    /// The teacher; 0 where the source does not tell.
    package var teacher = StaffID(rawValue: 0)
    /// The school year of the day.
    package var year: SchoolYear
    /// The term of the day, 1 or 2.
    package var term: Int
    /// Whether the source also tells who was present, so that the lesson counts in rates.
    package var isRated: Bool
    /// Why the pupil was absent, by the number in the tenant's list of reasons; 0 where none is told.
    ///
    /// The kind of the absence is that of the reason: figures count by the kind alone.
    package var reason = 0

    /// A record of a pupil in a lesson.
    package init(
        pupil: PupilID,
        day: Day,
        slot: Int,
        state: State,
        institution: InstitutionID,
        year: SchoolYear,
        term: Int,
        isRated: Bool
    ) {
        self.pupil = pupil
        self.day = day
        self.slot = slot
        self.state = state
        self.institution = institution
        self.year = year
        self.term = term
        self.isRated = isRated
    }

    /// The slot of a lesson by its number in the day.
    package static func slot(lesson: Int) -> Int { lesson }

    /// The first slot of lessons that are known by their subject only.
    package static let firstSubjectSlot = 1000

    /// The slot of a lesson that is known by its subject only, the first of a day being 0.
    ///
    /// It leaves the numbers of lessons free and keeps 20 places for each subject.
    package static func slot(subject: SubjectID, ordinal: Int) -> Int {
        firstSubjectSlot + subject.rawValue * 20 + min(ordinal, 19)
    }

    /// Stages the record.
    package func stage(_ staging: any Staging, at place: SourcePlace) throws {
        // A closure on the stack: the method itself, handed over as a value, would be put on the heap for each lesson.
        try staging.fact(.lessonRecords, at: place) { write($0) }
    }

    /// The columns in the order of ``FactTable/lessonRecords``.
    package var columns: [Int] {
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: FactTable.lessonRecords.comparedCount) {
            row in
            guard let base = row.baseAddress else { return [] }
            write(base)
            return row.map { Int($0) }
        }
    }

    private func write(_ row: UnsafeMutablePointer<Int64>) {
        let (number, kind, minutes) = stored
        row[0] = Int64(pupil.rawValue)
        row[1] = Int64(day.number)
        row[2] = Int64(slot)
        row[3] = Int64(number)
        row[4] = Int64(kind)
        row[5] = Int64(minutes)
        row[6] = Int64(institution.rawValue)
        row[7] = Int64(classGroup.rawValue)
        row[8] = Int64(grade)
        row[9] = Int64(group.rawValue)
        row[10] = Int64(subject.rawValue)
        row[11] = Int64(teacher.rawValue)
        row[12] = Int64(year.start)
        row[13] = Int64(term)
        row[14] = isRated ? 1 : 0
        row[15] = Int64(reason)
    }

    /// What a stored state is called; nil where there is none of the number.
    package static func words(state: Int) -> Text? {
        switch state {
        case 1: LessonCell.words(LessonCell.present)
        case 2: Text(lv: "Kavēts", en: "Missed")
        case 3: LessonCell.words(LessonCell.late)
        case 4: Text(lv: "Nav reģistrēts", en: "Not recorded")
        default: nil
        }
    }

    private var stored: (state: Int, kind: Int, minutes: Int) {
        switch state {
        case .present: (1, 0, 0)
        case .absent(let kind): (2, kind.rawValue, 0)
        case .late(let minutes): (3, 0, minutes)
        case .notRecorded: (4, 0, 0)
        }
    }
}
