import Kernel

/// Three small schools by dice, as the files that they would send: classes of two to twelve pupils, marks of two years,
/// lessons missed, an examination and a diagnostic work.
enum AttackBoard {
    private static let schools = [
        ("Ozolu skola", [("7.a", 3), ("7.b", 8), ("9.a", 6)]),
        ("Liepu skola", [("7.a", 7), ("9.a", 2), ("9.b", 9)]),
        ("Bērzu skola", [("7.a", 12), ("7.b", 4), ("9.a", 8)]),
    ]
    private static let institutions = """
        name,reg_no,type
        Ozolu skola,9900000001,pamatskola
        Liepu skola,9900000002,pamatskola
        Bērzu skola,9900000003,pamatskola
        """
    private static let subjects =
        "subject,area\nMatemātika,Matemātikas mācību joma\nLatviešu valoda,Valodu mācību joma"
    private static let works = """
        year,assessment_code,assessment,assessment_kind,subject,grade,date,max_points
        2025/2026,CE-MAT-9,Centralizētais eksāmens matemātikā,central-exam,Matemātika,9,11.05.2026.,80
        2025/2026,DD-MAT-7,Diagnosticējošais darbs matemātikā,state-diagnostic,Matemātika,7,13.04.2026.,60
        """

    /// Texts by format, in the order in which they are imported.
    static func files(seed: UInt64) -> [(format: String, text: String)] {
        var dice = RandomSource(seed: seed)
        var pupils = ["institution,year,class,external_code,surname,forename"]
        var marks = ["institution,class,pupil_code,year,subject,mark,kind,term"]
        var absences = ["institution,class,pupil_code,date,subject,code,lessons"]
        var results = ["institution,class,pupil_code,year,assessment,points"]
        var number = 0
        for (school, classes) in schools {
            for (name, size) in classes {
                for _ in 0..<size {
                    number += 1
                    let place = "\(school),\(name),K\(number)"
                    for (year, known) in [("2024/2025", AttackBoard.before(name)), ("2025/2026", name)] {
                        pupils.append("\(school),\(year),\(known),K\(number),Paraugs,Ilze")
                    }
                    marks += AttackBoard.marks(school, name, "K\(number)", &dice)
                    absences += AttackBoard.absences(place, &dice)
                    let work = name.hasPrefix("9") ? "CE-MAT-9" : "DD-MAT-7"
                    if Int.random(in: 0..<8, using: &dice) > 0 {
                        results.append("\(place),2025/2026,\(work),\(Int.random(in: 3...60, using: &dice))")
                    }
                }
            }
        }
        return [
            ("institutions", institutions), ("subjects", subjects),
            ("pupils", pupils.joined(separator: "\n")), ("marks", marks.joined(separator: "\n")),
            ("absences", absences.joined(separator: "\n")), ("assessments", works),
            ("results", results.joined(separator: "\n")),
        ]
    }

    /// What a class was in the year before.
    private static func before(_ name: String) -> String {
        (name.hasPrefix("9") ? "8" : "6") + String(name.dropFirst())
    }

    /// Marks of the year before in one subject; of this year in both terms and the year, with a subject missing now and then.
    private static func marks(
        _ school: String,
        _ name: String,
        _ pupil: String,
        _ dice: inout RandomSource
    ) -> [String] {
        let earlier = Int.random(in: 2...10, using: &dice)
        var lines = ["\(school),\(before(name)),\(pupil),2024/2025,Matemātika,\(earlier),year,"]
        for subject in ["Matemātika", "Latviešu valoda"] where Int.random(in: 0..<6, using: &dice) > 0 {
            for kind in ["term,1", "term,2", "year,"] {
                let mark = Int.random(in: 2...10, using: &dice)
                lines.append("\(school),\(name),\(pupil),2025/2026,\(subject),\(mark),\(kind)")
            }
        }
        return lines
    }

    /// Lessons missed in both terms, of some kinds; a third of pupils were always there.
    private static func absences(_ place: String, _ dice: inout RandomSource) -> [String] {
        guard Int.random(in: 0..<3, using: &dice) > 0 else { return [] }
        var lines: [String] = []
        // Days of the first term, then of the second; none is a day off.
        for days in [
            ["2025-10-13", "2025-10-14", "2025-10-15"], ["2026-02-10", "2026-02-11", "2026-02-12"],
        ] {
            for (day, code) in zip(days, ["ns", "nc", "nn"]) where Int.random(in: 0..<2, using: &dice) > 0 {
                let lessons = Int.random(in: 1...5, using: &dice)
                lines.append("\(place),\(day),Matemātika,\(code),\(lessons)")
            }
        }
        return lines
    }
}
