import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

/// The schools and people that searches look for.
enum SearchWorld {
    static let everything: Set<Permission> = [.readFigures, .readPupils, .readTeacherFigures]
    static let first = InstitutionID(rawValue: 1)
    static let second = InstitutionID(rawValue: 2)

    /// Two schools with a class each, three pupils, and a teacher in the first.
    static func run(_ engine: Engine, _ body: (EditWorld) async throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                let year = SchoolYear(2025)
                for (index, name) in ["Ķeguma 2. vidusskola", "Rīgas Bērzu pamatskola"].enumerated() {
                    let id = try #require(
                        try directory.institution(name: name, regNo: "421000000\(index)", at: line(1))
                    )
                    let group = try directory.classGroup(
                        institution: id,
                        year: year,
                        name: "10.a",
                        at: line(1)
                    )
                    let people =
                        index == 0 ? [("Bērziņš", "Jānis"), ("Āboliņa", "Anna")] : [("Berze", "Jana")]
                    for (number, person) in people.enumerated() {
                        let code = try PersonalCode("329999-0000\(index * 2 + number)")
                        let pupil = try #require(
                            try directory.pupil(
                                personalCode: code,
                                surname: person.0,
                                forename: person.1,
                                classID: group,
                                institution: id,
                                at: line(1)
                            )
                        )
                        try directory.enrol(
                            pupil: pupil,
                            institution: id,
                            classID: group,
                            from: year.first,
                            at: line(1)
                        )
                    }
                }
                _ = try directory.staff(fullName: "Zane Bērza", institution: first, at: line(1))
                try connection.write(staging)
                for number in 0..<3 {
                    let index = try connection.sealer.blindIndex(
                        PersonalCode("329999-0000\(number)").normal,
                        tenant: Worlds.tenant.rawValue,
                        purpose: PersonalCodeIndex.pupil
                    )
                    try connection.execute(
                        """
                        UPDATE pupil SET code_index = \(index)
                        WHERE tenant_id = \(Worlds.tenant) AND id = \(number + 1)
                        """
                    )
                }
            }
            try await body(world)
        }
    }

    /// What a search finds, each thing by its kind and name.
    static func found(_ text: String, _ desk: Desk, persons: Bool = true) async throws -> [String] {
        try await desk.database.data.read { connection in
            try RegistrySearch(desk: desk, connection: connection).answer(text, persons: persons).hits
                .map { "\($0.kind) \($0.name)" }
        }
    }
}
