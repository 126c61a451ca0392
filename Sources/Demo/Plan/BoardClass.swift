package import Kernel

/// A class of a school year.
package struct BoardClass: Hashable, Sendable {
    /// The institution.
    package let institution: BoardInstitution
    /// The school year.
    package let year: SchoolYear
    /// The grade, 1 to 12.
    package let grade: Int
    /// Which of the grade's classes, from 0.
    package let line: Int

    /// The name: `5.a`.
    package var name: String { "\(grade).\(BoardClass.letters[line % BoardClass.letters.count])" }

    /// The programme of its pupils, but for those in a special one.
    package var programme: ProgrammeKind {
        if isOfMinority { return .minority }
        let all = institution.kind.programmes
        return all.first { $0.isSecondary == (grade >= 10) && !$0.isSpecial } ?? .basic
    }

    /// Whether it still learns by the programme of a minority.
    ///
    /// These went over to the state's language grade by grade: 1, 4 and 7 in 2023, 2, 5 and 8 in 2024, the others in 2025.
    private var isOfMinority: Bool {
        guard institution.hasMinority, line == 1, grade <= 9 else { return false }
        return year.start < 2023 + (grade - 1) % 3
    }

    /// A number that tells the classes of an institution and a year apart.
    var key: Int { grade * 16 + line }

    /// Whether the marks of mathematics that its teacher gives are much better than its tests and, a year later,
    /// its examination.
    package func disagrees(_ plan: BoardPlan) -> Bool {
        institution.number == BoardClass.disagreeing(plan) && (8...9).contains(grade) && line == 0
    }

    private static func disagreeing(_ plan: BoardPlan) -> Int { plan.institutions > 2 ? 2 : 0 }

    private static let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "k", "l"]
}

/// How many classes an institution has in each grade, the same in every year.
struct ClassLines: Sendable {
    let institution: BoardInstitution

    /// Pupils of a grade.
    func size(_ grade: Int) -> Int {
        let kind = institution.kind
        let all = kind.grades.reduce(0.0) { $0 + kind.weight($1) }
        let before = kind.grades.lazy.filter { $0 < grade }.reduce(0.0) { $0 + kind.weight($1) }
        let quota = Double(institution.quota)
        return Int(quota * (before + kind.weight(grade)) / all) - Int(quota * before / all)
    }

    /// Classes of a grade.
    func lines(_ grade: Int) -> Int {
        // Grades of one stage have equally many classes, so that a class can go on as it is.
        let stage = grade >= 10 ? 10...12 : 1...9
        let size = institution.kind.grades.filter(stage.contains).map(self.size).max() ?? 0
        return min(10, max(1, (size + 17) / 25))
    }

    /// The places of a class.
    func places(_ grade: Int, line: Int) -> Int {
        let (size, lines) = (size(grade), lines(grade))
        return size * (line + 1) / lines - size * line / lines
    }

    /// The classes of a year.
    func classes(_ year: SchoolYear) -> [BoardClass] {
        institution.kind.grades.flatMap { grade in
            (0..<lines(grade)).map {
                BoardClass(institution: institution, year: year, grade: grade, line: $0)
            }
        }
    }
}
