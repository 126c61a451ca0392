internal import Kernel

/// Which tests and examinations a school year has.
struct AssessmentPlan {
    let plan: BoardPlan
    let calendar: SchoolCalendar

    /// The works of municipality and state whose results have come.
    var common: [BoardAssessment] {
        (diagnostics + stateWorks + exams).filter { $0.knownFrom <= plan.today }
    }

    /// The tests of a class: in each of the main subjects the last one of each term that the journal has.
    func tests(_ group: BoardClass, days: [Int: [Day]]) -> [BoardAssessment] {
        AssessmentPlan.main.flatMap { subject in
            [1, 2].compactMap { term in
                let day = (days[subject] ?? []).last { calendar.term(of: $0) == term }
                guard let day, day <= plan.today else { return nil }
                return work(.classTest, subject, group.grade, day, classGroup: group)
            }
        }
    }

    /// Works of the municipality: in grade 6 in autumn, in grade 3 in winter.
    private var diagnostics: [BoardAssessment] {
        let start = calendar.year.start
        let days = [(6, Day(start, 10, 7)), (3, Day(start + 1, 2, 10))]
        return days.flatMap { grade, wanted in
            let day = calendar.days.first { $0 >= wanted ?? calendar.last } ?? calendar.last
            return AssessmentPlan.main.filter { BoardSubject.all[$0].code != "ANG" }
                .map { work(.diagnostic, $0, grade, day) }
        }
    }

    /// Examinations in the last weeks of grades 9 and 12; those of grade 12 are of two levels.
    private var exams: [BoardAssessment] {
        let levels: [(grade: Int, level: BoardAssessment.Level)] = [
            (9, .none), (12, .optimal), (12, .highest),
        ]
        return levels.flatMap { grade, level in
            AssessmentPlan.main.enumerated().map { place, subject in
                let day = calendar.days.dropLast(4 * (2 - place) + 4).last ?? calendar.last
                return work(.exam, subject, grade, day, level: level)
            }
        }
    }

    /// A work with what chance decides of it: the most points, and about what the state's pupils reached.
    func work(
        _ kind: BoardAssessment.Kind,
        _ subject: Int,
        _ grade: Int,
        _ day: Day,
        level: BoardAssessment.Level = .none,
        classGroup: BoardClass? = nil
    ) -> BoardAssessment {
        let start = calendar.year.start
        let place = classGroup.map { $0.institution.number * 256 + $0.key } ?? -1
        let term = calendar.term(of: day)
        var dice = Dice(
            plan.seed,
            .assessment,
            start,
            kind.rawValue,
            subject,
            grade,
            level.rawValue,
            place,
            term
        )
        let most = kind == .exam ? 0 : dice.pick([24, 30, 36, 40])
        let mean = AssessmentPlan.mean(kind, level, BoardSubject.all[subject].code)
        return BoardAssessment(
            kind: kind,
            level: level,
            subject: subject,
            grade: grade,
            year: calendar.year,
            term: term,
            day: day,
            classGroup: classGroup,
            most: most,
            stateMean: mean.map { $0 + dice.below(61) - 30 }
        )
    }

    /// The subjects in which there are tests and examinations.
    static let main = BoardSubject.all.indices.filter {
        ["LAT", "ANG", "MAT"].contains(BoardSubject.all[$0].code)
    }

    /// About what the state's pupils reach, in tenths of a per cent; nil where the state does not set the work.
    private static func mean(
        _ kind: BoardAssessment.Kind,
        _ level: BoardAssessment.Level,
        _ subject: String
    ) -> Int? {
        switch kind {
        case .classTest, .diagnostic: nil
        case .stateDiagnostic: diagnosticMeans[subject] ?? 600
        case .monitoring: monitoringMeans[subject] ?? 600
        case .exam: examMeans[level]?[subject] ?? 500
        }
    }

    private static let diagnosticMeans = ["LAT": 660, "DAB": 610, "MAT": 600]
    private static let monitoringMeans = ["LAT": 610, "DAB": 590, "MAT": 560]
    private static let examMeans: [BoardAssessment.Level: [String: Int]] = [
        .none: ["LAT": 590, "ANG": 650, "MAT": 500],
        .optimal: ["LAT": 520, "ANG": 600, "MAT": 410],
        .highest: ["LAT": 630, "ANG": 700, "MAT": 610],
    ]
}
