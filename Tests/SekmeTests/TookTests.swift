import Foundation
import Testing

/// How long the tests may take where a change waits for them.
struct TookTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What `scripts/took` ends with and keeps.
    private func took(_ seconds: Int, inCI: Bool) throws -> (status: Int32, kept: String) {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent("scripts/took")
        process.arguments = [String(seconds)]
        var environment = ProcessInfo.processInfo.environment
        environment["CI"] = inCI ? "true" : nil
        environment["SEKME_TIMES"] = path
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: path, encoding: .utf8))
    }

    @Test func `more than forty minutes fail where changes wait, and are kept everywhere`() throws {
        let (inTime, kept) = try took(2400, inCI: true)
        #expect(inTime == 0 && kept.hasSuffix(" 2400 s\n"))
        let (late, keptLate) = try took(2401, inCI: true)
        #expect(late == 1 && keptLate.hasSuffix(" 2401 s\n"))
        #expect(try took(2401, inCI: false).status == 0)
    }

    @Test func `the run of the tests says how long it took`() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("scripts/test"), encoding: .utf8)
        let began = try #require(text.range(of: "began=${SEKME_BEGAN:-"))
        let took = try #require(text.range(of: "scripts/took \"$(($(date +%s) - began))\" || failed=$?"))
        #expect(began.lowerBound < took.lowerBound)
    }
}
