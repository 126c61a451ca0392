import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House

/// Files that come with forms, and what stays of them on the disk.
struct UploadTests {
    private static func part(_ text: String, isWhole: Bool = true) -> String {
        """
        --xyz\r\nContent-Disposition: form-data; name="files"; filename="saraksts.csv"\r
        Content-Type: text/csv\r\n\r\n\(text)
        """ + (isWhole ? "\r\n--xyz--\r\n" : "")
    }

    /// Files anywhere in the folder of temporary files that hold a text.
    private static func found(_ text: String) -> [String] {
        let root = FileManager.default.temporaryDirectory.path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.filter { $0.hasPrefix("sekme-import") || $0.hasPrefix("sekme-uploads") }.flatMap {
            name in
            let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(name)")) ?? []
            return files.map { "\(root)/\(name)/\($0)" }
        }.filter { path in
            FileManager.default.contents(atPath: path)?.range(of: Data(text.utf8)) != nil
        }
    }

    @Test func `a file that came whole is read, and goes with the folder`() throws {
        var reader: MultipartReader? = MultipartReader(boundary: "xyz", limit: 1_000)
        try reader?.feed(Self.part("a;b\n1;2").utf8)
        try reader?.finish()
        let file = try #require(reader?.form.files.first)
        #expect(file.name == "saraksts.csv" && file.size == 7)
        #expect(FileManager.default.contents(atPath: file.path) == Data("a;b\n1;2".utf8))
        reader = nil
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `a file above the limit is refused and leaves nothing`() throws {
        var reader: MultipartReader? = MultipartReader(boundary: "xyz", limit: 10)
        var refusal: Refusal?
        do {
            try reader?.feed(Self.part(String(repeating: "x", count: 500)).utf8)
        } catch let error as Refusal {
            refusal = error
        }
        // A command has the same limit.
        #expect(refusal?.advice.en.contains("sekme import") == false)
        let folder = try #require(reader?.folder?.folder)
        reader = nil
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `an upload that breaks off leaves no line of it on the disk`() async throws {
        try await TestWorld.run(.sqlite) { test in
            try await test.account("ieva", "board-specialist")
            try await test.client { client in
                let browser = Browser(client)
                _ = try await browser.signIn("ieva")
                let line = "Ozols;Jānis;\(UUID().uuidString)"
                let body = Self.part(line + String(repeating: "\n", count: 4_000), isWhole: false)
                let answer = try await browser.upload("/imports/new", body, boundary: "xyz")
                #expect(answer.status >= 400)
                #expect(Self.found(line).isEmpty)
            }
        }
    }
}
