import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

struct KeyFileTests {
    @Test(arguments: Engine.available)
    func `the key file is made for its owner alone`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let database = try await place.open([])
            let text = try String(contentsOfFile: place.keyPath, encoding: .utf8)
            #expect(text.contains("id \(database.sealer.masterKeyId)\n"))
            #expect(try KeyFileTests.mode(place.keyPath) == 0o600)
            await database.close()
        }
    }

    @Test(arguments: Engine.available)
    func `without its key file a database does not open`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            await (try place.open([])).close()
            let aside = place.keyPath + ".aside"
            try FileManager.default.moveItem(atPath: place.keyPath, toPath: aside)
            try await KeyFileTests.expectRefusal(place, "is missing", "Nav atrasts")
            #expect(!FileManager.default.fileExists(atPath: place.keyPath))
            try FileManager.default.moveItem(atPath: aside, toPath: place.keyPath)
            await (try place.open([])).close()
        }
    }

    @Test(arguments: Engine.available)
    func `the key file of another database is refused`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            await (try place.open([])).close()
            let lines = try String(contentsOfFile: place.keyPath, encoding: .utf8).split(separator: "\n")
            let other = Data(repeating: 7, count: 32).base64EncodedString()
            // The right name with another key in it, then another name.
            for text in [
                "\(lines[0])\n\(lines[1])\nkey \(other)\n", "\(lines[0])\nid 00000000\n\(lines[2])\n",
            ] {
                try text.write(toFile: place.keyPath, atomically: false, encoding: .utf8)
                try await KeyFileTests.expectRefusal(place, "another database", "citai datubāzei")
            }
            try "nonsense".write(toFile: place.keyPath, atomically: false, encoding: .utf8)
            try await KeyFileTests.expectRefusal(place, "cannot be read", "nav nolasāms")
        }
    }

    @Test(arguments: Engine.available)
    func `a key file that others can read is refused`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            await (try place.open([])).close()
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: place.keyPath)
            try await KeyFileTests.expectRefusal(place, "open to other users", "citi lietotāji")
        }
    }

    @Test func `a folder has its key file beside it`() async throws {
        try await withPlace(.sqlite) { place in
            let folder = "\(place.folder)/board"
            await (try Database.open(.sqlite(folder: folder + "/"), migrations: [])).close()
            #expect(try KeyFileTests.mode("\(folder).key") == 0o600)
            #expect(try KeyFileTests.mode(folder) == 0o700)
            for store in StoreName.allCases {
                #expect(try KeyFileTests.mode("\(folder)/\(store.rawValue).sqlite") == 0o600)
            }
        }
    }

    @Test func `a server has no place for a key file`() async throws {
        let refusal = await #expect(throws: Refusal.self) {
            try await Database.open(.postgres(url: "postgres://localhost/none"), migrations: [])
        }
        #expect(refusal?.advice.lv.contains("SEKME_KEY") == true)
    }

    private static func expectRefusal(_ place: DatabasePlace, _ en: String, _ lv: String) async throws {
        let refusal = await #expect(throws: Refusal.self) { try await place.open([]) }
        #expect(refusal?.kind == .invalid)
        #expect(refusal?.message.en.contains(en) == true)
        #expect(refusal?.message.lv.contains(lv) == true)
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
