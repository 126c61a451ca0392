import Kernel

@testable import Demo

/// The assessments and results that a board told.
struct AssessmentsTold: Sendable {
    struct Row: Sendable {
        let pupil: Int
        let ability: Double
        let result: BoardResult
    }

    var assessments: [BoardAssessment] = []
    var rows: [Row] = []
    /// Of grade 9 of the class whose marks and examinations disagree, in mathematics.
    var disagreeingMarks: [Int] = []
    var disagreeingResults: [Int] = []

    var results: [BoardResult] { rows.map(\.result) }

    /// What became of the usual board, which is told once for all tests.
    static let usual: AssessmentsTold = {
        let sink = AssessmentSink(.usual)
        try? Board(.usual).tell(sink)
        return sink.told
    }()
}

/// Keeps the assessments and results of a board.
final class AssessmentSink: BoardSink {
    private let plan: BoardPlan
    private(set) var told = AssessmentsTold()

    init(_ plan: BoardPlan) { self.plan = plan }

    func assessment(_ assessment: BoardAssessment) { told.assessments.append(assessment) }

    func results(_ results: [BoardResult], of stay: BoardStay, _ book: ClassBook) {
        told.rows += results.map {
            AssessmentsTold.Row(pupil: stay.pupil.number, ability: stay.pupil.ability, result: $0)
        }
        guard disagrees(stay) else { return }
        let exams = results.filter { $0.assessment.kind == .exam && isMathematics($0.assessment.subject) }
        told.disagreeingResults += exams.compactMap(\.percent)
    }

    func marks(_ marks: [BoardMark], of stay: BoardStay, _ book: ClassBook) {
        guard disagrees(stay) else { return }
        let years = marks.filter { $0.kind == .year && isMathematics($0.subject) }
        told.disagreeingMarks += years.compactMap { Int($0.text) }
    }

    private func disagrees(_ stay: BoardStay) -> Bool {
        stay.classGroup.disagrees(plan) && stay.classGroup.grade == 9
    }

    private func isMathematics(_ subject: Int) -> Bool { BoardSubject.all[subject].code == "MAT" }
}
