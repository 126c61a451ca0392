import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage

/// A few lessons that every figure can be counted by hand from.
///
/// | pupil | class | term 1 | term 2 |
/// |---|---|---|---|
/// | 1 | 11 | 21 unexcused, 1 ill, 1 present | |
/// | 2 | 11 | | 1 ill, 1 late |
/// | 3 | 12, absences alone | 20 unexcused, 1 excused | 2 unexcused |
/// | 4 | 11 | 1 present | |
/// | 5, 6 | institution 2, totals | 5 and 0 without a reason | |
///
/// Pupil 3's lessons in term 2 are of subject 2, all others of subject 1.
enum Lessons {
    static let january = Day(2026, 1, 12) ?? Day(number: 0)
    private static let autumn = Day(2025, 9, 1) ?? Day(number: 0)

    static func stage(_ staging: any Staging) throws {
        for index in 0..<21 {
            try lesson(1, autumn + index / 7, index % 7 + 1, .absent(.unexcused), staging)
        }
        try lesson(1, autumn + 10, 1, .absent(.illness), staging)
        try lesson(1, autumn + 10, 2, .present, staging)
        try lesson(2, january, 1, .absent(.illness), staging, line: 2)
        try lesson(2, january, 2, .late(minutes: 5), staging)
        for index in 0..<20 {
            try lesson(3, autumn + index / 7, index % 7 + 1, .absent(.unexcused), staging)
        }
        try lesson(3, autumn + 8, 1, .absent(.excused), staging)
        try lesson(3, january, 1, .absent(.unexcused), staging, subject: 2)
        try lesson(3, january, 2, .absent(.unexcused), staging, subject: 2)
        try lesson(3, january, 3, .notRecorded, staging)
        try lesson(4, autumn, 1, .present, staging)
        for (pupil, missed) in [(5, 5), (6, 0)] {
            var count = AbsenceCount(
                pupil: PupilID(rawValue: pupil),
                year: World.year,
                term: 1,
                institution: InstitutionID(rawValue: 2),
                missed: [.unstated: missed]
            )
            count.classGroup = ClassID(rawValue: 21)
            try count.stage(staging, at: SourcePlace(line: 1))
        }
    }

    private static func lesson(
        _ pupil: Int,
        _ day: Day,
        _ number: Int,
        _ state: LessonRecord.State,
        _ staging: any Staging,
        subject: Int = 1,
        line: Int = 1
    ) throws {
        let isThird = pupil == 3
        var record = LessonRecord(
            pupil: PupilID(rawValue: pupil),
            day: day,
            slot: LessonRecord.slot(lesson: number),
            state: state,
            institution: InstitutionID(rawValue: 1),
            year: World.year,
            term: day < january ? 1 : 2,
            isRated: !isThird
        )
        record.classGroup = ClassID(rawValue: isThird ? 12 : 11)
        record.grade = isThird ? 8 : 7
        record.subject = SubjectID(rawValue: subject)
        record.teacher = StaffID(rawValue: 30 + subject)
        try record.stage(staging, at: SourcePlace(line: line))
    }
}

/// Runs a body with the lessons of ``Lessons`` in a database.
func withLessons(_ engine: Engine, _ body: @escaping @Sendable (Connection) throws -> Void) async throws {
    try await withDatabase(engine, migrations: World.migrations) { database in
        try await database.data.write { connection in
            let staging = CollectingStaging()
            try Lessons.stage(staging)
            try staging.write(World.registers, World.tenant, connection)
            try body(connection)
        }
    }
}
