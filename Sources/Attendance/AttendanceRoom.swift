package import Frame
internal import Evidence
internal import Kernel
internal import Registry
internal import Storage

/// The door of the room of attendance: lessons missed, why, and by whom too many.
package let attendanceRoom = Room(
    "attendance",
    Text(lv: "Kavējumi", en: "Attendance"),
    migrations: [.absences, .lessonsHeld, .absenceRollups, .lessonsNotRecorded, .absenceReasons],
    facts: [.lessonRecords, .absenceCounts, .lessonsHeld],
    measures: AttendanceMeasures.all + [ClassesRecorded.followed, ClassesTaught()],
    reports: [
        AbsenceStatistics.self, AbsenceKinds.self, BySubject.self, OverLimitReport.self, ChronicReport.self,
        HiddenTruancyReport.self, BeforeAfter.self, AbsenceAndMark.self, TeacherLessons.self,
    ],
    imports: [Absences.self, AbsencesByDay.self, InstitutionTable.self, LessonsHeld.self],
    mappings: AttendanceMappings.all,
    codes: [
        ColumnCode("lesson_record", "state", .numbers { LessonRecord.words(state: $0) }),
        ColumnCode("lesson_record", "kind", veil: HealthFacts.veil) { (kind: AbsenceKind) in kind.words },
        ColumnCode("lesson_record", "reason", .list(CodeLists.absenceReasons), veil: HealthFacts.reasonVeil),
        ColumnCode("absence_count", "kind", .numbers { LessonCell.words($0) }, veil: LessonCell.veil),
        ColumnCode(Absences.name, "code", .texts { Absences.words(code: $0) }),
        ColumnCode(Absences.name, "presence", .texts { Absences.words(presence: $0) }),
        ColumnCode(Absences.name, "reason", .list(CodeLists.absenceReasons)),
    ]
)
