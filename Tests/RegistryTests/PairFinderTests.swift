import Kernel
import Testing

@testable import Registry

/// When two personal codes are almost the same.
struct PairFinderTests {
    private func areSimilar(_ one: String, _ other: String) -> Bool {
        PairFinder.areSimilar(Array(one.utf8), Array(other.utf8))
    }

    @Test func `codes with one digit changed or two neighbours swapped are similar, and no others`() {
        #expect(areSimilar("01011320004", "01011320005"))
        #expect(areSimilar("01011320004", "10011320004"))
        #expect(!areSimilar("01011320004", "01011320004"))
        #expect(!areSimilar("01011320004", "01011321105"))
        #expect(!areSimilar("01011320004", "11011320014"))
        #expect(!areSimilar("01011320004", "0101132000"))
    }

    @Test func `reasons are told together`() {
        let words = PairReason.words(PairReason.birthday.rawValue | PairReason.similarCode.rawValue)
        #expect(words.en == "the same name and almost the same personal code; the same name and day of birth")
        #expect(PairReason.all(in: 0).isEmpty)
    }
}
