import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Attainment

struct MarkRuleTests {
    /// A reader by the rules of the tenant, and the codes of scales by id.
    private func reader(
        scale: String = "",
        _ change: @Sendable @escaping (Connection) throws -> Void = { _ in }
    ) async throws -> (MarkReader, MarkScales) {
        var reader: MarkReader?
        var scales: MarkScales?
        let mapping = Mapping("m", Text(same: "m"), format: "marks", constants: ["scale": scale])
        try await World.run(.sqlite) { world in
            try await world.database.data.write { try change($0) }
            let (found, rules) = try await world.database.data.read { connection in
                let regulations = try Regulations.load(World.tenant, connection)
                return (try MarkScales.load(World.tenant, connection), try MarkRules(regulations))
            }
            reader = MarkReader(found, mapping, rules)
            scales = found
        }
        return (try #require(reader), try #require(scales))
    }

    private func place(_ year: Int, _ grade: Int) -> MarkReader.Place {
        var mark = MarkFact()
        mark.year = year
        mark.grade = grade
        return MarkReader.Place(mark)
    }

    @Test func `small grades have levels where nobody names a scale, and points where a mark is points`()
        async throws
    {
        let (reader, scales) = try await reader()
        let letters = try #require(scales.coded(MarkScales.acquisition)?.id)
        let ten = try #require(scales.coded(MarkScales.ten)?.id)
        let level = try #require(try reader.read("A", of: place(2024, 2)))
        #expect(level.scale == letters && level.level == 3 && level.standing == .uncounted)
        let lacking = try #require(try reader.read("nv", of: place(2024, 2)))
        #expect(lacking.scale == letters && lacking.standing == .missing)
        let exempt = try #require(try reader.read("a", of: place(2024, 2)))
        #expect(exempt.scale == ten && exempt.standing == .exempt)
        let points = try #require(try reader.read("8", of: place(2024, 2)))
        #expect(points.scale == ten && points.hundredths == 800 && points.standing == .counted)
    }

    @Test func `an old year and a high grade are read by their own rule`() async throws {
        let (reader, scales) = try await reader()
        let ten = try #require(scales.coded(MarkScales.ten)?.id)
        #expect(try reader.read("nv", of: place(2018, 2))?.scale == ten)
        #expect(try reader.read("nv", of: place(2024, 4))?.scale == ten)
        #expect(try reader.read("S", of: place(2024, 4)) == nil)
    }

    @Test func `a scale that the mapping names goes before the grade's`() async throws {
        let (reader, scales) = try await reader(scale: MarkScales.twenty)
        let twenty = try #require(scales.coded(MarkScales.twenty)?.id)
        #expect(try reader.read("18", of: place(2024, 2))?.scale == twenty)
    }

    @Test func `levels of points are those of the year of the mark`() async throws {
        let first = SchoolYear(2025).first
        let (reader, _) = try await reader { connection in
            try connection.execute(
                """
                UPDATE regulation SET to_day = \(first - 1) WHERE tenant_id = \(World.tenant)
                    AND name = 'level-bands'
                """
            )
            try connection.execute(
                """
                INSERT INTO regulation (tenant_id, name, from_day, parameters, version)
                VALUES (\(World.tenant), 'level-bands', \(first), '{"high":10,"optimal":7,"sufficient":5}', 1)
                """
            )
        }
        let marks = ["9", "6", "4"]
        #expect(try marks.map { try reader.read($0, of: place(2024, 7))?.level } == [4, 3, 2])
        #expect(try marks.map { try reader.read($0, of: place(2025, 7))?.level } == [3, 2, 1])
    }
}
