import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// Nobody can be told to be a person whom the state's list names by a number alone.
struct UnnamedPersonTests {
    private static let file = """
        year,institution,pupil_grade,test_kind,test,test_subject,test_grade,percent,person
        2024/2025,Pirmā pamatskola,9,Centralizēts eksāmens,N/D,Matemātika,9,58,77
        """

    @Test(arguments: Engine.available)
    func `there is no file of such a person, and no request is about one`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.take(UnnamedPersonTests.file, "viis-exams")
            let person = try await world.pupil("VIIS 77")
            let hasFile = try await PersonRecords.load(person, world.desk) != nil
            #expect(!hasFile)
            await #expect(throws: (any Error).self) { _ = try await world.request(.access, "VIIS 77") }
        }
    }

    @Test(arguments: Engine.available)
    func `the number can be taken from a result still, which counts as before`(_ engine: Engine) async throws
    {
        try await withPersons(engine) { world in
            try await world.take(UnnamedPersonTests.file, "viis-exams")
            let person = try await world.pupil("VIIS 77")
            let desk = world.desk
            try await desk.database.data.write { connection in
                try Erasure(desk: desk, connection: connection).run([person], .request)
            }
            let code = try await desk.database.data.read { connection in
                try connection.value(
                    "SELECT external_code FROM pupil WHERE tenant_id = \(desk.tenant) AND id = \(person)",
                    String.self
                )
            }
            #expect(code == "")
            let results = try await world.count("assessment_result")
            #expect(results == 1)
        }
    }
}
