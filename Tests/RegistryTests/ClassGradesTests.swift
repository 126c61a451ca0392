import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Registry

/// The lines of a grade under its classes, for a reader who does not see all of them.
struct ClassGradesTests {
    private static let missed = "attendance/missed-share"

    private func figure(_ numerator: Int, of denominator: Int, isHidden: Bool = false) -> Figure {
        Figure(
            measure: ClassGradesTests.missed,
            unit: .share,
            selection: Selection(year: SchoolYear(2024)),
            tally: isHidden ? nil : Tally(numerator, over: denominator, people: 20),
            isHidden: isHidden
        )
    }

    private func line(_ figure: Figure) -> ClassComparison.Line {
        ClassComparison.Line(
            name: Text(same: "8.a"),
            note: nil,
            address: nil,
            isOwn: false,
            figures: [ClassGradesTests.missed: figure]
        )
    }

    @Test func `what is hidden of a grade is the sum of its classes, if each of them is shown`() async throws
    {
        try await EditWorld.run(.sqlite) { world in
            let hidden = [ClassGradesTests.missed: figure(0, of: 0, isHidden: true)]
            let shown = [line(figure(68, of: 1000)), line(figure(51, of: 1000))]
            let desk = world.desk([.readFigures])
            let here = ClassGrades(8, shown, desk).here(hidden)
            #expect(here.figures[ClassGradesTests.missed]?.tally == Tally(119, over: 2000, people: 40))
            #expect(here.figures[ClassGradesTests.missed]?.isHidden == false && !here.isLinked)
            let some = shown + [line(figure(0, of: 0, isHidden: true))]
            let closed = ClassGrades(8, some, desk).here(hidden)
            #expect(closed.figures[ClassGradesTests.missed]?.isHidden == true)
        }
    }

    @Test func `what the municipality does not tell by grade is no hidden number`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let grades = ClassGrades(8, [], world.desk([.readFigures]))
            let hidden = grades.everywhere([ClassGradesTests.missed: figure(0, of: 0, isHidden: true)])
            #expect(hidden.untold == [ClassGradesTests.missed])
            let open = grades.everywhere([ClassGradesTests.missed: figure(5, of: 100)])
            #expect(open.untold.isEmpty)
        }
    }
}
