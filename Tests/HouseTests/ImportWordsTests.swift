import Kernel
import Testing

@testable import House

/// What the terminal asks before an import is saved.
struct ImportWordsTests {
    private let words = ImportWords(sekme, .lv)

    @Test(arguments: ["j", "Jā", "y", "yes"])
    func `yes in either language saves`(answer: String) {
        #expect(words.refusal(answer) == nil)
    }

    @Test(arguments: ["n", "", "nē", nil] as [String?])
    func `anything else, and no answer at all, ends with an error and with what to do`(answer: String?) {
        let refusal = words.refusal(answer)
        #expect(refusal?.message.en.hasSuffix("nothing was saved.") == true)
        #expect(refusal?.advice.lv.contains("--yes") == true)
    }
}
