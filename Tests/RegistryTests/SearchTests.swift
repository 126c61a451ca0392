import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct SearchTests {
    private static let everything: Set<Permission> = [.readFigures, .readPupils, .readTeacherFigures]
    private let first = InstitutionID(rawValue: 1)
    private let second = InstitutionID(rawValue: 2)

    /// Two schools with a class each, three pupils, and a teacher in the first.
    private func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                let year = SchoolYear(2025)
                for (index, name) in ["Ķeguma 2. vidusskola", "Rīgas Bērzu pamatskola"].enumerated() {
                    let id = try #require(
                        try directory.institution(name: name, regNo: "421000000\(index)", at: line(1))
                    )
                    let group = try directory.classGroup(
                        institution: id,
                        year: year,
                        name: "10.a",
                        at: line(1)
                    )
                    let people =
                        index == 0 ? [("Bērziņš", "Jānis"), ("Āboliņa", "Anna")] : [("Berze", "Jana")]
                    for (number, person) in people.enumerated() {
                        let code = try PersonalCode("329999-0000\(index * 2 + number)")
                        let pupil = try #require(
                            try directory.pupil(
                                personalCode: code,
                                surname: person.0,
                                forename: person.1,
                                classID: group,
                                institution: id,
                                at: line(1)
                            )
                        )
                        try directory.enrol(
                            pupil: pupil,
                            institution: id,
                            classID: group,
                            from: year.first,
                            at: line(1)
                        )
                    }
                }
                _ = try directory.staff(fullName: "Zane Bērza", institution: first, at: line(1))
                try connection.write(staging)
                for number in 0..<3 {
                    let index = try connection.sealer.blindIndex(
                        PersonalCode("329999-0000\(number)").normal,
                        tenant: Worlds.tenant.rawValue,
                        purpose: PersonalCodeIndex.pupil
                    )
                    try connection.execute(
                        """
                        UPDATE pupil SET code_index = \(index)
                        WHERE tenant_id = \(Worlds.tenant) AND id = \(number + 1)
                        """
                    )
                }
            }
            try await body(world)
        }
    }

    /// What a search finds, each thing by its kind and name.
    private func found(_ text: String, _ desk: Desk, persons: Bool = true) async throws -> [String] {
        try await desk.database.data.read { connection in
            try RegistrySearch(desk: desk, connection: connection).answer(text, persons: persons).hits
                .map { "\($0.kind) \($0.name)" }
        }
    }

    @Test(arguments: Engine.available)
    func `names are found by beginnings of words, with and without marks, in any order`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            let desk = world.desk(SearchTests.everything)
            #expect(try await found("bērziņš", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await found("berzins j", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await found("Jānis Bērz", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await found("jana berz", desk) == ["pupil Berze Jana"])
            #expect(try await found("anna", desk) == ["pupil Āboliņa Anna"])
            #expect(try await found("jān", desk) == ["pupil Berze Jana", "pupil Bērziņš Jānis"])
            #expect(try await found("zane", desk) == ["staff Bērza Zane"])
            #expect(
                try await found("berz", desk) == [
                    "institution Rīgas Bērzu pamatskola", "pupil Berze Jana", "pupil Bērziņš Jānis",
                    "staff Bērza Zane",
                ]
            )
            #expect(try await found("vidus 2", desk) == ["institution Ķeguma 2. vidusskola"])
            #expect(try await found("4210000001", desk) == ["institution Rīgas Bērzu pamatskola"])
            #expect(try await found("10. A", desk) == ["classGroup 10.a", "classGroup 10.a"])
            for text in ["b", "", " - ", "ērz", "berzins anna"] {
                let nothing = try await found(text, desk)
                #expect(nothing.isEmpty, "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a search reaches as far as the asker's roles`(engine: Engine) async throws {
        try await run(engine) { world in
            let school = world.desk(SearchTests.everything, in: [Scope(institution: second)])
            #expect(
                try await found("berz", school)
                    == ["institution Rīgas Bērzu pamatskola", "pupil Berze Jana"]
            )
            let group = Scope(institution: first, classGroup: ClassID(rawValue: 1))
            let teacher = world.desk([.readFigures, .readPupils], in: [group])
            #expect(try await found("berz", teacher) == ["pupil Bērziņš Jānis"])
            #expect(try await found("10", teacher) == ["classGroup 10.a"])
            let head = world.desk([.readFigures])
            #expect(try await found("berz", head) == ["institution Rīgas Bērzu pamatskola"])
            #expect(try await found("berz", world.desk(SearchTests.everything), persons: false).count == 1)
            try await world.database.data.write { connection in
                try connection.execute(
                    "UPDATE enrolment SET to_day = \(Worlds.today - 1) WHERE tenant_id = \(Worlds.tenant)"
                )
            }
            #expect(
                try await found("berz", teacher) == [],
                "who has left is not the class teacher's any more"
            )
            #expect(try await found("berzins", world.desk(SearchTests.everything)).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a personal code is found whole, and by those who may see the pupil`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk(SearchTests.everything)
            let whole = try await found("329999-00001", desk)
            #expect(whole == ["pupil Āboliņa Anna"])
            #expect(try await found("32999900001", desk) == ["pupil Āboliņa Anna"])
            #expect(try await found("329999-0000", desk) == [])
            let school = world.desk(SearchTests.everything, in: [Scope(institution: second)])
            #expect(try await found("329999-00001", school) == [])
            #expect(try await found("329999-00001", world.desk([.readFigures])) == [])
            #expect(try await found("329999-00001", desk, persons: false) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a number that leads to another is found by its own name, and each pupil once`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                    VALUES (\(Worlds.tenant), 2, 1, 1)
                    """
                )
            }
            let desk = world.desk(SearchTests.everything)
            for text in ["anna", "329999-00001"] {
                let pupils = try await desk.database.data.read { connection in
                    try RegistrySearch(desk: desk, connection: connection).answer(text, persons: true).pupils
                }
                #expect(pupils == [PupilID(rawValue: 1)], "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the beginning of a name is answered by an index`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk(SearchTests.everything)
            let plan = try await world.database.data.write { connection in
                // The planner of PostgreSQL needs more than three rows to mind.
                for id in 100..<3100 {
                    try connection.execute(
                        """
                        INSERT INTO pupil (tenant_id, id, surname, search_key, version)
                        VALUES (\(Worlds.tenant), \(id), 'x', \("x\(id)"), 1)
                        """
                    )
                }
                if connection.dialect == .postgres { try connection.execute("ANALYZE pupil") }
                let search = PupilSearch(desk: desk, connection: connection)
                return try connection.plan(search.query("berz", .all))
            }
            for index in ["pupil_search", "pupil_second", "pupil_third", "pupil_fourth"] {
                #expect(plan.contains(index), "\(plan)")
            }
            let many = try await desk.database.data.read { connection in
                try RegistrySearch(desk: desk, connection: connection).answer("x1", persons: true)
            }
            #expect(many.hits.count == 50 && many.isCut)
        }
    }

    @Test(arguments: Engine.available)
    func `each of the first four words of a name is found`(engine: Engine) async throws {
        try await run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE pupil SET search_key = 'ozola kalna anna marija'
                    WHERE tenant_id = \(Worlds.tenant) AND surname = 'Berze'
                    """
                )
            }
            let desk = world.desk(SearchTests.everything)
            for text in ["ozola", "kalna", "anna m", "marija", "kaln mar"] {
                let hits = try await found(text, desk)
                #expect(hits.contains("pupil Berze Jana"), "\(text)")
            }
            for text in ["ola", "arija", "kalna zane"] {
                let hits = try await found(text, desk)
                #expect(!hits.contains("pupil Berze Jana"), "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `subjects, reports and pages are found in either language, as far as they would open`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO subject (tenant_id, id, name, search_key, version)
                    VALUES (\(Worlds.tenant), 900, 'Ķīmija', \(LatvianKey.search("Ķīmija")), 1)
                    """
                )
            }
            let reader = world.desk([.readFigures])
            #expect(try await found("kimija", reader, persons: false) == ["subject Ķīmija"])
            #expect(try await found("movement", reader) == ["report Izglītojamo kustība"])
            #expect(try await found("kustib izgl", reader) == ["report Izglītojamo kustība"])
            #expect(try await found("klasifik", reader) == [])
            let keeper = world.desk([.readFigures, .administer])
            #expect(try await found("klasifik", keeper) == ["page Klasifikatori"])
            #expect(try await found("kimija", world.desk([.administer])) == [])
            let page = try await world.get(
                SearchPage(),
                query: ["q": "kustiba"],
                desk: reader,
                language: .en
            )
            #expect(page.text.contains("/reports/registry/movement"))
            #expect(page.text.contains("Movement of pupils"))
        }
    }

    @Test(arguments: Engine.available)
    func `who teaches within reach leads to the page of own figures`(engine: Engine) async throws {
        try await run(engine) { world in
            let desk = world.desk(SearchTests.everything)
            let before = try await world.post(SearchAction(), [:], ["query": "zane"], desk: desk)
            #expect(before.text.contains("Bērza Zane") && !before.text.contains("/teachers/"))
            try await world.database.data.write { connection in
                try connection.execute(
                    "INSERT INTO subject (tenant_id, id, name, version) VALUES (\(Worlds.tenant), 900, 'Fizika', 1)"
                )
                try connection.execute(
                    """
                    INSERT INTO teaching (tenant_id, id, year, institution_id, subject_id, staff_id, version)
                    VALUES (\(Worlds.tenant), 1, 2025, 2, 900, 1, 1)
                    """
                )
            }
            let after = try await world.post(SearchAction(), [:], ["query": "zane"], desk: desk)
            #expect(after.text.contains("/teachers/1"))
            // She has a post in the first school and teaches in the second only.
            let head = world.desk(SearchTests.everything, in: [Scope(institution: first)])
            let there = try await world.post(SearchAction(), [:], ["query": "zane"], desk: head)
            #expect(there.text.contains("Bērza Zane") && !there.text.contains("/teachers/"))
        }
    }

    @Test func `the page asks by POST for persons, and says whom it showed`() async throws {
        try await run(.sqlite) { world in
            let desk = world.desk(SearchTests.everything)
            let page = try await world.get(SearchPage(), query: ["q": "berz"], desk: desk)
            #expect(page.text.contains("/institutions/2") && !page.text.contains("/pupils/"))
            #expect(page.persons.isEmpty && page.text.contains("name=\"query\""))
            let answer = try await world.post(SearchAction(), [:], ["query": "berz"], desk: desk)
            #expect(answer.text.contains("/pupils/1") && answer.persons.sorted() == [1, 3])
            #expect(answer.text.contains("Ķeguma 2. vidusskola, 10.a"))
            let nothing = try await world.post(SearchAction(), [:], ["query": "zzz"], desk: desk)
            #expect(nothing.text.contains("Nekas nav atrasts"))
            #expect(
                try await world.post(SearchAction(), [:], ["query": "b"], desk: desk).text.contains("Par maz")
            )
            #expect(!(try await world.get(SearchPage(), desk: desk)).text.contains("Nekas"))
        }
    }
}
