import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct DirectoryPupilTests {
    private let school = InstitutionID(rawValue: 1)
    private let other = InstitutionID(rawValue: 2)
    private let classID = ClassID(rawValue: 5)

    private func run(_ staging: CollectingStaging, isMaster: Bool = true) -> DirectoryRun {
        DirectoryRun(Directory.empty, Worlds.run(staging, isMaster: isMaster))
    }

    private func code(_ text: String) throws -> PersonalCode { try PersonalCode(text) }

    @Test func `a pupil is found by personal code whatever the name says`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let code = try code("329999-00001")
        let first = try run.pupil(
            personalCode: code,
            surname: "Liepa",
            forename: "Anna",
            classID: classID,
            institution: school,
            at: line(2)
        )
        let second = try run.pupil(
            personalCode: code,
            surname: "Liepa-Bērza",
            forename: "Anna",
            institution: other,
            at: line(3)
        )
        #expect(first != nil && first == second)
        #expect(staging.rows(of: .pupils).count == 1)
        let row = try #require(staging.rows(of: .pupils).first)
        #expect(row.columns["search_key"] == .text("liepa anna"))
        #expect(row.columns["code_sealed"] == .text("329999-00001"))
    }

    @Test func `an external code counts within its institution only`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let first = try run.pupil(externalCode: "17", institution: school, at: line(2))
        let again = try run.pupil(externalCode: "17", institution: school, at: line(3))
        let elsewhere = try run.pupil(externalCode: "17", institution: other, at: line(4))
        #expect(first == again)
        #expect(first != elsewhere)
    }

    @Test func `a name finds a pupil of the class with and without marks`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let first = try run.pupil(
            surname: "Bērziņš",
            forename: "Jānis",
            classID: classID,
            institution: school,
            at: line(2)
        )
        let again = try run.pupil(
            surname: "BERZINS",
            forename: "Janis ",
            classID: classID,
            institution: school,
            at: line(3)
        )
        let otherClass = try run.pupil(
            surname: "Bērziņš",
            forename: "Jānis",
            classID: ClassID(rawValue: 6),
            institution: school,
            at: line(4)
        )
        #expect(first == again)
        #expect(otherClass != first)
    }

    @Test func `namesakes with codes of their own are two pupils`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        var ids: [PupilID?] = []
        for number in ["329999-00001", "329999-00002"] {
            ids.append(
                try run.pupil(
                    personalCode: code(number),
                    surname: "Kalna",
                    forename: "Ilze",
                    classID: classID,
                    institution: school,
                    at: line(2)
                )
            )
        }
        for external in ["a", "b"] {
            ids.append(
                try run.pupil(
                    externalCode: external,
                    surname: "Upe",
                    forename: "Ieva",
                    classID: classID,
                    institution: school,
                    at: line(3)
                )
            )
        }
        #expect(Set(ids).count == 4)
        // Without a code nobody can tell which of the two is meant, not even a master.
        let which = try run.pupil(
            surname: "Kalna",
            forename: "Ilze",
            classID: classID,
            institution: school,
            at: line(4)
        )
        #expect(which == nil)
        #expect(staging.unmatched.map(\.problem.code) == ["pupil.ambiguous"])
        #expect(staging.rows(of: .pupils).count == 4)
    }

    @Test func `an external code with somebody else's personal code is a conflict`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        _ = try run.pupil(
            personalCode: code("329999-00001"),
            externalCode: "17",
            institution: school,
            at: line(2)
        )
        let conflict = try run.pupil(
            personalCode: code("329999-00002"),
            externalCode: "17",
            institution: school,
            at: line(3)
        )
        #expect(conflict == nil)
        #expect(staging.unmatched.map(\.problem.code) == ["pupil.codeConflict"])
    }

    @Test func `a source that is no master adds nobody and reports each name once`() throws {
        let staging = CollectingStaging()
        let run = run(staging, isMaster: false)
        for number in 2...4 {
            let id = try run.pupil(
                surname: "Liepa",
                forename: number == 4 ? "Ilze" : "Anna",
                classID: classID,
                institution: school,
                at: line(number)
            )
            #expect(id == nil)
        }
        #expect(staging.rows.isEmpty)
        #expect(staging.unmatched.map(\.problem.value) == ["Liepa Anna", "Liepa Ilze"])
        #expect(staging.unmatched.map(\.place.line) == [2, 4])
    }

    @Test func `a pupil known by name takes over the codes of a later line`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let id = try run.pupil(
            surname: "Egle",
            forename: "Ina",
            classID: classID,
            institution: school,
            at: line(2)
        )
        let same = try run.pupil(
            personalCode: code("329999-00003"),
            externalCode: "33",
            surname: "Egle",
            forename: "Ina",
            classID: classID,
            institution: school,
            at: line(3)
        )
        #expect(id != nil && same == id)
        #expect(try run.pupil(externalCode: "33", institution: school, at: line(4)) == id)
        let byCode = try run.pupil(personalCode: code("329999-00003"), institution: other, at: line(5))
        #expect(byCode == id)
        let row = try #require(staging.rows(of: .pupils).first)
        #expect(row.columns["external_code"] == .text("33"))
        #expect(row.columns["code_sealed"] == .text("329999-00003"))
        #expect(staging.rows(of: .pupils).count == 1)
    }

    @Test func `a name without class and codes adds nobody`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let id = try run.pupil(surname: "Egle", forename: "Ina", institution: school, at: line(2))
        #expect(id == nil)
        #expect(staging.rows.isEmpty && staging.unmatched.count == 1)
    }

    @Test(arguments: Engine.available)
    func `what a run added the next one finds`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let year = SchoolYear(2025)
                let staging = CollectingStaging()
                let run = run(staging)
                let school = try #require(
                    try run.institution(name: "Bērzu pamatskola", regNo: "4210000001", at: line(2))
                )
                let classID = try #require(
                    try run.classGroup(institution: school, year: year, name: "5.a", at: line(2))
                )
                let pupil = try #require(
                    try run.pupil(
                        personalCode: code("329999-00001"),
                        externalCode: "17",
                        surname: "Ozols",
                        forename: "Kārlis",
                        classID: classID,
                        institution: school,
                        at: line(2)
                    )
                )
                try run.enrol(
                    pupil: pupil,
                    institution: school,
                    classID: classID,
                    from: year.first,
                    at: line(2)
                )
                try connection.write(staging)

                let later = CollectingStaging(firstID: 100)
                let directory = try Directory.load(Worlds.tenant, connection)
                let next = DirectoryRun(directory, Worlds.run(later, isMaster: false))
                #expect(try next.institution(name: "berzu PAMATSKOLA", at: line(2)) == school)
                let found = try next.classGroup(institution: school, year: year, name: "5. A", at: line(2))
                #expect(found == classID)
                #expect(next.directory.grade(of: classID) == 5)
                let byExternal = try next.pupil(externalCode: "17", institution: school, at: line(2))
                let byCode = try next.pupil(
                    personalCode: code("32999900001"),
                    institution: school,
                    at: line(2)
                )
                let byName = try next.pupil(
                    surname: "Ozols",
                    forename: "Karlis",
                    classID: classID,
                    institution: school,
                    at: line(2)
                )
                #expect([byExternal, byCode, byName] == [pupil, pupil, pupil])
                let stay = next.directory.enrolment(of: pupil, on: year.first + 30)
                #expect(stay?.classGroup == classID)
                #expect(later.rows.isEmpty && later.unmatched.isEmpty)
                // The code itself lies sealed in the table, for its own row.
                let sealed = try #require(
                    try connection.value("SELECT code_sealed FROM pupil WHERE id = \(pupil)", [UInt8].self)
                )
                let place = SealedPlace(table: "pupil", column: "code_sealed", key: Worlds.tenant, pupil)
                let plain = try connection.sealer.open(sealed, tenant: Worlds.tenant.rawValue, bound: place)
                #expect(String(decoding: plain, as: UTF8.self) == "329999-00001")
            }
        }
    }
}
