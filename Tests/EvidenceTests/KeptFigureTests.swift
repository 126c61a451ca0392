import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct KeptFigureTests {
    private let year = SchoolYear(2022)
    private let noun = Noun(lv: "stunda", "stundas", en: "lesson", "lessons")

    private func measure(_ period: KeptMeasure.Period, countsPeople: Bool = false) -> KeptMeasure {
        KeptMeasure(
            "test/reported",
            Text(same: "Reported"),
            definition: Text(same: "As reported."),
            unit: .count(noun),
            period: period,
            countsPeople: countsPeople
        )
    }

    /// Two institutions: one reported both terms by kinds, the other term 1 and the year.
    private func fill(_ connection: Connection) throws {
        let staging = CollectingStaging()
        let kept = KeptFigures([:])
        let rows: [(term: Int, institution: Int, kind: Int, number: Int, isPublic: Bool)] = [
            (1, 1, 1, 100, true), (1, 1, 3, 20, true), (2, 1, 1, 50, true), (1, 2, 1, 7, true),
            (0, 2, 1, 30, false), (1, 2, 3, 0, true),
        ]
        for (index, row) in rows.enumerated() {
            try kept.stage(
                World.run(staging),
                measure: "test/reported",
                year: year,
                term: row.term,
                institution: institution(row.institution),
                kind: row.kind,
                numerator: row.number,
                isPublic: row.isPublic,
                at: place(index + 1)
            )
        }
        try staging.write([.keptMeasures], World.tenant, connection)
    }

    private func numbers(
        _ measure: KeptMeasure,
        _ connection: Connection,
        term: Int? = nil,
        over dimensions: [Dimension] = [],
        reach: Reach = .all
    ) throws -> [MemberKey: Int] {
        try measure.vector(
            Selection(year: year, term: term, reach: reach),
            over: dimensions,
            tenant: World.tenant,
            connection
        ).mapValues(\.numerator)
    }

    @Test(arguments: Engine.available)
    func `terms add up to a year unless the year itself was reported`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let added = measure(.addedTerms)
                #expect(try numbers(added, connection, term: 1) == [[]: 127])
                #expect(try numbers(added, connection, over: [.institution]) == [[1]: 170, [2]: 30])
                #expect(
                    try numbers(added, connection, over: [.institution, .kind])
                        == [[1, 1]: 150, [1, 3]: 20, [2, 1]: 30, [2, 3]: 0]
                )
            }
        }
    }

    @Test(arguments: Engine.available)
    func `terms that do not add up leave a year unknown`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let separate = measure(.separateTerms)
                #expect(try numbers(separate, connection, over: [.institution]) == [[2]: 30])
                #expect(try numbers(separate, connection, term: 2, over: [.institution]) == [[1]: 50])
                #expect(try numbers(measure(.year), connection, term: 2) == [[]: 30])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a zero is a figure and what nobody reported is none`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let kinds = try numbers(
                    measure(.addedTerms),
                    connection,
                    term: 1,
                    over: [.institution, .kind]
                )
                #expect(kinds[[2, 3]] == 0)
                #expect(kinds[[2, 2]] == nil)
                var classOnly = Selection(year: year)
                classOnly.classGroup = ClassID(rawValue: 5)
                let none = try measure(.addedTerms)
                    .vector(classOnly, over: [], tenant: World.tenant, connection)
                #expect(none.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a sum is public only where all of it is`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let tallies = try measure(.addedTerms).vector(
                    Selection(year: year),
                    over: [.institution],
                    tenant: World.tenant,
                    connection
                )
                #expect(tallies[[1]]?.isPublic == true)
                #expect(tallies[[2]]?.isPublic == false)
                #expect(tallies[[1]]?.people == nil)
                let counted = try measure(.separateTerms, countsPeople: true)
                    .tally(Selection(year: year), tenant: World.tenant, connection)
                #expect(counted == Tally(30, people: 30))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `only what a reader reaches is summed`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                var reach = Reach()
                reach.add(Scope(institution: institution(1)))
                #expect(try numbers(measure(.addedTerms), connection, reach: reach) == [[]: 170])
                #expect(try numbers(measure(.addedTerms), connection, reach: Reach()).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind a figure add up to it and name their lines`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(connection)
                let rows = try measure(.addedTerms).evidence(
                    Selection(year: year),
                    members: [.institution: 1],
                    tenant: World.tenant,
                    connection,
                    limit: 10
                )
                #expect(rows.map(\.numerator).reduce(0, +) == 170)
                #expect(rows.map(\.source.line) == [1, 3, 2])
            }
        }
    }

    @Test func `a measure gets one number in a run and keeps the one it has`() throws {
        let staging = CollectingStaging()
        let kept = KeptFigures(["test/old": 9])
        for name in ["test/old", "test/new", "test/new"] {
            try kept.stage(
                World.run(staging),
                measure: name,
                year: year,
                institution: institution(1),
                numerator: 1,
                isPublic: false,
                at: place(1)
            )
        }
        #expect(staging.rows(of: .keptMeasures).map(\.columns) == [["name": .text("test/new")]])
        #expect(staging.facts.map { $0.columns[0] } == [9, 1, 1])
    }

    @Test(arguments: Engine.available)
    func `a layout by pupils is refused with words`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.read { connection in
                #expect(throws: Refusal.self) { try numbers(measure(.year), connection, over: [.pupil]) }
            }
        }
    }
}
