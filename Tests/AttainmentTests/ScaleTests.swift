import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// Marks of several scales in one year and class.
struct ScaleTests {
    private static let mapping = Mapping("marks", Text(same: "marks"), format: "marks", isMaster: true)
    private let year = Selection(year: SchoolYear(2024))

    /// Year marks: 8 and 6 of ten, 18 of twenty, 90 per cent, two levels.
    private static let mixed = """
        Iestāde;Klase;Uzvārds;Vārds;Priekšmets;Vērtējums;Veids;Mācību gads;Skala
        Skola;7.a;Ābols;Ansis;Matemātika;8;gads;2024/2025;ten
        Skola;7.a;Bērzs;Baiba;Matemātika;6;gads;2024/2025;
        Skola;7.a;Ābols;Ansis;Portugāļu valoda;18;gads;2024/2025;twenty
        Skola;7.a;Celms;Centis;Vēsture;90%;gads;2024/2025;
        Skola;7.a;Ābols;Ansis;Mūzika;A;gads;2024/2025;stap
        Skola;7.a;Bērzs;Baiba;Mūzika;S;gads;2024/2025;stap
        """

    private func world(
        _ engine: Engine,
        _ csv: String = ScaleTests.mixed,
        _ body: (World, [String: Int]) async throws -> Void
    ) async throws {
        try await World.run(engine) { world in
            let reading = try await world.read(MarkList.self, csv: csv, ScaleTests.mapping)
            #expect(reading.rejected == [])
            let rows = try await world.database.data.read { connection in
                try connection.rows(
                    "SELECT code, id FROM mark_scale WHERE tenant_id = \(World.tenant) ORDER BY id",
                    String.self,
                    Int.self
                )
            }
            try await body(world, Dictionary(rows) { first, _ in first })
        }
    }

    @Test(arguments: Engine.available)
    func `a mean is of marks of one scale, of ten points where there are any`(_ engine: Engine) async throws {
        try await world(engine) { world, scales in
            let mean = try await world.vector("attainment/mark", year, over: [])
            #expect(mean == [[]: Tally(1400, over: 2, people: 2)])
            let each = try await world.vector("attainment/mark", year, over: [.scale])
            #expect(each[[scales["ten"] ?? 0]] == Tally(1400, over: 2, people: 2))
            #expect(each[[scales["twenty"] ?? 0]] == Tally(1800, over: 1, people: 1))
            // A level and a per cent have no part in any mean.
            #expect(each[[scales["stap"] ?? 0]]?.denominator == 0)
            #expect(each[[scales["percent"] ?? 0]]?.denominator == 0)
            let subjects = try await world.vector("attainment/marks", year, over: [.subject])
            #expect(subjects.values.map(\.numerator) == [2])
        }
    }

    @Test(arguments: Engine.available)
    func `a year without marks of ten points is told on the scale it has`(_ engine: Engine) async throws {
        let csv = """
            Iestāde;Klase;Uzvārds;Vārds;Priekšmets;Vērtējums;Veids;Mācību gads;Skala
            Skola;2.a;Ābols;Ansis;Mūzika;A;gads;2024/2025;stap
            Skola;2.a;Ābols;Ansis;Portugāļu valoda;18;gads;2024/2025;twenty
            """
        try await world(engine, csv) { world, _ in
            let mean = try await world.vector("attainment/mark", year, over: [])
            #expect(mean == [[]: Tally(1800, over: 1, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `the rows behind a figure are of its scale`(_ engine: Engine) async throws {
        try await world(engine) { world, scales in
            let measure = try #require(attainmentRoom.measures.first { $0.name == "attainment/mark" })
            let twenty = try #require(scales["twenty"])
            for (members, sum) in [([:], 1400), ([Dimension.scale: twenty], 1800)] {
                let rows = try await world.ask(year) { question in
                    try measure.evidence(
                        question.selection,
                        members: members,
                        tenant: World.tenant,
                        question.connection,
                        limit: 10
                    )
                }
                #expect(rows.map(\.numerator).reduce(0, +) == sum)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `reports have a table for each scale and say so`(_ engine: Engine) async throws {
        try await world(engine) { world, _ in
            let averages = try await world.ask(year) { try ClassAverages.answer($0) }
            #expect(averages.sections.map(\.code) == ["table", "table-twenty"])
            #expect(averages.sections.map { $0.title?.lv } == ["10 ballu skala", "20 punktu skala"])
            #expect(averages.notes.contains { $0.lv.contains("vairākās skalās") })
            let totals = averages.sections.map { section -> [Int?] in
                (section.total?.cells ?? []).compactMap { cell -> Int?? in
                    guard case .figure(let figure) = cell else { return nil }
                    return .some(figure.scaled?.value)
                }
            }
            #expect(totals == [[700, 2], [1800, 1]])
            let levels = try await world.ask(year) { try LevelDistribution.answer($0) }
            #expect(levels.sections.map(\.code) == ["table", "table-stap"])
            #expect(levels.sections.allSatisfy { $0.rows.count == 1 })
        }
    }

    @Test(arguments: Engine.available)
    func `one scale is named and needs no heading`(_ engine: Engine) async throws {
        let csv = """
            Iestāde;Klase;Uzvārds;Vārds;Priekšmets;Vērtējums;Veids;Mācību gads
            Skola;7.a;Ābols;Ansis;Matemātika;8;gads;2024/2025
            """
        try await world(engine, csv) { world, _ in
            let document = try await world.ask(year) { try ClassAverages.answer($0) }
            #expect(document.sections.map { $0.title == nil } == [true])
            #expect(
                document.notes.contains(Text(lv: "Skala: 10 ballu skala.", en: "Scale: Ten-point scale."))
            )
        }
    }

    @Test(arguments: Engine.available)
    func `cells made before they knew scales are made anew from the marks`(_ engine: Engine) async throws {
        let old = [Migration.marks, .pastFailures]
        try await withPlace(engine) { place in
            let before = [RoomMigrations(room: "attainment", migrations: old)]
            let database = try await place.open(before)
            try await database.data.write { connection in
                for (pupil, scale, standing) in [(1, 1, 1), (2, 1, 1), (3, 4, 1), (4, 1, 3)] {
                    try connection.execute(
                        """
                        INSERT INTO mark VALUES
                            (1, \(pupil), 1, 2024, 0, 4, 0, 0, 700, 1, 3, \(scale), 1, 1, 7, 0, 0, \(standing), 1, 0)
                        """
                    )
                }
            }
            await database.close()
            let now = [RoomMigrations(room: "attainment", migrations: attainmentRoom.migrations)]
            let mended = try await place.open(now)
            let cells = try await mended.data.read { connection in
                try connection.rows(
                    "SELECT scale_id, n, sum, squares, l3, entries FROM mark_group ORDER BY scale_id",
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self
                ).map { [$0.0, $0.1, $0.2, $0.3, $0.4, $0.5] }
            }
            #expect(cells == [[1, 2, 1400, 980_000, 2, 2], [4, 1, 700, 490_000, 1, 1]])
            await mended.close()
        }
    }
}
