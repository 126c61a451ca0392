import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

/// Both sides of a threshold: a share of many results tells of one pupil as soon as one alone is on a side.
struct ThresholdSidesTests {
    /// Twelve results of one class, of which some are below the 10 % of grade 9 in 2024/2025.
    private func world(
        _ engine: Engine,
        below: Int,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        var pupils = ["institution,year,class,external_code,surname,forename"]
        var results = ["institution,class,pupil_code,year,assessment,percent"]
        for index in 0..<12 {
            pupils.append("Ozolu skola,2024/2025,9.a,K\(index),Paraugs,Ilze")
            results.append("Ozolu skola,9.a,K\(index),2024/2025,CE-MAT-9,\(index < below ? 9 : 60)")
        }
        let files = (pupils.joined(separator: "\n"), results.joined(separator: "\n"))
        try await ReportWorld.empty(engine) { world in
            try await world.take(
                "subject,subject_code,area\nMatemātika,MAT,5\nLatviešu valoda,LAT,1\n",
                "subjects"
            )
            try await world.take(files.0, "pupils")
            try await world.take(ReportWorld.assessments, AssessmentsTable.name)
            try await world.take(files.1, ResultsTable.name)
            try await body(world)
        }
    }

    /// The share below of each row of a table, and its number of results, as a reader of sums has them.
    private func shares(_ world: BoardWorld, section: Int) async throws -> [[String]] {
        let reader = BoardWorld.asker([.readFigures, .readTeacherFigures])
        let selection = Selection(year: SchoolYear(2024))
        let rows = try await world.rows(Thresholds.self, selection, as: reader, section: section)
        // Of examinations the threshold stands before, and the mean behind.
        return rows.map { section == 0 ? Array($0[2...3]) : Array($0.suffix(2)) }
    }

    @Test(arguments: Engine.available)
    func `one result of twelve below the threshold is not told of`(_ engine: Engine) async throws {
        try await world(engine, below: 1) { world in
            let exams = try await shares(world, section: 0)
            let places = try await shares(world, section: 1)
            #expect(exams == [["12", "•"], ["•", "•"]] && places == [["•", "•"]])
        }
    }

    @Test(arguments: Engine.available)
    func `none below, and five beside seven, are shown`(_ engine: Engine) async throws {
        for (below, share) in [(0, "0,0"), (5, "41,7")] {
            try await world(engine, below: below) { world in
                let exams = try await shares(world, section: 0)
                let places = try await shares(world, section: 1)
                #expect(exams == [["12", share], ["12", share]] && places == [["12", share]])
            }
        }
    }
}
