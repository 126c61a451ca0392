internal import Kernel

extension AssessmentPlan {
    /// The works that the state sets in grades 3 and 6.
    ///
    /// Until 2024/2025 they are diagnostic works in February and March, in grade 3 without natural sciences; from
    /// 2025/2026 monitoring works of April, in both grades of the same three literacies.
    var stateWorks: [BoardAssessment] {
        let isMonitored = calendar.year.start >= 2025
        let kind: BoardAssessment.Kind = isMonitored ? .monitoring : .stateDiagnostic
        let dates = isMonitored ? AssessmentPlan.monitored : AssessmentPlan.diagnosed
        return dates.compactMap { date in
            guard let subject = BoardSubject.all.firstIndex(where: { $0.code == date.subject }),
                let wanted = Day(calendar.year.start + 1, date.month, date.day),
                let day = calendar.days.first(where: { $0 >= wanted })
            else { return nil }
            return work(kind, subject, date.grade, day)
        }
    }

    /// When a work is written: on the first day of lessons from a day of the calendar on.
    private struct WorkDate {
        let grade: Int
        let subject: String
        let month: Int
        let day: Int

        init(_ grade: Int, _ subject: String, _ month: Int, _ day: Int) {
            self.grade = grade
            self.subject = subject
            self.month = month
            self.day = day
        }
    }

    private static let diagnosed = [
        WorkDate(3, "LAT", 2, 17), WorkDate(3, "MAT", 2, 23),
        WorkDate(6, "LAT", 2, 16), WorkDate(6, "MAT", 2, 24), WorkDate(6, "DAB", 3, 3),
    ]

    private static let monitored = [
        WorkDate(3, "LAT", 4, 13), WorkDate(3, "DAB", 4, 16), WorkDate(3, "MAT", 4, 23),
        WorkDate(6, "LAT", 4, 15), WorkDate(6, "DAB", 4, 20), WorkDate(6, "MAT", 4, 27),
    ]
}
