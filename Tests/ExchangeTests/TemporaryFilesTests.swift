import Foundation
import Testing

@testable import Exchange

struct TemporaryFilesTests {
    @Test func `what an earlier process of the same number left is swept, what is in use is not`() throws {
        let files = try TemporaryFiles()
        let made = try files.make("saraksts.csv")
        try made.handle.close()
        let own = URL(fileURLWithPath: files.folder)
        let name = String(own.lastPathComponent.dropLast(36)) + UUID().uuidString
        let left = own.deletingLastPathComponent().appendingPathComponent(name)
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: false)
        TemporaryFiles.sweep()
        #expect(!FileManager.default.fileExists(atPath: left.path))
        #expect(FileManager.default.fileExists(atPath: made.path))
    }
}
