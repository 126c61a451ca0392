import Foundation
import Testing

/// How long the tests may take where a change waits for them.
struct TookTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What `scripts/took` says and keeps.
    private func took(_ seconds: Int) throws -> (said: String, kept: String) {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = Self.root.appendingPathComponent("scripts/took")
        process.arguments = [String(seconds)]
        var environment = ProcessInfo.processInfo.environment
        environment["SEKME_TIMES"] = path
        process.environment = environment
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return (String(decoding: said, as: UTF8.self), try String(contentsOfFile: path, encoding: .utf8))
    }

    @Test func `what the tests took is kept, and more than forty minutes are told of`() throws {
        let inTime = try took(2400)
        #expect(inTime.said == "test: took 40 min 0 s\n" && inTime.kept.hasSuffix(" 2400 s\n"))
        let late = try took(2401)
        #expect(late.said.contains("more than the 40 minutes") && late.kept.hasSuffix(" 2401 s\n"))
    }

    @Test func `the run of the tests says how long it took`() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("scripts/test"), encoding: .utf8)
        let began = try #require(text.range(of: "began=${SEKME_BEGAN:-"))
        let took = try #require(text.range(of: "scripts/took \"$(($(date +%s) - began))\""))
        #expect(began.lowerBound < took.lowerBound)
    }
}
