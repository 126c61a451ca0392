import Testing

@testable import Exchange

/// Personal codes do not stand in what a terminal shows.
struct CodeMaskTests {
    @Test(arguments: [
        "010190-12345", "32999900001", "329999 00001", "329999–00001", "329999\u{a0}00001",
    ])
    func `a code is hidden, alone and in a text`(code: String) {
        #expect(CodeMask.hidden(code) == "•••")
        #expect(CodeMask.hidden("Ozols (\(code)), 7.a") == "Ozols (•••), 7.a")
    }

    @Test(arguments: ["", "7.a", "2025/2026", "12.01.2026.", "Āboliņš", "123456-123456", "1234567-12345"])
    func `other texts stay`(text: String) {
        #expect(CodeMask.hidden(text) == text)
    }
}
