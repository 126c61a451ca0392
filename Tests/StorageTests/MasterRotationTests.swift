import Foundation
import Kernel
import SekmeTesting
import Testing

@testable import Storage

struct MasterRotationTests {
    private static let seal = SealedPlace(table: "thing", column: "secret", key: 1, 1)

    private func fill(_ database: Database) async throws {
        try await database.data.write { connection in
            let sealed = try connection.sealer.seal([5], tenant: 1, bound: Self.seal)
            try connection.execute("INSERT INTO thing (tenant_id, id, secret) VALUES (1, 1, \(sealed))")
        }
    }

    private func opens(_ database: Database) async throws -> Bool {
        try await database.data.read { connection in
            let sealed = try connection.value("SELECT secret FROM thing WHERE id = 1", [UInt8].self)
            return try connection.sealer.open(sealed ?? [], tenant: 1, bound: Self.seal) == [5]
        }
    }

    private func id(_ path: String) throws -> String? { try KeyFile(path: path).read()?.id }

    @Test(arguments: Engine.available)
    func `a new master key opens what there is, and the old one is kept`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let database = try await place.open([things])
            try await fill(database)
            let old = database.sealer.masterKeyId
            let kept = try await database.rotateMasterKey()
            #expect(database.sealer.masterKeyId != old)
            let (ids, open) = (try [id(place.keyPath), id(kept)], try await opens(database))
            #expect(ids == [database.sealer.masterKeyId, old])
            #expect(open)
            try await database.rotateKeys(tenant: 1)
            await database.close()
            let again = try await place.open([things])
            #expect(try await opens(again))
            await again.close()
            try FileManager.default.removeItem(atPath: place.keyPath)
            try FileManager.default.copyItem(atPath: kept, toPath: place.keyPath)
            await #expect(throws: Refusal.self, "the old key opens nothing any more") {
                _ = try await place.open([things])
            }
        }
    }

    /// The three points at which a rotation may be cut off: before and after the database took the key over, and
    /// with a commit that a power failure took back.
    @Test(arguments: Engine.available, [0, 1, 2])
    func `a rotation that was cut off is ended when the database is opened`(
        _ engine: Engine,
        point: Int
    ) async throws {
        try await withPlace(engine) { place in
            let database = try await place.open([things])
            try await fill(database)
            let (file, old, new) = (KeyFile(path: place.keyPath), database.sealer.master, MasterKey())
            try file.prepare(new)
            if point == 1 { try await database.rewrap(from: old, to: new) }
            if point == 2 { try file.install(old: old) }
            await database.close()
            let again = try await place.open([things])
            #expect(again.sealer.masterKeyId == (point == 1 ? new.id : old.id))
            if point < 2 { #expect(try id(place.keyPath) == again.sealer.masterKeyId) }
            #expect(try await opens(again))
            _ = try await again.rotateMasterKey()
            #expect(try await opens(again))
            await again.close()
        }
    }

    @Test(arguments: Engine.available)
    func `a server that knows the old key only makes no data keys`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let (first, second) = (try await place.open([things]), try await place.open([things]))
            try await fill(first)
            let refusal = await #expect(throws: Refusal.self) { try await first.rotateMasterKey() }
            #expect(refusal?.kind == .conflict)
            _ = try await first.rotateMasterKey(besideOthers: true)
            await #expect(throws: (any Error).self) {
                try await second.data.write { connection in
                    _ = try connection.sealer.seal([1], tenant: 2, bound: Self.seal)
                }
            }
            let keys = try await first.data.read {
                try $0.value("SELECT count(*) FROM sealing_key WHERE tenant_id = 2", Int.self)
            }
            #expect(keys == 0)
            await first.close()
            await second.close()
        }
    }

    @Test(arguments: Engine.available)
    func `who is alone may rotate, and was not alone before`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let first = try await place.open([things])
            do {
                let second = try await place.open([things])
                _ = try await second.data.read { try $0.tables() }
                #expect(try await first.presence.hasOthers())
                await second.close()
            }
            for _ in 0..<200 where try await first.presence.hasOthers() { await Task.yield() }
            #expect(try await !first.presence.hasOthers())
            await first.close()
        }
    }

    @Test func `a backup of before a rotation opens with the key that was kept`() async throws {
        try await withPlace(.sqlite) { place in
            let database = try await place.open([things])
            try await fill(database)
            let folder = "\(place.folder)/copy"
            try await database.backup(to: folder)
            let kept = try await database.rotateMasterKey()
            await database.close()
            let target = DatabaseAddress.sqlite(folder: "\(place.folder)/new")
            try await Database.restore(folder, to: target, key: .file(place.keyPath))
            let restored = try await Database.open(
                target,
                migrations: [things],
                key: .file(place.keyPath),
                create: false
            )
            let (present, first) = (try id(place.keyPath), try id(kept))
            #expect(restored.sealer.masterKeyId == first)
            #expect(present != first)
            #expect(try await opens(restored))
            await restored.close()
        }
    }
}
