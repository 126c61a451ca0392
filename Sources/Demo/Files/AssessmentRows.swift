internal import Assessments
internal import Behaviour
internal import Kernel
internal import Tabular

extension BoardAssessment {
    /// The row of an assessment.
    var cells: [TableCell] {
        [
            .text(classGroup?.institution.name ?? ""), .text(year.description), .text(code), .text(words.lv),
            .text(words.en), .text(kind.code), .text(level.code), .text(BoardSubject.all[subject].name),
            .integer(grade), .day(day), most == 0 ? .blank : .integer(most),
            stateMean.map { .decimal($0, decimals: 1) } ?? .blank,
        ]
    }
}

extension BoardEntry {
    /// The row of an entry about a pupil.
    func cells(_ stay: BoardStay) -> [TableCell] {
        let group = stay.classGroup
        return [
            .text(group.institution.name), .text(group.name), .text(stay.pupil.code), .day(day),
            .text(kind.code), .text(text), .text(author.code),
        ]
    }
}

extension BoardHeld {
    /// The row of lessons of a month.
    var cells: [TableCell] {
        let group = teaching.classGroup
        return [
            .text(group.institution.name), .text(group.year.description), .text(group.name),
            .text(teaching.group ?? ""), .text(BoardSubject.all[teaching.subject].name),
            .text(teaching.teacher.code), .text(month.description), .integer(lessons),
        ]
    }
}

extension BoardAssessment.Kind {
    /// The stable word in tables of assessments.
    var code: String {
        switch self {
        case .classTest: AssessmentKind.classTest.code
        case .diagnostic: AssessmentKind.municipalDiagnostic.code
        case .exam: AssessmentKind.centralExam.code
        case .stateDiagnostic: AssessmentKind.stateDiagnostic.code
        case .monitoring: AssessmentKind.stateMonitoring.code
        }
    }
}

extension BoardAssessment.Level {
    /// The stable word in tables of assessments.
    var code: String {
        switch self {
        case .none: AssessmentLevel.none.code
        case .optimal: AssessmentLevel.optimal.code
        case .highest: AssessmentLevel.highest.code
        }
    }
}

extension BoardResult.Status {
    /// The stable word in tables of results.
    var code: String {
        switch self {
        case .took: ResultStatus.took.code
        case .absent: ResultStatus.absent.code
        case .exempt: ResultStatus.exempt.code
        }
    }
}

extension BoardEntry.Kind {
    /// The stable word in tables of behaviour.
    var code: String {
        switch self {
        case .praise: BehaviourKind.praise.code
        case .remark: BehaviourKind.remark.code
        case .breach: BehaviourKind.breach.code
        case .conflict: BehaviourKind.conflict.code
        case .talk: BehaviourKind.talk.code
        }
    }
}
