package import Frame
internal import Kernel
internal import Storage

/// The door of the room of assessments: tests of classes, municipality and state, and their results.
package let assessmentsRoom = Room(
    "assessments",
    Text(lv: "Pārbaudes darbi", en: "Assessments"),
    migrations: [.assessments],
    registers: [.assessments, .assessmentParts],
    facts: [.assessmentResults],
    measures: AssessmentMeasures.all + [ClassesRecorded.tested],
    imports: [AssessmentsTable.self, ResultsTable.self]
)
