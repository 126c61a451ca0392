import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct SubjectTests {
    private func take(_ csv: String, _ world: EditWorld, firstID: Int = 1) async throws -> CollectingRows {
        try await world.database.data.write { connection in
            let staging = CollectingStaging(firstID: firstID)
            try Worlds.reading(SubjectsTable.name).read(
                SubjectsTable.self,
                csv: csv,
                known: SubjectsTable.known(Worlds.tenant, connection),
                into: staging
            )
            try connection.write(staging)
            return CollectingRows(
                keys: staging.rows(of: .subjects).map(\.key),
                rejected: staging.rejected.map(\.problem.code)
            )
        }
    }

    private struct CollectingRows: Sendable {
        let keys: [[Int]]
        let rejected: [String]
    }

    private let csv = """
        Mācību priekšmets;Mācību priekšmeta kods;Mācību joma
        Matemātika;MAT;5
        Latviešu valoda;;Valodu mācību joma
        Mūzika;;Kultūras izpratnes un pašizpausmes mākslā
        Ķīmija;;alķīmija
        """

    @Test(arguments: Engine.available)
    func `a table of subjects brings areas by number and by name, and again changes nothing`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let first = try await take(csv, world)
            #expect(first.rejected == ["area.unknown"])
            let subjects = try await SubjectEditor(world.desk()).subjects()
            #expect(subjects.map(\.name) == ["Ķīmija", "Latviešu valoda", "Matemātika", "Mūzika"])
            #expect(subjects.map(\.area) == [0, 1, 5, 3])
            let again = try await take(csv, world, firstID: 100)
            #expect(again.keys.allSatisfy { $0[0] < 100 }, "nothing new")
            let renamed = "subject;subject_code;area\nMatemātika un statistika;MAT;5"
            _ = try await take(renamed, world, firstID: 200)
            #expect(
                try await SubjectEditor(world.desk()).subjects().map(\.name).contains(
                    "Matemātika un statistika"
                )
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a subject is changed by hand with the keys it is found by`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = SubjectEditor(world.desk())
            // The counter of the tests' staging and that of the database are not the same one.
            let id = try await editor.add(["name": "Sports", "area": "0"])
            try await editor.change(
                id,
                version: 1,
                ["name": "Sports un veselība", "area": "7", "code": "SP"]
            )
            let found = try await world.database.data.read {
                try RegistryLookup(tenant: Worlds.tenant, $0).subject("sports un veseliba")
            }
            #expect(found == id)
            await #expect(throws: Conflict.self) {
                try await editor.change(id, version: 1, ["name": "Sports", "area": "0"])
            }
            let errors = await #expect(throws: FieldErrors.self) {
                try await editor.add(["name": "sports un veselība", "code": "SP", "area": "8"])
            }
            #expect(errors?.byField.keys.sorted() == ["area", "code", "name"])
            let change = try #require(try await editor.history(id).first)
            try await editor.restore(id, change: change.id, version: 2)
            #expect(
                try await editor.subjects().map(\.texts) == [["name": "Sports", "area": "0", "code": ""]]
            )
        }
    }
}
