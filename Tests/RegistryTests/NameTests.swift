import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct NameTests {
    private let year = SchoolYear(2025)

    private func write(_ connection: Connection) throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging))
        let first = try #require(
            try run.institution(name: "Vecā skola", regNo: "10", year: SchoolYear(2020), at: line(1))
        )
        try run.rename(first, to: "Jaunā skola", from: SchoolYear(2024).first, at: line(1))
        try run.addAlias("J. sk.", of: first, at: line(1))
        _ = try run.institution(name: "Ābeļu skola", regNo: "20", isReference: true, at: line(1))
        for name in ["10.a", "9.b", "1.c"] {
            _ = try run.classGroup(institution: first, year: year, name: name, at: line(1))
        }
        let classID = ClassID(rawValue: 1)
        for (surname, forename) in [("Šulca", "Anna"), ("Ābola", "Zane"), ("Avots", "Kārlis")] {
            let pupil = try #require(
                try run.pupil(
                    surname: surname,
                    forename: forename,
                    classID: classID,
                    institution: first,
                    at: line(1)
                )
            )
            try run.enrol(pupil: pupil, institution: first, classID: classID, from: year.first, at: line(1))
        }
        let nameless = try run.pupil(externalCode: "77", institution: first, at: line(1))
        #expect(nameless?.rawValue == 4)
        _ = try run.subject(name: "Matemātika", code: "MAT", at: line(1))
        for name in ["Zīļu koris", "Ābolu koris"] {
            _ = try run.group(institution: first, year: year, name: name, at: line(1))
        }
        try connection.write(staging)
    }

    @Test(arguments: Engine.available)
    func `names are of the year, and members stand in Latvian order`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let now = RegistryNames(tenant: Worlds.tenant, year: year, connection)
                let then = RegistryNames(tenant: Worlds.tenant, year: SchoolYear(2022), connection)
                #expect(now.name(.institution, 1).lv == "Jaunā skola")
                #expect(then.name(.institution, 1).lv == "Vecā skola")
                #expect(now.code(.institution, 1) == "10")
                #expect(now.sorted(.institution, [1, 2]) == [2, 1])
                #expect(now.sorted(.classGroup, [1, 2, 3]) == [3, 2, 1])
                // Anna of Š after both of A, of which Avots comes after Ābola.
                #expect(now.sorted(.pupil, [1, 2, 3]) == [2, 3, 1])
                #expect(now.name(.pupil, 2).lv == "Ābola Zane")
                #expect(now.name(.pupil, 4).lv == "77")
                #expect(now.name(.subject, 1).en == "Matemātika" && now.code(.subject, 1) == "MAT")
                #expect(now.name(.group, 1).lv == "Zīļu koris" && now.code(.group, 2) == "Ābolu koris")
                #expect(now.sorted(.group, [1, 2]) == [2, 1])
                #expect(now.name(.pupil, 0) == Text(lv: "nav norādīts", en: "not given"))
                #expect(now.name(.pupil, 99).lv == "#99")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `many members asked for one by one all have their names`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let staging = CollectingStaging()
                let run = DirectoryRun(.empty, Worlds.run(staging))
                let school = try #require(try run.institution(name: "Skola", year: year, at: line(1)))
                for number in 1...120 {
                    _ = try run.pupil(
                        externalCode: "\(number)",
                        institution: school,
                        at: line(1)
                    )
                    _ = try run.classGroup(
                        institution: school,
                        year: year,
                        name: "\(number).grupa",
                        at: line(1)
                    )
                }
                try connection.write(staging)
                let names = RegistryNames(tenant: Worlds.tenant, year: year, connection)
                for number in 1...120 {
                    #expect(names.name(.pupil, number).lv == "\(number)")
                    #expect(names.name(.classGroup, number).lv == "\(number).grupa")
                }
                #expect(names.name(.classGroup, 121).lv == "#121")
                let order = names.sorted(.pupil, (1...120).reversed())
                #expect(order == Array(1...120))
            }
        }
    }

    @Test func `members that are numbers have names too`() async throws {
        try await withDatabase(.sqlite, migrations: Worlds.migrations) { database in
            try await database.data.read { connection in
                let names = RegistryNames(tenant: Worlds.tenant, year: year, connection)
                let month = Month(2025, 9).number
                #expect(names.name(.month, month).lv == "2025. gada septembris")
                #expect(names.code(.month, month) == "2025-09")
                #expect(names.name(.weekday, 5) == Text(lv: "piektdiena", en: "Friday"))
                #expect(names.name(.term, 2).lv == "2. semestris" && names.name(.term, 0).lv == "mācību gads")
                #expect(names.name(.year, 2025).lv == "2025/2026" && names.name(.grade, 5).en == "Grade 5")
                #expect(names.sorted(.grade, [10, 9, 1]) == [1, 9, 10])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a scope names every level above it`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let finder = ScopeFinder(tenant: Worlds.tenant, connection)
                let school = InstitutionID(rawValue: 1)
                let classID = ClassID(rawValue: 1)
                let pupil = PupilID(rawValue: 1)
                #expect(try finder.scope(of: school) == Scope(institution: school))
                #expect(try finder.scope(of: classID) == Scope(institution: school, classGroup: classID))
                let today = try finder.scope(of: pupil, on: year.first)
                #expect(today == Scope(institution: school, classGroup: classID, pupil: pupil))
                // Before the pupil came, no institution had to do with them.
                #expect(try finder.scope(of: pupil, on: year.first - 1) == Scope(pupil: pupil))
                #expect(try finder.scope(of: PupilID(rawValue: 99), on: year.first) == nil)
                let stranger = ScopeFinder(tenant: TenantID(rawValue: 8), connection)
                #expect(try stranger.scope(of: pupil, on: year.first) == nil)
                #expect(try stranger.scope(of: school) == nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `people find members by what they type`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                try write(connection)
                let lookup = RegistryLookup(tenant: Worlds.tenant, connection)
                for text in ["10", "jauna skola", "Vecā skola", "J. sk."] {
                    #expect(try lookup.institution(text).rawValue == 1, "\(text)")
                }
                #expect(throws: Refusal.self) { try lookup.institution("Nekur") }
                let school = InstitutionID(rawValue: 1)
                #expect(try lookup.classGroup("9.B", institution: school, year: year).rawValue == 2)
                #expect(throws: Refusal.self) {
                    try lookup.classGroup("9.b", institution: InstitutionID(rawValue: 2), year: year)
                }
                #expect(try lookup.subject("matematika").rawValue == 1)
                #expect(try lookup.years() == [year])
                #expect(try lookup.latestYear(today: Worlds.today) == year)
                #expect(try lookup.institutions(.all).map(\.name) == ["Jaunā skola", "Ābeļu skola"])
                var reach = Reach()
                reach.add(Scope(institution: school, classGroup: ClassID(rawValue: 2)))
                #expect(try lookup.institutions(reach).map(\.id) == [1])
                var selection = Selection(year: year, institution: school)
                #expect(try lookup.classes(selection).map(\.name) == ["1.c", "9.b", "10.a"])
                selection.reach = reach
                #expect(try lookup.classes(selection).map(\.name) == ["9.b"])
            }
        }
    }
}
