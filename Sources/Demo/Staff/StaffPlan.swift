internal import Kernel

/// The places of an institution's staff, and which of them teaches what; the same in every year.
struct StaffPlan: Sendable {
    /// What one place teaches: a part of a class in a subject.
    struct Task: Hashable {
        let grade: Int
        let line: Int
        let subject: Int
        let part: Int
    }

    let institution: BoardInstitution
    private(set) var places: [Task: Int] = [:]
    /// Lessons a week of each place.
    private(set) var lessons: [Int] = []

    init(_ institution: BoardInstitution) {
        self.institution = institution
        let lines = ClassLines(institution: institution)
        let seats = institution.kind.grades.flatMap { grade in (0..<lines.lines(grade)).map { (grade, $0) } }
        for (grade, line) in seats where grade <= 3 { takeClass(grade, line) }
        for family in TeacherFamily.allCases { share(tasks(family, lines), of: family) }
    }

    /// A class of grades 1 to 3 has a teacher of its own for most subjects.
    private mutating func takeClass(_ grade: Int, _ line: Int) {
        var sum = 0
        for subject in BoardSubject.taught(in: grade) where isByClassTeacher(subject, grade) {
            places[Task(grade: grade, line: line, subject: subject, part: 0)] = lessons.count
            sum += BoardSubject.all[subject].weekly(grade)
        }
        lessons.append(sum)
    }

    /// The other tasks go to as many teachers of the family as they need, each to the one with the least.
    private mutating func share(_ tasks: [Task], of family: TeacherFamily) {
        let sum = tasks.reduce(0) { $0 + weekly($1) }
        guard sum > 0 else { return }
        let first = lessons.count
        lessons += Array(repeating: 0, count: (sum + 21) / 22)
        for task in tasks {
            let place = (first..<lessons.count).min { lessons[$0] < lessons[$1] } ?? first
            places[task] = place
            lessons[place] += weekly(task)
        }
    }

    private func tasks(_ family: TeacherFamily, _ lines: ClassLines) -> [Task] {
        institution.kind.grades.flatMap { grade in
            (0..<lines.lines(grade)).flatMap { line in
                BoardSubject.taught(in: grade)
                    .filter { BoardSubject.all[$0].family == family && !isByClassTeacher($0, grade) }
                    .flatMap { subject in
                        StaffPlan.parts(subject, grade, places: lines.places(grade, line: line)).map {
                            Task(grade: grade, line: line, subject: subject, part: $0)
                        }
                    }
            }
        }
    }

    private func isByClassTeacher(_ subject: Int, _ grade: Int) -> Bool {
        grade <= 3 && TeacherFamily.byClassTeacher.contains(BoardSubject.all[subject].code)
    }

    private func weekly(_ task: Task) -> Int { BoardSubject.all[task.subject].weekly(task.grade) }

    /// The parts of a class in a subject: a large one learns English in two halves from grade 4 on.
    static func parts(_ subject: Int, _ grade: Int, places: Int) -> [Int] {
        BoardSubject.all[subject].family == .english && grade >= 4 && places > 20 ? [1, 2] : [0]
    }
}
