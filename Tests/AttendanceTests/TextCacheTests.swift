@testable import Attendance
import Testing

struct TextCacheTests {
    private func number(_ cache: TextCache, _ text: String, _ group: Int) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { cache.value(Span(_unsafeElements: $0), in: group) }
    }

    private func set(_ cache: TextCache, _ number: Int, _ text: String, _ group: Int) {
        Array(text.utf8).withUnsafeBufferPointer { cache.set(number, Span(_unsafeElements: $0), in: group) }
    }

    @Test func `texts of all lengths keep their numbers while the cache grows`() {
        let cache = TextCache()
        let texts = (0..<3_000).map { "\($0)" + String(repeating: "ā", count: $0 % 9) }
        for (index, text) in texts.enumerated() { set(cache, index, text, index % 2) }
        #expect(texts.indices.allSatisfy { number(cache, texts[$0], $0 % 2) == $0 })
        #expect(texts.indices.allSatisfy { number(cache, texts[$0], 2) == nil })
    }

    @Test func `texts that begin alike are told apart, and the empty one is a text`() {
        let cache = TextCache()
        for (index, text) in ["12345678", "123456789", "12345678a", "", "\u{0}"].enumerated() {
            #expect(number(cache, text, 7) == nil)
            set(cache, index, text, 7)
        }
        for (index, text) in ["12345678", "123456789", "12345678a", "", "\u{0}"].enumerated() {
            #expect(number(cache, text, 7) == index)
        }
    }

    @Test func `a number that is set again is the later one`() {
        let cache = TextCache()
        set(cache, 1, "7.a", 3)
        set(cache, -1, "7.a", 3)
        #expect(number(cache, "7.a", 3) == -1)
    }
}
