import Frame
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// Persons whom a source names by a number alone.
struct ReferencePersonTests {
    /// Numbers with the code and the surname that the register has.
    private static let rows = [
        (1, "VIIS 120431", ""), (2, "VIIS 120432", "Ozols"), (3, "17", ""), (4, "VIIS 120433", ""),
        (5, "", ""),
    ]

    @Test(arguments: Engine.available)
    func `those whom the state's list brought before are marked, and nobody else`(
        _ engine: Engine
    ) async throws {
        let old = Array(registryRoom.migrations.prefix { $0.id != Migration.referencePersons.id })
        try await withPlace(engine) { place in
            let database = try await place.open([RoomMigrations(room: "registry", migrations: old)])
            try await database.data.write { connection in
                try connection.execute(
                    "INSERT INTO institution (tenant_id, id, name, version) VALUES (1, 1, 'Ozolu skola', 1)"
                )
                for (id, code, surname) in ReferencePersonTests.rows {
                    try connection.execute(
                        """
                        INSERT INTO pupil (tenant_id, id, external_code, surname, version)
                        VALUES (1, \(id), \(code), \(surname), 1)
                        """
                    )
                }
                // Who learns somewhere is a pupil, whatever the code.
                try connection.execute(
                    """
                    INSERT INTO enrolment (tenant_id, pupil_id, institution_id, from_day, version)
                    VALUES (1, 4, 1, 20000, 1)
                    """
                )
            }
            await database.close()
            let now = [RoomMigrations(room: "registry", migrations: registryRoom.migrations)]
            let mended = try await place.open(now)
            let tenant = TenantID(rawValue: 1)
            let found = try await mended.data.read { connection in
                try ReferencePersons.load(prefix: "VIIS ", tenant, connection)
            }
            #expect(found == ["VIIS 120431": PupilID(rawValue: 1)])
            let marked = try await mended.data.read { connection in
                try connection.rows(
                    "SELECT id, version FROM pupil WHERE tenant_id = 1 AND is_reference = 1 ORDER BY id",
                    Int.self,
                    Int.self
                ).map { [$0.0, $0.1] }
            }
            // Imports that brought them can be undone still: they go by the version.
            #expect(marked == [[1, 1]])
            await mended.close()
        }
    }

    @Test func `a person without a name is made whatever the mapping may, and no pupil is`() throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging, isMaster: false))
        let person = try run.referencePerson(code: "VIIS 1", at: line(2))
        let row = try #require(staging.rows(of: .pupils).first)
        #expect(row.key == [person.rawValue] && row.columns["is_reference"] == .integer(1))
        let institution = InstitutionID(rawValue: 1)
        let pupil = try run.pupil(externalCode: "VIIS 1", institution: institution, at: line(3))
        #expect(pupil == nil && staging.rows(of: .pupils).count == 1)
    }

    @Test func `a subject is added by a source that is no master only where its reader says so`() throws {
        let staging = CollectingStaging()
        let run = DirectoryRun(.empty, Worlds.run(staging, isMaster: false))
        let unknown = try run.subject(name: "Matemātika", at: line(2))
        #expect(unknown == nil && staging.rows(of: .subjects).isEmpty)
        let added = try run.subject(name: "Matemātika", mayAdd: true, at: line(3))
        let again = try run.subject(name: "Matemātika", at: line(4))
        #expect(added != nil && added == again)
    }
}
