import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

/// Lessons missed by institution, class, kind and pupil, in two cubes.
private let pupils = Cube(
    "lesson_pupil",
    [.institution, .year, .term, .classGroup, .kind, .pupil],
    values: ["lessons"]
)
private let groups = Cube(
    "lesson_group",
    [.institution, .year, .term, .classGroup, .kind],
    values: ["lessons"]
)

private let schema = RoomMigrations(
    room: "test",
    migrations: [
        Migration(
            id: "2026-11-cells",
            tables: [
                TableNote(
                    name: "lesson_pupil",
                    holds: .pupils,
                    retention: "test",
                    key: ["tenant_id", "institution_id", "year", "term", "class_id", "kind", "pupil_id"]
                ),
                TableNote(
                    name: "lesson_group",
                    holds: .pupils,
                    retention: "test",
                    key: ["tenant_id", "institution_id", "year", "term", "class_id", "kind"]
                ),
            ],
            sql: """
                CREATE TABLE lesson_pupil (tenant_id INTEGER NOT NULL, institution_id INTEGER NOT NULL,
                year INTEGER NOT NULL, term INTEGER NOT NULL, class_id INTEGER NOT NULL, kind INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL, lessons INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, year, term, class_id, kind, pupil_id)) {facts};
                CREATE TABLE lesson_group (tenant_id INTEGER NOT NULL, institution_id INTEGER NOT NULL,
                year INTEGER NOT NULL, term INTEGER NOT NULL, class_id INTEGER NOT NULL, kind INTEGER NOT NULL,
                lessons INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, institution_id, year, term, class_id, kind)) {facts};
                """
        )
    ]
)

private let tenant = TenantID(rawValue: 1)

private let missed = CubeMeasure(
    "test/missed",
    Text(lv: "Kavētās stundas", en: "Lessons missed"),
    definition: Text(lv: "Visu veidu kavētās stundas.", en: "Lessons missed of every kind."),
    unit: .count(Noun(lv: "stunda", "stundas", en: "lesson", "lessons")),
    cubes: [groups, pupils],
    numerator: "lessons",
    rows: { _, _, _, _, _ in [] }
)

/// Two institutions; in the first two pupils of one class, in the second one pupil.
private let lessons: [(institution: Int, classGroup: Int, kind: Int, pupil: Int, lessons: Int)] = [
    (1, 11, 1, 101, 5), (1, 11, 3, 101, 2), (1, 11, 1, 102, 1), (2, 21, 3, 201, 30),
]

@Sendable private func write(_ connection: Connection, sign: Int64 = 1) throws {
    let people = CellAccumulator(pupils)
    let sums = CellAccumulator(groups)
    people.sign = sign
    sums.sign = sign
    for row in lessons {
        for (index, member) in [row.institution, 2025, 1, row.classGroup, row.kind].enumerated() {
            people.key(index, member)
            sums.key(index, member)
        }
        people.key(5, row.pupil)
        people.value(0, row.lessons)
        sums.value(0, row.lessons)
        people.add()
        sums.add()
    }
    try people.flush(tenant: tenant, connection)
    try sums.flush(tenant: tenant, connection)
}

struct CubeTests {
    @Test(arguments: Engine.available)
    func `a vector has the sum and the people of each member`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [schema]) { database in
            try await database.data.write { try write($0) }
            let selection = Selection(year: SchoolYear(2025))
            let vector = try await database.data.read {
                try missed.vector(selection, over: [.institution], tenant: tenant, $0)
            }
            #expect(vector == [[1]: Tally(8, people: 2), [2]: Tally(30, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `people are counted once over kinds`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [schema]) { database in
            try await database.data.write { try write($0) }
            let tally = try await database.data.read {
                try missed.tally(Selection(year: SchoolYear(2025)), tenant: tenant, $0)
            }
            #expect(tally == Tally(38, people: 3))
        }
    }

    @Test(arguments: Engine.available)
    func `nothing known is not zero`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [schema]) { database in
            let tally = try await database.data.read {
                try missed.tally(Selection(year: SchoolYear(2025)), tenant: tenant, $0)
            }
            #expect(tally == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a reach keeps others' members out`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [schema]) { database in
            try await database.data.write { try write($0) }
            var selection = Selection(year: SchoolYear(2025))
            selection.reach = Reach()
            let narrow = selection
            let nothing = try await database.data.read {
                try missed.vector(narrow, over: [.institution], tenant: tenant, $0)
            }
            #expect(nothing.isEmpty)
            selection.reach.add(Scope(institution: InstitutionID(rawValue: 2)))
            let wider = selection
            let one = try await database.data.read {
                try missed.vector(wider, over: [.institution], tenant: tenant, $0)
            }
            #expect(one == [[2]: Tally(30, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `taking facts back leaves no empty cell`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [schema]) { database in
            try await database.data.write { try write($0) }
            try await database.data.write { try write($0, sign: -1) }
            let left = try await database.data.read { connection in
                let people = try connection.value("SELECT count(*) FROM lesson_pupil", Int.self)
                let sums = try connection.value("SELECT count(*) FROM lesson_group", Int.self)
                return [people, sums]
            }
            #expect(left == [0, 0])
        }
    }

    @Test func `an accumulator grows past its first size`() {
        let cells = CellAccumulator(groups)
        for round in 0..<2 {
            for number in 0..<5_000 {
                cells.key(0, number)
                cells.value(0, round + 1)
                cells.add()
            }
        }
        var sums: Set<Int64> = []
        var count = 0
        cells.each { cell in
            count += 1
            sums.insert(cell[cell.startIndex + 5])
        }
        #expect(count == 5_000)
        #expect(sums == [3])
    }
}
