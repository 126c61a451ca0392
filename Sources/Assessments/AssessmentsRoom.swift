package import Frame
internal import Kernel
internal import Storage

/// The door of the room of assessments: tests of classes, municipality and state, and their results.
package let assessmentsRoom = Room(
    "assessments",
    Text(lv: "Pārbaudes darbi", en: "Assessments"),
    migrations: [.assessments, .stateMeans, .examReports, .assessmentPlaces, .wholePercents],
    registers: [.assessments, .assessmentParts, .stateMeans],
    facts: [.assessmentResults, .examReports],
    measures: AssessmentMeasures.all
        + [AssessmentMeasures.exempt, ReportedResult(), ClassesRecorded.tested],
    reports: [ClassTests.self, TeacherTests.self, ThreeYears.self, ExamIndex.self, Thresholds.self],
    imports: [
        AssessmentsTable.self, ResultsTable.self, StateMeansTable.self, VIISExams.self, VIISExamBands.self,
    ],
    mappings: [VIISExams.mapping, VIISExamBands.mapping],
    codes: [
        ColumnCode("assessment", "kind") { (kind: AssessmentKind) in kind.words },
        ColumnCode("assessment", "level") { (level: AssessmentLevel) in level.words },
        ColumnCode("assessment_result", "status") { (status: ResultStatus) in status.words },
        ColumnCode("assessment_result", "kind", .numbers { AssessmentSort(member: $0)?.words }),
        ColumnCode("exam_report", "level") { (level: AssessmentLevel) in level.words },
        ColumnCode(
            ResultsTable.name,
            "assessment_kind",
            .texts { code in AssessmentKind.allCases.first { $0.code == code }?.words }
        ),
        ColumnCode(
            ResultsTable.name,
            "level",
            .texts { code in AssessmentLevel.allCases.first { $0.code == code }?.words }
        ),
        ColumnCode(
            ResultsTable.name,
            "status",
            .texts { code in ResultStatus.allCases.first { $0.code == code }?.words }
        ),
        ColumnCode(ResultsTable.name, "teacher", .texts { ResultsReader.words(teacher: $0) }),
    ],
    benchmarks: [StateOfMeasure.self]
)
