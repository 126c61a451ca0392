import Foundation
import Kernel
import SekmeTesting
import Testing

@testable import Storage

struct BackupSealTests {
    private func folder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test(arguments: [0, 1, 1 << 20, 1 << 20 + 1, 3 << 20])
    func `a file of any size opens as it was`(size: Int) async throws {
        try await folder { folder in
            let plain = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try Data(plain).write(to: URL(fileURLWithPath: "\(folder)/a"))
            let seal = BackupSeal(master: MasterKey())
            try seal.seal("\(folder)/a", to: "\(folder)/b", as: "data")
            #expect(try BackupSeal.keyID(of: "\(folder)/b") == seal.master.id)
            try seal.open("\(folder)/b", to: "\(folder)/c", as: "data")
            let again = try bytes("\(folder)/c")
            #expect(again == plain)
            #expect(throws: Refusal.self) {
                try seal.open("\(folder)/b", to: "\(folder)/d", as: "audit")
            }
        }
    }

    @Test func `a sealed file that was cut off, changed or put together anew does not open`() async throws {
        try await folder { folder in
            let plain = [UInt8](repeating: 7, count: 2 << 20 + 100)
            try Data(plain).write(to: URL(fileURLWithPath: "\(folder)/a"))
            let seal = BackupSeal(master: MasterKey())
            try seal.seal("\(folder)/a", to: "\(folder)/b", as: "data")
            let sealed = try bytes("\(folder)/b")
            let head = 15 + 8 + 32
            let block = 5 + (1 << 20) + 16
            var flipped = sealed
            flipped[head + 100] ^= 1
            var last = sealed
            last[head] = 1
            let first = sealed[head..<head + block]
            let second = sealed[head + block..<head + 2 * block]
            let rest = sealed[(head + 2 * block)...]
            let wrong: [[UInt8]] = [
                flipped, last, Array(sealed.dropLast(1)), Array(sealed.prefix(head + block)), sealed + [0],
                Array(sealed.prefix(head) + second + first + rest), Array(sealed.prefix(20)), [],
            ]
            for (number, bytes) in wrong.enumerated() {
                try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/x\(number)"))
                #expect(throws: Refusal.self, "\(number)") {
                    try seal.open("\(folder)/x\(number)", to: "\(folder)/y\(number)", as: "data")
                }
            }
        }
    }

    @Test func `a backup without its key, with a lost file or other rows is not restored`() async throws {
        try await withPlace(.sqlite) { place in
            let database = try await place.open([things])
            let folder = "\(place.folder)/copy"
            try await database.backup(to: folder)
            await database.close()
            let target = DatabaseAddress.sqlite(folder: "\(place.folder)/new")
            let none = KeySource.file("\(place.folder)/none")
            await #expect(throws: Refusal.self) { try await Database.restore(folder, to: target, key: none) }
            let other = "\(place.folder)/other"
            try PrivateFiles.make(other, MasterKey().text)
            await #expect(throws: Refusal.self) {
                try await Database.restore(folder, to: target, key: .file(other))
            }
            let key = KeySource.file(place.keyPath)
            try FileManager.default.moveItem(atPath: "\(folder)/audit.sealed", toPath: "\(folder)/gone")
            await #expect(throws: Refusal.self) { try await Database.restore(folder, to: target, key: key) }
            try FileManager.default.copyItem(
                atPath: "\(folder)/state.sealed",
                toPath: "\(folder)/audit.sealed"
            )
            await #expect(throws: Refusal.self) { try await Database.restore(folder, to: target, key: key) }
            #expect(!FileManager.default.fileExists(atPath: "\(place.folder)/new"), "nothing is left")
            try FileManager.default.removeItem(atPath: "\(folder)/audit.sealed")
            try FileManager.default.moveItem(atPath: "\(folder)/gone", toPath: "\(folder)/audit.sealed")
            try await Database.restore(folder, to: target, key: key)
        }
    }
}
