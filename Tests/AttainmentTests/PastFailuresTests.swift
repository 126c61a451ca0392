import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// Subjects failed in earlier years, which a source tells of a pupil: where the pupil has marks in the year, and whose they are.
struct PastFailuresTests {
    private static let pupils = """
        \(Town.pupilHeadings)
        Ozolu skola,2024/2025,7.a,A1,Paraugs,Ilze
        Ozolu skola,2024/2025,7.b,B1,Paraugs,Anna
        """
    private static let marks = """
        \(Town.markHeadings)
        Ozolu skola,7.a,A1,2024/2025,Matemātika,3,year,,
        Ozolu skola,7.b,B1,2024/2025,Matemātika,8,year,,
        """

    @Test(arguments: Engine.available)
    func `the rows behind the figure are the pupils with their numbers, and those of a class alone`(
        _ engine: Engine
    ) async throws {
        try await Town.with(engine, pupils: Self.pupils, marks: Self.marks) { world in
            let tenant = world.desk.tenant
            let first = try await Town.id("pupil", "A1", world, column: "external_code")
            let other = try await Town.id("pupil", "B1", world, column: "external_code")
            try await world.desk.database.data.write { connection in
                for (pupil, count) in [(first, 2), (other, 3)] {
                    try connection.execute(
                        """
                        INSERT INTO past_failures (tenant_id, pupil_id, year, count, batch_id, source)
                        VALUES (\(tenant), \(pupil), 2024, \(count), 1, 0)
                        """
                    )
                }
            }
            let (name, year) = ("attainment/past-failures", Selection(year: SchoolYear(2024)))
            let all = try await world.evidence(name, year)
            #expect(all.map(\.pupil.rawValue) == [first, other].sorted())
            #expect(Set(all.map(\.numerator)) == [2, 3] && all.allSatisfy { $0.denominator == 1 })
            #expect(try await world.vector(name, year).values.map(\.numerator) == [5])
            let second = try await Town.id("class_group", "7.b", world)
            let some = try await world.evidence(name, year, [.classGroup: second])
            #expect(some.map(\.pupil.rawValue) == [other] && some.map(\.numerator) == [3])
            let none = try await world.evidence(name, Selection(year: SchoolYear(2023)))
            #expect(none.isEmpty)
        }
    }
}
