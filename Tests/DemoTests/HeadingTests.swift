import Attainment
import Attendance
import Demo
import Frame
import Registry
import Testing

@Suite struct HeadingTests {
    @Test(arguments: BoardTable.allCases)
    func `the headings of a table are fields of its format`(table: BoardTable) throws {
        let formats = [registryRoom, attainmentRoom, attendanceRoom].flatMap { $0.imports }
        let format = try #require(formats.first { $0.name == table.format })
        let codes = Set(format.fields.map(\.code))
        for heading in table.headings { #expect(codes.contains(heading), "\(heading)") }
        let required = format.fields.filter(\.isRequired).map(\.code)
        #expect(Set(table.headings).isSuperset(of: required))
        #expect(Set(table.headings).count == table.headings.count)
    }
}
