package import Frame
internal import Kernel
internal import Storage

/// The door of the room of attainment: marks, their means and levels.
package let attainmentRoom = Room(
    "attainment",
    Text(lv: "Sasniegumi", en: "Attainment"),
    migrations: [.marks, .pastFailures, .markScales, .markRollup, .markScaleUse, .markMonths],
    registers: [.markTexts],
    facts: [.marks, .pastFailures],
    measures: PeriodMeasure.all + [ClassesRecorded.marked, .markedByMonth],
    reports: [
        ClassAverages.self, ClassDynamics.self, PupilProgress.self, LevelDistribution.self, Promotion.self,
        MarksAndTests.self, MarkExamBalance.self, TeacherAverages.self,
    ],
    imports: [EklaseJournal.self, MarkList.self, PeriodMarks.self, OneRoster.self],
    mappings: [OneRoster.mapping, .studentPor, .journalWithoutExcuse, .journalWithoutReason],
    codes: [
        ColumnCode("mark", "kind") { (kind: MarkKind) in kind.words },
        ColumnCode(MarkList.name, "kind", .texts { MarkKind(code: $0)?.words }),
        ColumnCode(MarkList.name, "scale", .scales),
    ]
)
