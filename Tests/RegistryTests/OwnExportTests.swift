import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct OwnExportTests {
    /// Expects that what a table writes is read back as no change, and has so many lines.
    private func expectRoundTrip<F: ExportFormat>(
        _ format: F.Type,
        _ world: ExportWorld,
        _ year: SchoolYear = ExportWorld.year,
        lines: Int,
        for asker: Asker = ExportWorld.asker(Set(Permission.common)),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let csv = try world.export(format, year, for: asker).csv
        let written = try world.lines(format, year, for: asker)
        #expect(written.count == lines, "\(csv)", sourceLocation: sourceLocation)
        #expect(try world.changes(format, csv) == [], "\(csv)", sourceLocation: sourceLocation)
    }

    @Test(arguments: Engine.available)
    func `places are read back as no change`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            // The name of 2019, the name and municipality of 2023 and 2024, and the other two.
            try expectRoundTrip(InstitutionsTable.self, world, lines: 4)
            try expectRoundTrip(ProgrammesTable.self, world, lines: 3)
            try expectRoundTrip(TermsTable.self, world, lines: 2)
            try expectRoundTrip(TermsTable.self, world, SchoolYear(2024), lines: 1)
            try expectRoundTrip(ClassesTable.self, world, lines: 4)
            try expectRoundTrip(ClassesTable.self, world, SchoolYear(2024), lines: 1)
            try expectRoundTrip(SubjectsTable.self, world, lines: 3)
        }
    }

    @Test(arguments: Engine.available)
    func `people are read back as no change`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            try expectRoundTrip(PupilsTable.self, world, lines: 9)
            try expectRoundTrip(PupilsTable.self, world, SchoolYear(2024), lines: 2)
            try expectRoundTrip(StaffTable.self, world, lines: 5)
            try expectRoundTrip(StaffTable.self, world, SchoolYear(2024), lines: 4)
            try expectRoundTrip(GroupsTable.self, world, lines: 8)
            try expectRoundTrip(TeachingTable.self, world, lines: 3)
            try expectRoundTrip(TeachingTable.self, world, SchoolYear(2024), lines: 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a cell that was changed in the file is a change`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let pupils = try world.export(PupilsTable.self).csv
            let left = pupils.replacing("abroad", with: "address")
            #expect(try world.changes(PupilsTable.self, left).map { $0.prefix(9) } == ["enrolment"])
            let staff = try world.export(StaffTable.self).csv
            #expect(staff.contains("0.75"))
            let load = staff.replacing("0.75", with: "0.80")
            #expect(try world.changes(StaffTable.self, load).map { $0.prefix(10) } == ["staff_post"])
        }
    }

    @Test(arguments: Engine.available)
    func `a stay and a post are written as they are`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let pupils = try world.lines(PupilsTable.self)
            let school = "Bērzu pamatskola,4210000001,2025/2026"
            #expect(pupils.first?.hasPrefix("sekme-7-pupil-104,\(school),,,P7,Ābols,Zane,") == true)
            let stays = pupils.filter { $0.contains("Bērziņš") }
            #expect(
                stays == [
                    "sekme-7-pupil-50,\(school),5.a,329999-00001,P1,Bērziņš,Jānis,2014-03-14,v,,nē,nē,nē,21011111 V_1001,"
                        + "2025-09-01,2026-01-11,,",
                    "sekme-7-pupil-50,\(school),5.b,329999-00001,P1,Bērziņš,Jānis,2014-03-14,v,,nē,nē,nē,21011111 V_1002,"
                        + "2026-01-12,,address,",
                ]
            )
            // The code tells the birthday.
            #expect(pupils.contains { $0.contains("140314-21234,,Šmite,Čilda,2014-03-14,") })
            let staff = try world.lines(StaffTable.self)
            #expect(
                staff.first == "sekme-7-staff-1,Ābeļu sākumskola,,329999-11111,S1,Kalniņa,Ilze,teacher,"
                    + "2025-10-01,2026-05-31,0.20,4,2025/2026"
            )
            #expect(staff.last?.contains("Zariņš,Juris,teacher,unknown,,,,2025/2026") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `institutions come in the order of the alphabet with their history`(engine: Engine) async throws {
        try await ExportWorld.with(engine) { world in
            let lines = try world.lines(InstitutionsTable.self)
            #expect(
                lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] } == [
                    "Ābeļu sākumskola", "Bērzu vidusskola", "Bērzu pamatskola", "Rīgas Čiekuru skola",
                ]
            )
            #expect(lines.first?.hasSuffix(",nē,2024-08-31,") == true)
            #expect(lines[1].hasSuffix(",2019-09-01") && lines[2].hasSuffix(",2023-09-01"))
        }
    }

    @Test(arguments: Engine.available)
    func `the files of one board fill the registers of another`(engine: Engine) async throws {
        let files = try await ExportWorld.with(engine) { try self.files($0) }
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            try await database.data.write { connection in
                let world = ExportWorld(connection: connection, tenant: TenantID(rawValue: 8))
                for (index, file) in files.enumerated() {
                    try world.take(file.format, firstID: 1_000 * (index + 1), file.csv)
                }
                let again = try self.files(world)
                for (file, copy) in zip(files, again) {
                    #expect(Self.unnumbered(file.csv) == Self.unnumbered(copy.csv))
                }
                // The numbers of the other board are kept, so that its next files find the rows whatever changed.
                let pupils = try #require(files.last { $0.format.name == PupilsTable.name })
                #expect(try world.changes(PupilsTable.self, pupils.csv) == [])
                let married = pupils.csv.replacing("Kalns,Kārlis", with: "Kalns-Egle,Kārlis")
                let staging = try world.read(PupilsTable.self, married)
                let names = staging.rows(of: .pupils).map { $0.columns["surname"] }
                #expect(names.count == 7 && names.contains(Value.text("Kalns-Egle")))
                #expect(staging.rows(of: .pupils).allSatisfy { $0.key != [1_000] })
            }
        }
    }

    /// A file without the numbers, which every board has its own of.
    private static func unnumbered(_ csv: String) -> String {
        csv.replacing(#/sekme-[0-9]+-[A-Za-z]+-[0-9]+/#, with: "")
    }

    private struct ExportedFile: Sendable {
        let format: any ExportFormat.Type
        let csv: String
    }

    /// What the tables write, in the order in which they are read: those of a year for both years.
    private func files(_ world: ExportWorld) throws -> [ExportedFile] {
        let steady: Set<String> = [InstitutionsTable.name, ProgrammesTable.name, SubjectsTable.name]
        let tables: [any ExportFormat.Type] = [
            InstitutionsTable.self, ProgrammesTable.self, TermsTable.self, ClassesTable.self,
            PupilsTable.self,
            SubjectsTable.self, StaffTable.self, GroupsTable.self, TeachingTable.self,
        ]
        return try tables.flatMap { table in
            let years = steady.contains(table.name) ? [2025] : [2024, 2025]
            return try years.map { year in
                ExportedFile(format: table, csv: try world.export(table, SchoolYear(year)).csv)
            }
        }
    }
}
