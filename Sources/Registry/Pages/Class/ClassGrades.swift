import Frame
import Kernel

/// The lines of a grade under its classes: in the institution and in the municipality, as far as the reader may know.
///
/// Small figures of absence are not told by grade to those who do not see the pupils, so that no class is told from
/// another. A sign of hiding under classes that are all shown, or of hundreds of pupils, would explain nothing.
struct ClassGrades {
    private let grade: Int
    private let classes: [ClassComparison.Line]
    private let desk: Desk

    init(_ grade: Int, _ classes: [ClassComparison.Line], _ desk: Desk) {
        self.grade = grade
        self.classes = classes
        self.desk = desk
    }

    /// The grade in the institution; what is hidden of it is the sum of its classes, where each of these is shown.
    func here(_ figures: [String: Figure]) -> ClassComparison.Line {
        var figures = figures
        var isSummed = false
        for (measure, figure) in figures where figure.isHidden {
            guard let sum = sum(measure, like: figure) else { continue }
            figures[measure] = sum
            isSummed = true
        }
        return line(
            Text(lv: "\(grade). klases iestādē", en: "Grade \(grade) here"),
            figures,
            // The page of a number asks for the grade itself, which stays hidden.
            isLinked: !isSummed
        )
    }

    /// The grade in the municipality, without what is not told by grade.
    func everywhere(_ figures: [String: Figure]) -> ClassComparison.Line {
        var line = line(
            Text(lv: "\(grade). klases pašvaldībā", en: "Grade \(grade) in the municipality"),
            figures,
            isLinked: seesAll
        )
        line.untold = Set(figures.filter { $0.value.isHidden }.keys)
        return line
    }

    /// All grades of the municipality, which stand in for what is not told by grade.
    func all(_ figures: [String: Figure]) -> ClassComparison.Line {
        line(
            Text(lv: "Visas klases pašvaldībā", en: "All grades in the municipality"),
            figures,
            isLinked: seesAll
        )
    }

    private var seesAll: Bool { desk.asker.reach(.readFigures, on: desk.today).everything }

    private func line(_ name: Text, _ figures: [String: Figure], isLinked: Bool) -> ClassComparison.Line {
        ClassComparison.Line(
            name: name,
            note: nil,
            address: nil,
            isOwn: false,
            figures: figures,
            isLinked: isLinked
        )
    }

    /// What the reader could add up anyway; nil where a class is hidden or none is known.
    private func sum(_ measure: String, like figure: Figure) -> Figure? {
        let parts = classes.compactMap { $0.figures[measure] }
        let tallies = parts.compactMap(\.tally)
        guard !tallies.isEmpty, parts.allSatisfy({ !$0.isHidden && $0.tally != nil }) else { return nil }
        var sum = figure
        let isCount = if case .count = figure.unit { true } else { false }
        sum.tally = Tally(
            tallies.reduce(0) { $0 + $1.numerator },
            over: isCount ? 1 : tallies.reduce(0) { $0 + $1.denominator },
            people: tallies.reduce(0) { $0 + ($1.people ?? 0) }
        )
        sum.isHidden = false
        return sum
    }
}
