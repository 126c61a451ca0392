import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments

/// Whole per cents of central examinations: kept exactly, counted without rounding, whatever file brings them.
struct WholePercentTests {
    private static let results = """
        institution,class,pupil_code,year,assessment,points,percent,max_points
        Ozolu skola,9.a,A1,2024/2025,CE-MAT-9,,"58,9",
        Ozolu skola,9.a,A2,2024/2025,CE-MAT-9,65,,80
        Ozolu skola,9.b,B1,2024/2025,CE-MAT-9,,"9,99",
        Ozolu skola,9.a,A1,2024/2025,PDD-LAT-9,,"58,9",
        """

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take(ReportWorld.pupils, "pupils")
            try await world.take(ReportWorld.staff, "staff")
            try await world.take(ReportWorld.teaching, "teaching")
            try await world.take(ReportWorld.assessments, AssessmentsTable.name)
            let plan = try await world.take(WholePercentTests.results, ResultsTable.name).plan
            #expect(plan.rejected + plan.unmatched == 0, "\(plan)")
            try await body(world)
        }
    }

    private let year = Selection(year: SchoolYear(2024))

    @Test(arguments: Engine.available)
    func `a per cent that the table of results gives is cut off where it counts, and kept as it was written`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            // 58, 81 and 9 in the examination; 58.9 in the work of the municipality.
            let kinds = try await world.vector("assessments/result", year, over: [.kind])
            #expect(
                kinds == [
                    [AssessmentSort(.centralExam, .none).member]: Tally(14_800, over: 30_000, people: 3),
                    [AssessmentSort(.municipalDiagnostic, .none).member]: Tally(
                        5_890,
                        over: 10_000,
                        people: 1
                    ),
                ]
            )
            let tenant = world.desk.tenant
            let kept = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT percent FROM assessment_result WHERE tenant_id = \(tenant) ORDER BY percent",
                    Int.self
                )
            }
            #expect(kept == [999, 5890, 5890, 8125])
            try await world.expectRoundTrip(ResultsTable.self, SchoolYear(2024), rows: 4)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test func `the row behind a figure says both`() async throws {
        try await world(.sqlite) { world in
            let rows = try await world.evidence("assessments/below-threshold", year)
            let words = rows.map(\.words.lv).sorted()
            #expect(
                words == [
                    "Centralizētais eksāmens matemātikā: 58,00\u{a0}% (precīzi 58,90\u{a0}%)",
                    "Centralizētais eksāmens matemātikā: 81,00\u{a0}% (precīzi 81,25\u{a0}%)",
                    "Centralizētais eksāmens matemātikā: 9,00\u{a0}% (precīzi 9,99\u{a0}%)",
                ]
            )
        }
    }
}
