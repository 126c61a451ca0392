/// A subject as the board teaches it.
package struct BoardSubject: Hashable, Sendable {
    /// The stable code.
    package let code: String
    /// The name in Latvian.
    package let name: String
    /// The learning area, 1 to 7, in the order of the state's standard of basic education.
    package let area: Int
    /// Lessons a week from grade 1 to 12.
    let weekly: [Int]
    /// Which teachers teach it.
    let family: TeacherFamily
    /// How its marks differ from the board's mean.
    let ease: Double
    /// Whether its tests are written in percent.
    let hasPercentTests: Bool

    private init(
        _ code: String,
        _ name: String,
        area: Int,
        _ weekly: [Int],
        _ family: TeacherFamily,
        ease: Double = 0,
        percent: Bool = false
    ) {
        self.code = code
        self.name = name
        self.area = area
        self.weekly = weekly
        self.family = family
        self.ease = ease
        hasPercentTests = percent
    }

    /// Lessons a week in a grade.
    package func weekly(_ grade: Int) -> Int { weekly[grade - 1] }

    /// All subjects.
    package static let all: [BoardSubject] = [
        BoardSubject(
            "LAT",
            "Latviešu valoda",
            area: 1,
            [7, 7, 6, 5, 5, 4, 3, 3, 3, 3, 3, 3],
            .latvian,
            ease: -0.2
        ),
        BoardSubject(
            "LIT",
            "Literatūra",
            area: 1,
            [0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2],
            .latvian,
            ease: 0.2
        ),
        BoardSubject(
            "ANG",
            "Angļu valoda",
            area: 1,
            [2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4],
            .english,
            ease: 0.1
        ),
        BoardSubject("VAC", "Vācu valoda", area: 1, [0, 0, 0, 0, 0, 2, 2, 2, 2, 3, 3, 0], .german),
        BoardSubject(
            "SOC",
            "Sociālās zinības",
            area: 2,
            [1, 1, 1, 1, 1, 1, 0, 0, 1, 2, 2, 0],
            .history,
            ease: 0.4
        ),
        BoardSubject("VES", "Vēsture", area: 2, [0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2], .history, ease: -0.1),
        BoardSubject("MUZ", "Mūzika", area: 3, [2, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0], .music, ease: 0.9),
        BoardSubject(
            "VIZ",
            "Vizuālā māksla",
            area: 3,
            [2, 2, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0],
            .art,
            ease: 0.9
        ),
        BoardSubject(
            "KUL",
            "Kultūra un māksla",
            area: 3,
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2],
            .art,
            ease: 0.6
        ),
        BoardSubject(
            "DAB",
            "Dabaszinības",
            area: 4,
            [1, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0],
            .nature,
            ease: 0.1
        ),
        BoardSubject(
            "BIO",
            "Bioloģija",
            area: 4,
            [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 3],
            .nature,
            percent: true
        ),
        BoardSubject("GEO", "Ģeogrāfija", area: 4, [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2], .nature, ease: 0.1),
        BoardSubject(
            "FIZ",
            "Fizika",
            area: 4,
            [0, 0, 0, 0, 0, 0, 0, 2, 2, 3, 3, 3],
            .physics,
            ease: -0.4,
            percent: true
        ),
        BoardSubject(
            "KIM",
            "Ķīmija",
            area: 4,
            [0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 3],
            .physics,
            ease: -0.3,
            percent: true
        ),
        BoardSubject(
            "MAT",
            "Matemātika",
            area: 5,
            [4, 4, 5, 5, 5, 5, 6, 5, 5, 6, 6, 6],
            .mathematics,
            ease: -0.5,
            percent: true
        ),
        BoardSubject(
            "DAT",
            "Datorika",
            area: 6,
            [0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0],
            .technology,
            ease: 0.6
        ),
        BoardSubject(
            "DIZ",
            "Dizains un tehnoloģijas",
            area: 6,
            [1, 1, 1, 1, 2, 2, 2, 1, 1, 0, 0, 0],
            .technology,
            ease: 0.7
        ),
        BoardSubject(
            "PRO",
            "Programmēšana",
            area: 6,
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2],
            .technology,
            ease: 0.2
        ),
        BoardSubject(
            "SPO",
            "Sports un veselība",
            area: 7,
            [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
            .sport,
            ease: 1.1
        ),
    ]

    /// The subjects of a grade.
    package static func taught(in grade: Int) -> [Int] {
        all.indices.filter { all[$0].weekly(grade) > 0 }
    }
}

/// Teachers who can stand in for each other.
enum TeacherFamily: Int, CaseIterable, Sendable {
    case primary, latvian, english, german, history, music, art, nature, physics, mathematics, technology,
        sport

    /// Subjects that the class's own teacher teaches in grades 1 to 3.
    static let byClassTeacher: Set<String> = ["LAT", "SOC", "DAB", "MAT", "VIZ", "DIZ"]
}
