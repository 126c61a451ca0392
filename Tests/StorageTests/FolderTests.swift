import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

struct FolderTests {
    @Test func `a copy is made while the database is in use, and opens with its key`() async throws {
        try await withPlace(.sqlite) { place in
            let database = try await place.open([things])
            let seal = SealedPlace(table: "thing", column: "secret", key: 1, 1)
            try await database.data.write { connection in
                let sealed = try connection.sealer.seal([5], tenant: 1, bound: seal)
                try connection.execute("INSERT INTO thing (tenant_id, id, secret) VALUES (1, 1, \(sealed))")
            }
            let folder = "\(place.folder)/copy"
            try await database.backup(to: folder)
            let refusal = await #expect(throws: Refusal.self) { try await database.backup(to: folder) }
            #expect(refusal?.kind == .conflict)
            try await database.data.write { connection in try connection.execute("DELETE FROM thing") }
            await database.close()

            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["audit.sealed", "counts.sealed", "data.sealed", "state.sealed"])
            for name in names {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
                #expect(bytes.range(of: Data("SQLite format".utf8)) == nil, "\(name) is in the clear")
            }
            let restored = DatabaseAddress.sqlite(folder: "\(place.folder)/restored")
            let rows = try await Database.restore(folder, to: restored, key: .file(place.keyPath))
            #expect(rows.counts["data.thing"] == 1)
            let copy = try await Database.open(
                restored,
                migrations: [things],
                key: .file(place.keyPath),
                create: false
            )
            let plain = try await copy.data.read { connection in
                let sealed = try connection.value("SELECT secret FROM thing WHERE id = 1", [UInt8].self)
                return try connection.sealer.open(sealed ?? [], tenant: 1, bound: seal)
            }
            #expect(plain == [5])
            await copy.close()
        }
    }

    @Test func `a database that lost a file is not made whole in silence`() async throws {
        try await withPlace(.sqlite) { place in
            await (try place.open([])).close()
            try FileManager.default.removeItem(atPath: "\(place.folder)/database/audit.sqlite")
            let refusal = await #expect(throws: Refusal.self) { try await place.open([]) }
            #expect(refusal?.message.en.contains("audit.sqlite") == true)
        }
    }

    @Test func `the trail waits for the disk, the rest does not`() async throws {
        try await withDatabase(.sqlite) { database in
            for (store, level) in [(database.data, 1), (database.audit, 2), (database.state, 1)] {
                let found = try await store.write { try $0.value("PRAGMA synchronous", Int.self) }
                #expect(found == level)
                let mode = try await store.read { try $0.value("PRAGMA journal_mode", String.self) }
                #expect(mode == "wal")
                let keys = try await store.write { try $0.value("PRAGMA foreign_keys", Int.self) }
                #expect(keys == 1)
            }
        }
    }
}

struct AddressTests {
    @Test func `addresses are read, and others refused in both languages`() throws {
        #expect(try DatabaseAddress("sqlite:/srv/sekme") == .sqlite(folder: "/srv/sekme"))
        #expect(try DatabaseAddress("sqlite:data") == .sqlite(folder: "data"))
        for url in ["postgres://host/name", "postgresql://user@/name?host=/run"] {
            #expect(try DatabaseAddress(url) == .postgres(url: url))
        }
        for text in ["", "sqlite:", "sqlite::memory:", "mysql://host/name", "/srv/sekme"] {
            let refusal = #expect(throws: Refusal.self) { try DatabaseAddress(text) }
            #expect(refusal?.kind == .usage)
            #expect(refusal?.advice.lv.isEmpty == false)
        }
    }

    @Test func `an address is shown without user, password and settings`() throws {
        let shown = [
            "postgres://user:p@ss@host:5432/name?password=other": "postgres://host:5432/name",
            "postgresql://host/name?user=a": "postgres://host/name",
            "sqlite:data": "sqlite:data",
        ]
        for (text, expected) in shown {
            let address = try DatabaseAddress(text)
            #expect("\(address)" == expected)
            #expect(String(reflecting: address) == expected)
        }
    }
}
