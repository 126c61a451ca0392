import ArgumentParser
import Kernel
import Testing

@testable import sekme

/// The language of a command.
struct LanguageTests {
    @Test func `a language that there is not is refused`() throws {
        for words in [["report", "--lang", "xx"], ["import", "formats", "--lang", "LV"]] {
            #expect(throws: (any Error).self) { try Sekme.parseAsRoot(words) }
        }
        let report = try #require(try Sekme.parseAsRoot(["report", "--lang", "en"]) as? ReportCommand)
        #expect(report.shared.language == .en)
    }

    @Test func `refusals are told in the language asked for, however it is written`() {
        #expect(Shared.language(of: ["sekme", "report", "--lang", "en"]) == .en)
        #expect(Shared.language(of: ["sekme", "report", "--lang=en"]) == .en)
        #expect(Shared.language(of: ["sekme", "report"]) == .lv)
    }
}
