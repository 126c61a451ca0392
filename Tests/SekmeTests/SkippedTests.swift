import Foundation
import Testing

/// Where nothing may be missing, what becomes of skipped tests.
struct SkippedTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What `scripts/skipped` says of an output of tests, on a machine without shared data.
    private func status(_ output: String, data: String = "/no-such-folder") throws -> Int32 {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try output.write(toFile: path, atomically: false, encoding: .utf8)
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent("scripts/skipped")
        process.arguments = [path]
        process.environment = ProcessInfo.processInfo.environment.merging(["SEKME_DATA": data]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func `tests of shared data that are not on the machine may be skipped, others may not`() throws {
        let absent = """
            ➜ Suite A skipped: "The shared data are not here: SEKME_DATA names no folder with them"
            ➜ Test b() skipped: "the folder of shared data is not there: set SEKME_DATA"
            ✔ Test "a sheet that is skipped is told" passed after 0.1 seconds.

            """
        #expect(try status(absent) == 0)
        #expect(try status(absent + "➜ Suite C skipped: \"SEKME_TEST_POSTGRES names no server\"\n") == 1)
        #expect(try status("➜ Test d() skipped.\n") == 1)
    }

    @Test func `the run of all says itself that nothing may be skipped`() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent(".ci/run"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        let said = try #require(lines.firstIndex(of: "export CI=true"))
        let tests = try #require(lines.firstIndex(of: "scripts/test"))
        #expect(said < tests)
    }
}
