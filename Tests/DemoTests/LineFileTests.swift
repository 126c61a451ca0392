import Foundation
import Testing

@testable import Demo

@Suite struct LineFileTests {
    @Test func `a long file goes on in further ones, each with its headings`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/10-marks.csv"
        let file = try LineFile(path, headings: ["a", "b"], most: 20)
        for number in 1...9 { try file.line(Array("row".utf8), Array(String(number).utf8)) }
        try file.finish()
        let parts = LineFile.parts(path)
        #expect(parts.count > 1)
        #expect(parts.first == path)
        #expect(parts.dropFirst().first == "\(folder)/10-marks-2.csv")
        var rows: [String] = []
        for part in parts {
            let lines = try String(contentsOfFile: part, encoding: .utf8).split(separator: "\r\n").map(
                String.init
            )
            #expect(lines.first == "a,b")
            rows += lines.dropFirst()
        }
        #expect(rows == (1...9).map { "row,\($0)" })
    }
}
