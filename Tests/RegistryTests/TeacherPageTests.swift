import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct TeacherPageTests {
    /// Two schools; Zariņa teaches in the first, Āboliņa in both, Bite in the second.
    private func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                for name in ["Avota skola", "Bērzu skola"] {
                    _ = try directory.institution(name: name, at: line(1))
                }
                try connection.write(staging)
                for (id, surname) in [(1, "Zariņa"), (2, "Āboliņa"), (3, "Bite")] {
                    try connection.execute(
                        """
                        INSERT INTO staff (tenant_id, id, surname, sort_key, version)
                        VALUES (\(Worlds.tenant), \(id), \(surname), \(LatvianKey.sort(surname)), 1)
                        """
                    )
                }
                try connection.execute(
                    "INSERT INTO subject (tenant_id, id, name, version) VALUES (\(Worlds.tenant), 1, 'Fizika', 1)"
                )
                for (id, teaching) in [(1, 1), (1, 2), (2, 2), (2, 3)].enumerated() {
                    try connection.execute(
                        """
                        INSERT INTO teaching (tenant_id, id, year, institution_id, subject_id, staff_id, version)
                        VALUES (\(Worlds.tenant), \(id + 1), 2025, \(teaching.0), 1, \(teaching.1), 1)
                        """
                    )
                }
            }
            try await body(world)
        }
    }

    private let schools = [1, 2].map { Scope(institution: InstitutionID(rawValue: $0)) }

    @Test(arguments: Engine.available)
    func `teachers stand by name`(engine: Engine) async throws {
        try await run(engine) { world in
            let lines = try await world.database.data.read {
                try TeacherLine.list(InstitutionID(rawValue: 1), SchoolYear(2025), Worlds.tenant, $0)
            }
            #expect(lines.map(\.name) == ["Āboliņa", "Zariņa"])
            #expect(lines.allSatisfy { $0.subjects == ["Fizika"] })
        }
    }

    @Test(arguments: Engine.available)
    func `classes of several subjects stand in one order`(engine: Engine) async throws {
        try await run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    "INSERT INTO subject (tenant_id, id, name, version) VALUES (\(Worlds.tenant), 2, 'Ķīmija', 1)"
                )
                for (id, name, subject) in [(11, "10.b", 1), (12, "5.c", 1), (13, "4.a", 2)] {
                    try connection.execute(
                        """
                        INSERT INTO class_group (tenant_id, id, institution_id, year, name, sort_key, version)
                        VALUES (\(Worlds.tenant), \(id), 1, 2025, \(name), \(NaturalKey.sort(name)), 1)
                        """
                    )
                    try connection.execute(
                        """
                        INSERT INTO teaching (tenant_id, id, year, institution_id, class_id, subject_id, staff_id,
                            version)
                        VALUES (\(Worlds.tenant), \(id), 2025, 1, \(id), \(subject), 1, 1)
                        """
                    )
                }
            }
            let lines = try await world.database.data.read {
                try TeacherLine.list(InstitutionID(rawValue: 1), SchoolYear(2025), Worlds.tenant, $0)
            }
            #expect(lines.last?.classes == ["4.a", "5.c", "10.b"])
        }
    }

    @Test(arguments: Engine.available)
    func `a head opens teachers of the institution, for what they teach there, and no others`(
        engine: Engine
    ) async throws {
        try await run(engine) { world in
            let head = world.desk([.readFigures, .readTeacherFigures], in: [schools[0]])
            try await world.database.data.read { connection in
                let both = try TeacherFacts.load(StaffID(rawValue: 2), head, connection)
                #expect(both?.institutions.map(\.name) == ["Avota skola"])
                #expect(try TeacherFacts.load(StaffID(rawValue: 3), head, connection) == nil)
                #expect(try TeacherFacts.load(StaffID(rawValue: 99), head, connection) == nil)
                let all = world.desk([.readFigures, .readTeacherFigures])
                #expect(try TeacherFacts.load(StaffID(rawValue: 2), all, connection)?.institutions.count == 2)
                let reader = world.desk([.readFigures])
                #expect(try TeacherFacts.load(StaffID(rawValue: 2), reader, connection) == nil)
            }
        }
    }

    @Test func `whose pages were opened is told, for the audit trail`() async throws {
        try await run(.sqlite) { world in
            let desk = world.desk([.readFigures, .readTeacherFigures], in: [schools[0]])
            let one = try await world.get(TeacherPage(), ["teacher": "2"], desk: desk)
            #expect(one.staff == [2])
            let all = world.desk([.readFigures, .readTeacherFigures])
            let list = try await world.get(TeachersPage(), ["institution": "1"], desk: all)
            #expect(list.staff.sorted() == [1, 2])
        }
    }

    @Test func `teachers open their own page, wherever they teach`() async throws {
        try await run(.sqlite) { world in
            let seated = world.desk([.readFigures], in: [schools[0]])
            let own = Asker(
                account: AccountID(rawValue: 5),
                name: "test",
                language: .lv,
                grants: seated.asker.grants,
                staff: StaffID(rawValue: 2)
            )
            let desk = seated.seated(own)
            let page = try await world.get(TeacherPage(), ["teacher": "2"], desk: desk).text
            #expect(page.contains("Mani rādītāji") && page.contains("Šajā mācību gadā rādītāju nav"))
            await #expect(throws: Refusal.self) {
                try await world.get(TeacherPage(), ["teacher": "1"], desk: desk)
            }
        }
    }

    @Test
    func `the page of a subject is of the own classes for who teaches it, and closed to other teachers`()
        async throws
    {
        try await run(.sqlite) { world in
            let seated = world.desk([.readFigures], in: [schools[0]])
            func page(_ staff: Int) async throws -> String {
                let asker = Asker(
                    account: AccountID(rawValue: 5),
                    name: "test",
                    language: .lv,
                    grants: seated.asker.grants,
                    staff: StaffID(rawValue: staff)
                )
                return try await world.get(
                    SubjectYearPage(),
                    ["subject": "1"],
                    query: ["year": "2025/2026"],
                    desk: seated.seated(asker)
                ).text
            }
            let own = try await page(2)
            #expect(own.contains("jūsu klases") && !own.contains("redz iestādes vadība"))
            let other = try await page(9)
            #expect(other.contains("redz iestādes vadība") && other.contains("/teachers/9"))
            let head = world.desk([.readFigures, .readTeacherFigures], in: [schools[0]])
            let whole = try await world.get(SubjectYearPage(), ["subject": "1"], desk: head).text
            #expect(!whole.contains("jūsu klases") && !whole.contains("redz iestādes vadība"))
        }
    }

    @Test func `an interval is of pupils, and of too few there is none`() throws {
        // Means 6, 7, 7, 8, 7: mean 7, standard deviation 0.7071; 2.776 × 0.7071 / √5 = 0.878.
        let interval = try #require(MarkInterval([6, 7, 7, 8, 7].map { Tally($0 * 100, over: 1) }))
        #expect(interval.low == 612 && interval.high == 788 && interval.pupils == 5)
        #expect(interval.words(.lv) == "6,12–7,88")
        #expect(MarkInterval([6, 7, 7, 8].map { Tally($0 * 100, over: 1) }) == nil)
    }
}
