import Foundation
import Kernel
import Testing

@testable import Pages

/// What happens around the programs that make files, with programs of our own in their place.
struct DocumentMakerTests {
    /// Runs the body with a folder that holds a program of a kind's name.
    private func with(
        _ script: String,
        _ kind: DocumentKind,
        _ body: (_ folder: String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "maker-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appendingPathComponent(kind.program)
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        try await body(folder.path)
    }

    @Test func `a program that is missing is named with its package`() async throws {
        let maker = DocumentMaker(folders: ["/nowhere"])
        #expect(!maker.has(.pdf) && !maker.has(.docx))
        await #expect {
            _ = try await maker.make(.pdf, of: "<p>x</p>")
        } throws: { error in
            let refusal = error as? Refusal
            return refusal?.kind == .invalid && refusal?.advice.lv.contains("apt install weasyprint") == true
        }
    }

    @Test func `the page is given in a private folder that is gone afterwards`() async throws {
        let script = "pwd >document; stat -c %a . >>document; cat page.html >>document; env | sort >>document"
        try await with(script, .docx) { folder in
            let bytes = try await DocumentMaker(folders: [folder]).make(.docx, of: "<p>Šķūnis &amp; ceļš</p>")
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(lines[1] == "700")
            #expect(lines[2].hasPrefix("<p>Šķūnis &amp; ceļš</p>"))
            #expect(!FileManager.default.fileExists(atPath: lines[0]))
            let environment = lines.dropFirst(2).joined(separator: "\n")
            #expect(environment.contains("https_proxy=http://127.0.0.1:9"))
            #expect(!environment.contains("SEKME_"))
        }
    }

    @Test func `a program has no network`() async throws {
        try await with(
            "ls /sys/class/net >/dev/null; cat /proc/net/route >document; echo end >>document",
            .pdf
        ) {
            folder in
            let bytes = try await DocumentMaker(folders: [folder]).make(.pdf, of: "x")
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            // There are no routes where the system lets a process have a network of its own.
            if DocumentMaker.canIsolate { #expect(lines == ["end"]) }
        }
    }

    @Test func `what is asked for again is not made again, and another page is`() async throws {
        let script = "echo run >>\"$(dirname \"$0\")/runs\"; cat page.html >document"
        try await with(script, .pdf) { folder in
            let maker = DocumentMaker(folders: [folder])
            for page in ["x", "x", "y", "x"] as [HTML] {
                #expect(try await maker.make(.pdf, of: page) == page.bytes)
            }
            let runs = try String(contentsOfFile: "\(folder)/runs", encoding: .utf8)
            #expect(runs == "run\nrun\n")
        }
    }

    @Test func `a program that fails, or makes nothing, or takes too long, is refused`() async throws {
        for (script, words) in [
            ("exit 3", "failu neizveidoja"), ("exit 0", "failu neizveidoja"),
            ("exec sleep 60", "laikā neizveidoja"),
        ] {
            try await with(script, .pdf) { folder in
                let maker = DocumentMaker(folders: [folder], limit: .milliseconds(1500))
                await #expect {
                    _ = try await maker.make(.pdf, of: "x")
                } throws: { error in
                    (error as? Refusal)?.message.lv.contains(words) == true
                }
            }
        }
    }

    @Test func `drawings of a page become pictures with what they say, and those for phones go`() async throws
    {
        try await with("cat page.html >document", .picture) { folder in
            let page: HTML = """
                <figure><figcaption>T</figcaption><ul><li><svg width="14"><rect/></svg>A</li></ul>\
                <svg class="wide"><desc id="d">Divi &amp; "trīs"</desc></svg><svg class="slim"><rect/></svg></figure>
                """
            let made = try await DocumentMaker(folders: [folder]).drawn(page).string
            func picture(_ drawing: String) -> String {
                let whole = "<svg xmlns=\"http://www.w3.org/2000/svg\"\(drawing)</svg>"
                return "src=\"data:image/png;base64,\(Data(whole.utf8).base64EncodedString())\">"
            }
            let sign = picture(" width=\"14\"><rect/>")
            let chart = picture(" class=\"wide\"><desc id=\"d\">Divi &amp; \"trīs\"</desc>")
            #expect(
                made == "<div><div>T</div><ul><li><img width=\"14\" height=\"14\" alt=\"\" \(sign)A</li></ul>"
                    + "<img width=\"100%\" alt=\"Divi &amp; &quot;trīs&quot;\" \(chart)</div>"
            )
        }
    }
}
