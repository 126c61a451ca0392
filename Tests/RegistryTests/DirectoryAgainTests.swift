import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// What a second run of the same file adds: nothing.
struct DirectoryAgainTests {
    private func line(_ staging: CollectingStaging, _ directory: Directory) throws -> [Int?] {
        let run = DirectoryRun(directory, Worlds.run(staging))
        let here = SourcePlace(line: 1)
        let school = try #require(try run.institution(name: "Avota skola", at: here))
        let group = try run.classGroup(
            institution: school,
            year: SchoolYear(2025),
            name: "5.a",
            at: here
        )
        let subject = try run.subject(name: "Ķīmija", at: here)
        let teacher = try run.staff(fullName: "Anna Paraudziņa", institution: school, at: here)
        let coded = try run.staff(
            externalCode: "S-1",
            surname: "Zariņa",
            forename: "Zane",
            institution: school,
            at: here
        )
        return [
            school.rawValue, group?.rawValue, subject?.rawValue, teacher?.rawValue, coded?.rawValue,
        ]
    }

    @Test(arguments: Engine.available)
    func `teachers that a journal names are found again by the next one`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let first = CollectingStaging()
                let ids = try line(first, .empty)
                #expect(first.rows(of: .staff).count == 2 && first.rows(of: .staffPosts).count == 2)
                try connection.write(first)
                let second = CollectingStaging(firstID: 100)
                let again = try line(second, Directory.load(Worlds.tenant, connection))
                #expect(again == ids)
                #expect(second.rows.isEmpty, "\(second.rows.map(\.table.name.text))")
            }
        }
    }

    private let staff = """
        institution,surname,forename,role,from
        Avota skola,Paraudziņa,Anna,skolotājs,01.09.2025.
        """

    @Test(arguments: Engine.available)
    func `a post that was presumed ends where a list of staff knows better`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let first = CollectingStaging()
                _ = try line(first, .empty)
                try connection.write(first)
                for _ in 1...2 {
                    let second = CollectingStaging(firstID: 100)
                    try Worlds.reading(StaffTable.name).read(
                        StaffTable.self,
                        csv: staff,
                        known: StaffTable.known(Worlds.tenant, connection),
                        into: second
                    )
                    try connection.write(second)
                }
                let posts = try connection.rows(
                    """
                    SELECT from_day, to_day FROM staff_post WHERE tenant_id = \(Worlds.tenant) AND staff_id = 1
                    ORDER BY from_day
                    """,
                    Day.self,
                    Day.self
                )
                let from = try Parse.day("01.09.2025.")
                #expect(posts.map(\.0) == [Day(number: 0), from])
                #expect(posts.map(\.1) == [from - 1, Day(number: 0)])
            }
        }
    }

    @Test func `a text that was resolved is resolved anew after names have changed`() throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        let here = SourcePlace(line: 1)
        let year = SchoolYear(2025)
        let name = "Avota skola"
        let first = try run.institution(name: name, regNo: "4210000001", year: year, at: here)
        #expect(try run.institution(name: name, year: year, at: here) == first)
        let second = try run.institution(name: name, regNo: "4210000002", year: year, at: here)
        #expect(second != first)
        #expect(try run.institution(name: name, year: year, at: here) == nil, "the name is that of two now")
        #expect(staging.unmatched.count == 1)
        try run.rename(#require(second), to: "Strauta skola", from: year.first, at: here)
        #expect(try run.institution(name: "Strauta skola", year: year, at: here) == second)
    }
}
