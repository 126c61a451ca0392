import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

/// What came from the lists of the state goes out in Sekme's own tables.
@Suite(.enabled(if: SharedData.isThere, SharedData.absence))
struct RealExportTests {
    private func bring<F: ImportFormat>(
        _ format: F.Type,
        _ path: String,
        firstID: Int,
        _ connection: Connection
    ) throws {
        let staging = CollectingStaging(firstID: firstID)
        try Worlds.reading(format.name, ["year": "2020/2021"]).read(
            format,
            TableFile(path: SharedData.path(path)),
            known: format.known(Worlds.tenant, connection),
            into: staging
        )
        try connection.write(staging)
    }

    @Test(arguments: Engine.available)
    func `institutions and programmes of the state are read back as no change`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let list = "registers/viis_schools_2020_no_contacts.csv"
                try bring(VIISSchools.self, list, firstID: 1, connection)
                let world = ExportWorld(connection: connection)
                for institution in [nil, InstitutionID(rawValue: 1)] {
                    try expectRoundTrip(InstitutionsTable.self, world, institution)
                    try expectRoundTrip(ProgrammesTable.self, world, institution)
                }
                #expect(try world.lines(InstitutionsTable.self).count >= 688)
            }
        }
    }

    private func expectRoundTrip<F: ExportFormat>(
        _ format: F.Type,
        _ world: ExportWorld,
        _ institution: InstitutionID?
    ) throws {
        let csv = try world.export(format, ExportWorld.year, institution).csv
        let changes = try world.changes(format, csv)
        #expect(changes.isEmpty, "\(changes.count): \(changes.prefix(5))")
    }
}
