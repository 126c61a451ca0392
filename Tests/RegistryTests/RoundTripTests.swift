import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

/// Whatever stands in the registers: what Sekme writes of it, Sekme reads back as no change.
struct RoundTripTests {
    private static let tables: [any ExportFormat.Type] = [
        InstitutionsTable.self, ProgrammesTable.self, TermsTable.self, ClassesTable.self, PupilsTable.self,
        StaffTable.self, SubjectsTable.self, GroupsTable.self, TeachingTable.self,
    ]
    /// Somebody who gets no personal codes.
    private static let reader = ExportWorld.asker([
        .readFigures, .readPupils, .readPupilStatus, .readTeacherFigures,
    ])

    /// Fills a board with the files of a seed and reads back what its tables write.
    private static func expectRoundTrip(_ seed: Int, _ connection: Connection) throws {
        let world = ExportWorld(connection: connection, tenant: TenantID(rawValue: seed))
        let register = RandomRegister(seed: UInt64(seed))
        for (index, file) in register.files.enumerated() {
            try world.take(file.format, firstID: 1_000 * (index + 1), file.csv)
        }
        var random = RandomSource(seed: UInt64(seed))
        for table in tables {
            let present = try world.export(table).csv
            let coded = try shuffled(world.export(table, SchoolYear(2024)).csv, &random)
            let bare = try shuffled(world.export(table, for: reader).csv, &random)
            for csv in [present, coded, bare] {
                let changes = try world.changes(table, csv)
                #expect(changes == [], "seed \(seed), \(table.name):\n\(csv)")
            }
        }
    }

    /// The same table with its lines and its columns in another order.
    private static func shuffled(_ csv: String, _ random: inout RandomSource) throws -> String {
        var rows: [[String]] = []
        try TableFile(bytes: Array(csv.utf8), name: "table.csv").rows(sheet: 0) { row in
            rows.append(row.cells.map(\.text))
            return true
        }
        let head = rows.first ?? []
        let columns = head.indices.shuffled(using: &random)
        let lines = rows.dropFirst().shuffled(using: &random)
        let texts = ([head] + lines).map { row in
            RandomRegister.line(columns.map { $0 < row.count ? row[$0] : "" })
        }
        return texts.joined(separator: "\n") + "\n"
    }

    @Test func `thirty random boards are read back as no change, in any order of lines and columns`()
        async throws
    {
        try await withDatabase(.sqlite, migrations: Worlds.migrations) { database in
            for seed in 1...30 {
                try await database.data.write { try RoundTripTests.expectRoundTrip(seed, $0) }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a random board is read back as no change on every engine`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { try RoundTripTests.expectRoundTrip(2_026, $0) }
        }
    }
}
