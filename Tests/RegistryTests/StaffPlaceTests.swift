import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

@testable import Registry

/// Entries of the staff register, as they are typed for an account.
struct StaffPlaceTests {
    private let first = InstitutionID(rawValue: 1)
    private let second = InstitutionID(rawValue: 2)

    /// Two schools; Zane Bērza teaches in the first, two of the name Anna Liepa in either.
    private func run(_ engine: Engine, _ body: @escaping @Sendable (Connection) throws -> Void) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                let staging = CollectingStaging()
                let directory = DirectoryRun(.empty, Worlds.run(staging))
                for (index, name) in ["Ķeguma vidusskola", "Bērzu pamatskola"].enumerated() {
                    _ = try directory.institution(name: name, regNo: "421000000\(index)", at: line(1))
                }
                _ = try directory.staff(fullName: "Zane Bērza", institution: first, at: line(1))
                _ = try directory.staff(
                    externalCode: "P1",
                    surname: "Liepa",
                    forename: "Anna",
                    institution: first,
                    at: line(1)
                )
                _ = try directory.staff(
                    externalCode: "P2",
                    surname: "Liepa",
                    forename: "Anna",
                    institution: second,
                    at: line(1)
                )
                try connection.write(staging)
                try body(connection)
            }
        }
    }

    private func find(_ text: String, _ reach: Reach, _ connection: Connection) throws -> String {
        try RegistryPlaces().staff(text, reach, tenant: Worlds.tenant, on: Worlds.today, connection).words
    }

    /// What is found for a text: the words of the entry, or nothing where it is refused.
    private func found(_ text: String, _ reach: Reach, _ engine: Engine) async throws -> String? {
        let box = Mutex<String?>(nil)
        try await run(engine) { connection in
            do {
                let words = try find(text, reach, connection)
                box.withLock { $0 = words }
            } catch is Refusal {}
        }
        return box.withLock { $0 }
    }

    @Test(arguments: Engine.available)
    func `a code, a name in either order, and the words of a page are understood`(engine: Engine) async throws
    {
        let expected = [
            ("P2", "Anna Liepa (P2)"), ("Anna Liepa (P1)", "Anna Liepa (P1)"), ("Zane Bērza", "Zane Bērza"),
            (" bērza  zane ", "Zane Bērza"), ("Anna Liepa", nil), ("P3", nil), ("Bērza", nil), ("", nil),
        ]
        for (text, words) in expected {
            let hit = try await found(text, .all, engine)
            #expect(hit == words, "\(text)")
        }
    }

    @Test(arguments: Engine.available)
    func `within an institution only its own staff are found`(engine: Engine) async throws {
        var reach = Reach()
        reach.add(Scope(institution: first))
        let own = try await found("Anna Liepa", reach, engine)
        #expect(own == "Anna Liepa (P1)")
        let other = try await found("P2", reach, engine)
        #expect(other == nil)
        let seen = Mutex<[Bool]>([])
        try await run(engine) { [reach] connection in
            let places = RegistryPlaces()
            for code in ["P1", "P2"] {
                let (tenant, day) = (Worlds.tenant, Worlds.today)
                let id = try places.staff(code, .all, tenant: tenant, on: day, connection).id
                let isOurs = try places.isStaff(id, reach, tenant: tenant, on: day, connection)
                seen.withLock { $0.append(isOurs) }
            }
        }
        #expect(seen.withLock { $0 } == [true, false])
    }

    @Test func `a name is tried with each word first`() {
        #expect(
            RegistryPlaces.orders("anna marija liepa") == [
                "anna marija liepa", "marija liepa anna", "liepa anna marija",
            ]
        )
    }
}
