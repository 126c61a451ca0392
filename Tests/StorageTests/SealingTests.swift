import SekmeTesting
import Storage
import Testing

struct SealingTests {
    private static let note = Array("Bērna lieta: uzmanību!".utf8)

    private static func place(_ id: Int, tenant: Int = 1, column: String = "secret") -> SealedPlace {
        SealedPlace(table: "thing", column: column, key: tenant, id)
    }

    @Test(arguments: Engine.available)
    func `what is sealed opens at its place and nowhere else`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [things]) { database in
            let sealed = try await database.data.write { connection in
                try connection.sealer.seal(SealingTests.note, tenant: 1, bound: SealingTests.place(1))
            }
            #expect(!sealed.contains(SealingTests.note))
            try await database.data.write { connection in
                let sealer = connection.sealer
                #expect(try sealer.open(sealed, tenant: 1, bound: SealingTests.place(1)) == SealingTests.note)
                _ = try sealer.seal([], tenant: 2, bound: SealingTests.place(1, tenant: 2))
                for place in [
                    SealingTests.place(2), SealingTests.place(1, column: "other"),
                    SealedPlace(table: "fact", column: "secret", row: "1/1"),
                ] {
                    #expect(throws: SealingError.tampered) {
                        try sealer.open(sealed, tenant: 1, bound: place)
                    }
                }
                #expect(throws: SealingError.tampered) {
                    try sealer.open(sealed, tenant: 2, bound: SealingTests.place(1))
                }
                var changed = sealed
                changed[changed.count - 1] ^= 1
                #expect(throws: SealingError.tampered) {
                    try sealer.open(changed, tenant: 1, bound: SealingTests.place(1))
                }
                #expect(throws: SealingError.malformed) {
                    try sealer.open([], tenant: 1, bound: SealingTests.place(1))
                }
                #expect(throws: SealingError.unknownKey) {
                    try sealer.open(
                        [1, 0, 0, 0, 9] + sealed.dropFirst(5),
                        tenant: 1,
                        bound: SealingTests.place(1)
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the same text is sealed differently each time`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let two = try await database.data.write { connection in
                try (0..<2).map { _ in
                    try connection.sealer.seal(SealingTests.note, tenant: 1, bound: SealingTests.place(1))
                }
            }
            #expect(two[0] != two[1])
        }
    }

    @Test(arguments: Engine.available)
    func `every store seals, and a read may be the first to do so`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            for (tenant, store) in [database.state, database.audit].enumerated() {
                let sealed = try await store.write { connection in
                    try connection.sealer.seal([7], tenant: tenant, bound: SealingTests.place(1))
                }
                let open = try await database.data.read { connection in
                    try connection.sealer.open(sealed, tenant: tenant, bound: SealingTests.place(1))
                }
                #expect(open == [7])
            }
            let index = try await database.data.read { connection in
                try connection.sealer.blindIndex("a", tenant: 9, purpose: "code")
            }
            let again = try await database.data.write { connection in
                try connection.sealer.blindIndex("a", tenant: 9, purpose: "code")
            }
            #expect(index == again)
        }
    }

    @Test(arguments: Engine.available)
    func `a key that was taken back with its transaction seals nothing later`(_ engine: Engine) async throws {
        struct Stop: Error {}
        try await withPlace(engine) { place in
            let database = try await place.open([things])
            await #expect(throws: Stop.self) {
                try await database.data.write { connection in
                    _ = try connection.sealer.seal([1], tenant: 1, bound: SealingTests.place(1))
                    throw Stop()
                }
            }
            let sealed = try await database.data.write { connection in
                #expect(throws: Stop.self) {
                    try connection.savepoint {
                        _ = try connection.sealer.seal([1], tenant: 1, bound: SealingTests.place(1))
                        throw Stop()
                    }
                }
                return try connection.sealer.seal([2], tenant: 1, bound: SealingTests.place(1))
            }
            await database.close()
            let again = try await place.open([things])
            let open = try await again.data.read { connection in
                try connection.sealer.open(sealed, tenant: 1, bound: SealingTests.place(1))
            }
            #expect(open == [2])
            await again.close()
        }
    }

    @Test(arguments: Engine.available)
    func `a blind index is the same for the same text, tenant and purpose only`(_ engine: Engine) async throws
    {
        try await withDatabase(engine) { database in
            let indexes = try await database.state.write { connection in
                let sealer = connection.sealer
                return [
                    try sealer.blindIndex("010101-10000", tenant: 1, purpose: "code"),
                    try sealer.blindIndex("010101-10000", tenant: 1, purpose: "code"),
                    try sealer.blindIndex("010101-10001", tenant: 1, purpose: "code"),
                    try sealer.blindIndex("010101-10000", tenant: 2, purpose: "code"),
                    try sealer.blindIndex("010101-10000", tenant: 1, purpose: "name"),
                ]
            }
            #expect(indexes[0] == indexes[1])
            #expect(Set(indexes).count == 4)
            #expect(indexes.allSatisfy { $0.count == 16 })
        }
    }

    @Test(arguments: Engine.available)
    func `two writers that make the first key agree on one`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let sealed = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for store in [database.data, database.state, database.audit, database.data, database.state] {
                    group.addTask {
                        try await store.write { connection in
                            try connection.sealer.seal([3], tenant: 1, bound: SealingTests.place(1))
                        }
                    }
                }
                return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
            }
            try await database.data.read { connection in
                for value in sealed {
                    let open = try connection.sealer.open(value, tenant: 1, bound: SealingTests.place(1))
                    #expect(open == [3])
                }
            }
        }
    }
}

extension [UInt8] {
    /// Whether the bytes occur one after the other.
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
