import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// The table of marks of pupils is the largest that pages read: one pupil must never cost the whole year.
struct PlanTests {
    private static let codes = (1...600).map { "K\($0)" }

    private static let pupils =
        ([Town.pupilHeadings] + codes.map { "Ozolu skola,2024/2025,7.a,\($0),Uzvārds \($0),Vārds" })
        .joined(separator: "\n")

    private static let marks =
        ([Town.markHeadings]
        + codes.flatMap { code in
            ["Matemātika", "Fizika"].map { "Ozolu skola,7.a,\(code),2024/2025,\($0),7,year,," }
        })
        .joined(separator: "\n")

    @Test(arguments: Engine.available)
    func `the marks of a pupil are found by the pupil after an import`(_ engine: Engine) async throws {
        try await Town.with(engine, pupils: PlanTests.pupils, marks: PlanTests.marks) { world in
            var selection = Selection(year: SchoolYear(2024))
            let pupil = try await Town.id("pupil", "K7", world, column: "external_code")
            selection.pupil = PupilID(rawValue: pupil)
            let filter = CubeFilter(selection, kinds: PeriodMeasure.kinds)
            let tenant = world.desk.tenant
            let plan = try await world.desk.database.data.read { connection in
                if engine == .postgres { try connection.execute("SET LOCAL enable_seqscan = off") }
                return try connection.plan(
                    """
                    SELECT subject_id, sum(n) FROM \(filter.table(.markPupil, connection))
                    WHERE tenant_id = \(tenant) AND \(filter.condition) GROUP BY subject_id
                    """
                )
            }
            #expect(plan.contains("mark_pupil_by_pupil"), "\(plan)")
        }
    }
}
