internal import Kernel

/// What the journal of a class knows before any pupil is written into it.
package struct ClassBook: Sendable {
    /// The class.
    package let classGroup: BoardClass
    /// The days of lessons.
    package let calendar: SchoolCalendar
    /// The lessons of each day of the week.
    package let timetable: Timetable
    /// Who teaches what.
    package let teachings: [BoardTeaching]
    /// The days of tests by subject.
    let tests: [Int: [Day]]
    /// The assessments of the class whose results have come: those of municipality and state, then its own.
    package private(set) var assessments: [BoardAssessment] = []
    let plan: BoardPlan

    init(_ plan: BoardPlan, _ group: BoardClass, _ calendar: SchoolCalendar, _ staff: StaffPlan) {
        self.plan = plan
        self.calendar = calendar
        classGroup = group
        let timetable = Timetable(plan, group)
        self.timetable = timetable
        teachings = staff.teachings(plan, group)
        var tests: [Int: [Day]] = [:]
        for subject in BoardSubject.taught(in: group.grade) where group.grade >= 4 {
            let days = calendar.days.filter { timetable.subjects($0).contains(subject) }
            tests[subject] = ClassBook.testDays(days, calendar, subject, group.grade)
        }
        self.tests = tests
        let works = AssessmentPlan(plan: plan, calendar: calendar)
        let written = tests.mapValues { days in days.filter { !isMissing($0) } }
        assessments = works.common.filter { $0.grade == group.grade } + works.tests(group, days: written)
    }

    /// The part of the class that a pupil belongs to in a subject: 1 or 2, 0 where it is not divided.
    package func part(_ subject: Int, _ pupil: BoardPupil) -> Int {
        let isDivided = teachings.contains { $0.subject == subject && $0.part == 2 }
        return isDivided ? pupil.number % 2 + 1 : 0
    }

    /// Who teaches a pupil a subject.
    package func teaching(_ subject: Int, _ pupil: BoardPupil) -> BoardTeaching? {
        let part = part(subject, pupil)
        return teachings.first { $0.subject == subject && $0.part == part }
    }

    /// Whether the journal of a day came: one institution's are missing for two months.
    func isMissing(_ day: Day) -> Bool {
        guard classGroup.institution.lacksMonths, classGroup.year == plan.lastFullYear else { return false }
        return (2...3).contains(day.parts.month)
    }

    /// Two tests a term, three in subjects of many lessons, evenly over the term.
    private static func testDays(
        _ days: [Day],
        _ calendar: SchoolCalendar,
        _ subject: Int,
        _ grade: Int
    ) -> [Day] {
        let count = BoardSubject.all[subject].weekly(grade) >= 4 ? 3 : 2
        return [1, 2].flatMap { term in
            let inTerm = days.filter { calendar.term(of: $0) == term }
            return (1...count).compactMap { index -> Day? in
                inTerm.isEmpty ? nil : inTerm[inTerm.count * index * 4 / (count * 4 + 1)]
            }
        }
    }
}
