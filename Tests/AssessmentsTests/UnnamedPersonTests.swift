import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments
@testable import Registry

/// Persons of the state's list of results have a number only: their results count, and they are no pupils of the board.
struct UnnamedPersonTests {
    private static let file = """
        year,institution,pupil_grade,test_kind,test,test_subject,test_grade,percent,person
        2024/2025,Ozolu skola,12,Centralizēts eksāmens,N/D,Matemātika,12,58,77
        2024/2025,Ozolu skola,12,Centralizēts eksāmens,N/D,Matemātika,12,40,78
        """
    private static let year = SchoolYear(2024)

    /// A board that has imported the list, with the batch and the numbers of the persons.
    private func taken(
        _ engine: Engine,
        _ body: (BoardWorld, BatchID, [PupilID]) async throws -> Void
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            try await world.take("name,reg_no,type\nOzolu skola,4212900001,Vidusskola\n", "institutions")
            let report = try await world.take(UnnamedPersonTests.file, VIISExams.name)
            #expect(report.plan.rejected + report.plan.unmatched == 0)
            let tenant = world.desk.tenant
            let persons = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT id FROM pupil WHERE tenant_id = \(tenant) ORDER BY external_code",
                    PupilID.self
                )
            }
            try await body(world, try #require(report.batch), persons)
        }
    }

    @Test func `the list's mapping is no master of registers`() {
        #expect(!VIISExams.mapping.isMaster)
    }

    @Test(arguments: Engine.available)
    func `their results count as before`(_ engine: Engine) async throws {
        try await taken(engine) { world, _, persons in
            #expect(persons.count == 2)
            let results = try await world.vector(
                "assessments/result",
                Selection(year: UnnamedPersonTests.year)
            )
            #expect(results == [[]: Tally(9_800, over: 20_000, people: 2)])
            let findings = try await world.findings()
            #expect(findings.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `no search, code, number or import finds them, and their name says what they are`(
        _ engine: Engine
    ) async throws {
        try await taken(engine) { world, _, persons in
            let desk = world.desk
            try await desk.database.data.read { connection in
                let finder = ScopeFinder(tenant: desk.tenant, connection)
                let scope = try finder.scope(of: persons[0], on: desk.today)
                let scopes = try finder.scopes(of: Set(persons), on: desk.today)
                #expect(scope == nil && scopes.isEmpty)
                let lookup = RegistryLookup(tenant: desk.tenant, connection)
                for text in ["VIIS 77", String(persons[0].rawValue)] {
                    #expect(throws: Refusal.self) { try lookup.pupil(text) }
                }
                let search = RegistrySearch(desk: desk, connection: connection)
                let answer = try search.answer("VIIS 77", persons: true)
                #expect(answer.pupils.isEmpty)
                let directory = try Directory.load(desk.tenant, connection)
                let isKnown = persons.contains { directory.pupils[$0] != nil }
                #expect(!isKnown)
                let names = RegistryNames(tenant: desk.tenant, year: UnnamedPersonTests.year, connection)
                let name = names.name(.pupil, persons[0].rawValue)
                #expect(name.lv == "Persona bez vārda (VIIS 77)")
                #expect(name.en == "Person without a name (VIIS 77)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `they are nobody's duplicates and are not joined`(_ engine: Engine) async throws {
        try await taken(engine) { world, _, persons in
            let desk = world.desk
            let pairs = try await desk.database.data.read { connection in
                try PairFinder(tenant: desk.tenant, connection: connection).find(nil).count
            }
            #expect(pairs == 0)
            await #expect(throws: Refusal.self) {
                _ = try await Duplicates(desk).compare(persons[0], persons[1])
            }
            await #expect(throws: Refusal.self) {
                _ = try await PupilMergeRun(desk, persons[0], persons[1]).run(keep: [:])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `files of pupils and of results leave them out`(_ engine: Engine) async throws {
        try await taken(engine) { world, _, _ in
            let pupils = try await world.export(PupilsTable.self, UnnamedPersonTests.year)
            let results = try await world.export(ResultsTable.self, UnnamedPersonTests.year)
            #expect(pupils.persons.isEmpty && results.persons.isEmpty)
            #expect(!pupils.csv.contains("VIIS") && !results.csv.contains("VIIS"))
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil with such a code is somebody else, and the list knows its own again`(
        _ engine: Engine
    ) async throws {
        try await taken(engine) { world, _, persons in
            try await world.take(
                """
                institution,year,class,external_code,surname,forename
                Ozolu skola,2024/2025,12.a,VIIS 77,Ābols,Ansis
                """,
                "pupils"
            )
            let pupils = try await world.count("pupil")
            #expect(pupils == 3)
            let desk = world.desk
            let found = try await desk.database.data.read { connection in
                try RegistryLookup(tenant: desk.tenant, connection).pupil("VIIS 77")
            }
            #expect(!persons.contains(found))
            let again = try await world.stage(UnnamedPersonTests.file, VIISExams.name)
            #expect(again.plan.changes == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `undoing the import takes them away`(_ engine: Engine) async throws {
        try await taken(engine) { world, batch, _ in
            try await world.undo(batch)
            let (persons, results) = (
                try await world.count("pupil"), try await world.count("assessment_result")
            )
            #expect(persons == 0 && results == 0)
        }
    }
}
