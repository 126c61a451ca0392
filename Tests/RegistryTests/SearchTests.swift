import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// People and institutions are found by their names, as far as the asker sees them.
struct SearchTests {
    @Test(arguments: Engine.available)
    func `names are found by beginnings of words, with and without marks, in any order`(
        engine: Engine
    ) async throws {
        try await SearchWorld.run(engine) { world in
            let desk = world.desk(SearchWorld.everything)
            #expect(try await SearchWorld.found("bērziņš", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await SearchWorld.found("berzins j", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await SearchWorld.found("Jānis Bērz", desk) == ["pupil Bērziņš Jānis"])
            #expect(try await SearchWorld.found("jana berz", desk) == ["pupil Berze Jana"])
            #expect(try await SearchWorld.found("anna", desk) == ["pupil Āboliņa Anna"])
            #expect(try await SearchWorld.found("jān", desk) == ["pupil Berze Jana", "pupil Bērziņš Jānis"])
            #expect(try await SearchWorld.found("zane", desk) == ["staff Bērza Zane"])
            #expect(
                try await SearchWorld.found("berz", desk) == [
                    "institution Rīgas Bērzu pamatskola", "pupil Berze Jana", "pupil Bērziņš Jānis",
                    "staff Bērza Zane",
                ]
            )
            #expect(try await SearchWorld.found("vidus 2", desk) == ["institution Ķeguma 2. vidusskola"])
            #expect(try await SearchWorld.found("4210000001", desk) == ["institution Rīgas Bērzu pamatskola"])
            #expect(try await SearchWorld.found("10. A", desk) == ["classGroup 10.a", "classGroup 10.a"])
            for text in ["b", "", " - ", "ērz", "berzins anna"] {
                let nothing = try await SearchWorld.found(text, desk)
                #expect(nothing.isEmpty, "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `programmes and classes with words for names are found with and without marks`(
        engine: Engine
    ) async throws {
        try await SearchWorld.run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO class_group (tenant_id, id, institution_id, year, name, search_key, version)
                    VALUES (\(Worlds.tenant), 90, 1, 2025, 'Zīļuku grupa', 'ziluku grupa', 1)
                    """
                )
                let programmes = [
                    (90, 1, "01011111", "Pirmsskolas izglītības programma"),
                    (91, 2, "21011111", "Pamatizglītības programma"),
                    (92, 1, "21011111", "Pamatizglītības programma"),
                    (93, 2, "31016011", "Vispārējās vidējās izglītības programma"),
                ]
                for (id, institution, code, name) in programmes {
                    try connection.execute(
                        """
                        INSERT INTO programme (tenant_id, id, institution_id, code, name, search_key, version)
                        VALUES (\(Worlds.tenant), \(id), \(institution), \(code), \(name),
                            \(LatvianKey.search(name)), 1)
                        """
                    )
                }
            }
            let desk = world.desk(SearchWorld.everything)
            for text in ["zīļu", "zilu", "grupa zil"] {
                #expect(try await SearchWorld.found(text, desk) == ["classGroup Zīļuku grupa"], "\(text)")
            }
            #expect(try await SearchWorld.found("ilu", desk) == [])
            let secondary = "programme Vispārējās vidējās izglītības programma, 31016011"
            for text in ["vispārējās vid", "videjas vispar", "3101"] {
                #expect(try await SearchWorld.found(text, desk) == [secondary], "\(text)")
            }
            // One of two institutions is found once, and leads to the report of both.
            let basic = try await desk.database.data.read { connection in
                try RegistrySearch(desk: desk, connection: connection).answer("pamatizgl", persons: false)
                    .hits
                    .filter { $0.kind == .programme }
            }
            #expect(basic.map(\.path) == ["/reports/registry/programmes"])
            let head = world.desk([.readFigures], in: [Scope(institution: SearchWorld.first)])
            #expect(try await SearchWorld.found("videjas vispar", head) == [])
            let own = try await head.database.data.read { connection in
                try RegistrySearch(desk: head, connection: connection).answer("21011111", persons: false).hits
            }
            #expect(own.map(\.path) == ["/reports/registry/programmes?institution=1"])
            #expect(
                try await SearchWorld.found("zilu", head) == [],
                "who does not work with pupils finds no class"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a search reaches as far as the asker's roles`(engine: Engine) async throws {
        try await SearchWorld.run(engine) { world in
            let school = world.desk(SearchWorld.everything, in: [Scope(institution: SearchWorld.second)])
            #expect(
                try await SearchWorld.found("berz", school)
                    == ["institution Rīgas Bērzu pamatskola", "pupil Berze Jana"]
            )
            let group = Scope(institution: SearchWorld.first, classGroup: ClassID(rawValue: 1))
            let teacher = world.desk([.readFigures, .readPupils], in: [group])
            #expect(try await SearchWorld.found("berz", teacher) == ["pupil Bērziņš Jānis"])
            #expect(try await SearchWorld.found("10", teacher) == ["classGroup 10.a"])
            let head = world.desk([.readFigures])
            #expect(try await SearchWorld.found("berz", head) == ["institution Rīgas Bērzu pamatskola"])
            #expect(
                try await SearchWorld.found("berz", world.desk(SearchWorld.everything), persons: false).count
                    == 1
            )
            try await world.database.data.write { connection in
                try connection.execute(
                    "UPDATE enrolment SET to_day = \(Worlds.today - 1) WHERE tenant_id = \(Worlds.tenant)"
                )
            }
            #expect(
                try await SearchWorld.found("berz", teacher) == [],
                "who has left is not the class teacher's any more"
            )
            #expect(try await SearchWorld.found("berzins", world.desk(SearchWorld.everything)).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a personal code is found whole, and by those who may see the pupil`(engine: Engine) async throws {
        try await SearchWorld.run(engine) { world in
            let desk = world.desk(SearchWorld.everything)
            let whole = try await SearchWorld.found("329999-00001", desk)
            #expect(whole == ["pupil Āboliņa Anna"])
            #expect(try await SearchWorld.found("32999900001", desk) == ["pupil Āboliņa Anna"])
            #expect(try await SearchWorld.found("329999-0000", desk) == [])
            let school = world.desk(SearchWorld.everything, in: [Scope(institution: SearchWorld.second)])
            #expect(try await SearchWorld.found("329999-00001", school) == [])
            #expect(try await SearchWorld.found("329999-00001", world.desk([.readFigures])) == [])
            #expect(try await SearchWorld.found("329999-00001", desk, persons: false) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a number that leads to another is found by its own name, and each pupil once`(
        engine: Engine
    ) async throws {
        try await SearchWorld.run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                    VALUES (\(Worlds.tenant), 2, 1, 1)
                    """
                )
            }
            let desk = world.desk(SearchWorld.everything)
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
        try await SearchWorld.run(engine) { world in
            let desk = world.desk(SearchWorld.everything)
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
            // Of a rare word all names are looked through, so that a common one beside it leaves nobody out.
            for (text, isCut) in [("x berz", false), ("x x", true)] {
                let answer = try await desk.database.data.read { connection in
                    try RegistrySearch(desk: desk, connection: connection).answer(text, persons: true)
                }
                #expect(answer.isCut == isCut, "\(text)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `each of the first four words of a name is found`(engine: Engine) async throws {
        try await SearchWorld.run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE pupil SET search_key = 'ozola kalna anna marija'
                    WHERE tenant_id = \(Worlds.tenant) AND surname = 'Berze'
                    """
                )
            }
            let desk = world.desk(SearchWorld.everything)
            for text in ["ozola", "kalna", "anna m", "marija", "kaln mar"] {
                let hits = try await SearchWorld.found(text, desk)
                #expect(hits.contains("pupil Berze Jana"), "\(text)")
            }
            for text in ["ola", "arija", "kalna zane"] {
                let hits = try await SearchWorld.found(text, desk)
                #expect(!hits.contains("pupil Berze Jana"), "\(text)")
            }
        }
    }
}
