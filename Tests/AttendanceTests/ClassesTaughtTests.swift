import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Class 11 has lessons of its own in September; pupils of 12 and 13 are in group 7, whose lessons name no class.
struct ClassesTaughtTests {
    private let september = Month(2025, 9)
    private let october = Month(2025, 10)

    private func world(_ engine: Engine, _ body: @escaping @Sendable (School) throws -> Void) async throws {
        let (september, october) = (september, october)
        try await School.with(engine) { school in
            let connection = school.connection
            try Registers.institution(1, connection)
            for (id, grade) in [(11, 7), (12, 7), (13, 8), (14, 8)] {
                try connection.execute(
                    """
                    INSERT INTO class_group (tenant_id, id, institution_id, year, name, grade, version)
                    VALUES (\(World.tenant), \(id), 1, \(World.year.start), \("\(id)"), \(grade), 1)
                    """
                )
            }
            // Pupil 3 leaves class 13 and its group at the end of September.
            for (pupil, classGroup) in [(1, 11), (2, 12), (3, 13), (4, 14)] {
                try Registers.pupil(pupil, connection)
                let to = pupil == 3 ? day(2025, 9, 30) : nil
                try Registers.enrol(
                    pupil,
                    1,
                    classGroup: classGroup,
                    from: World.year.first,
                    to: to,
                    connection
                )
            }
            try Registers.group(7, 1, members: [2, 3], connection)
            try school.held(10, subject: 1, classGroup: 11, september)
            try school.held(3, subject: 2, classGroup: 0, group: 7, september)
            try school.held(3, subject: 2, classGroup: 0, group: 7, october)
            try school.write()
            try body(school)
        }
    }

    @Test(arguments: Engine.available)
    func `lessons of a group are lessons of the classes of its pupils`(_ engine: Engine) async throws {
        let (september, october) = (september.number, october.number)
        try await world(engine) { school in
            let measure = ClassesTaught()
            func vector(
                _ dimensions: [Dimension],
                _ narrow: (inout Selection) -> Void = { _ in }
            ) throws
                -> [MemberKey: Int]
            {
                try measure.vector(
                    School.selection(narrow),
                    over: dimensions,
                    tenant: World.tenant,
                    school.connection
                )
                .mapValues(\.numerator)
            }
            #expect(try vector([.institution, .month]) == [[1, september]: 3, [1, october]: 1])
            #expect(try vector([.classGroup]) == [[11]: 1, [12]: 1, [13]: 1])
            #expect(
                try vector([.institution, .grade, .month])
                    == [[1, 7, september]: 2, [1, 8, september]: 1, [1, 7, october]: 1]
            )
            #expect(try vector([]) { $0.classGroup = ClassID(rawValue: 14) } == [:])
            #expect(try vector([]) { $0.term = 2 } == [:])
            let elsewhere = World.asker([
                ([.readFigures], Scope(institution: InstitutionID(rawValue: 2)))
            ])
            let reach = elsewhere.reach(.readFigures, on: World.year.first)
            #expect(try vector([]) { $0.reach = reach } == [:])
            let rows = try measure.evidence(
                School.selection(),
                members: [.month: september],
                tenant: World.tenant,
                school.connection,
                limit: 10
            )
            #expect(rows.map(\.words.en) == ["Class No. 11", "Class No. 12", "Class No. 13"])
        }
    }
}
