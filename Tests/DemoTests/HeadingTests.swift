import Assessments
import Attainment
import Attendance
import Behaviour
import Demo
import Frame
import Planning
import Registry
import Testing

@Suite struct HeadingTests {
    @Test(arguments: BoardTable.allCases)
    func `the headings of a table are fields of its format`(table: BoardTable) throws {
        let format = try #require(HeadingTests.formats.first { $0.name == table.format })
        let codes = Set(format.fields.map(\.code))
        for heading in table.headings { #expect(codes.contains(heading), "\(heading)") }
        let required = format.fields.filter(\.isRequired).map(\.code)
        #expect(Set(table.headings).isSuperset(of: required))
        #expect(Set(table.headings).count == table.headings.count)
    }

    @Test(arguments: BoardTable.allCases)
    func `a table is known for what it is by its headings`(table: BoardTable) throws {
        let sample = SheetSample(file: table.fileName, sheet: "", headings: table.headings, rows: [])
        let sure = HeadingTests.formats.map { (name: $0.name, points: $0.recognise(sample)) }
        let best = sure.map(\.points).max()
        #expect(sure.filter { $0.points == best }.map(\.name) == [table.format])
    }

    @Test(arguments: BoardTable.allCases.filter { $0.mapping != nil })
    func `a mapping that a table needs is shipped and is of its format`(table: BoardTable) throws {
        let mapping = try #require(attendanceRoom.mappings.first { $0.name == table.mapping })
        #expect(mapping.format == table.format)
    }

    private static let formats = [
        registryRoom, attainmentRoom, attendanceRoom, assessmentsRoom, behaviourRoom, planningRoom,
    ].flatMap { $0.imports }
}
