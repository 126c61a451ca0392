import Kernel
import Testing

@testable import Registry

struct SimilarWordsTests {
    private func definition(_ size: Int?) -> Text {
        let likeness = SimilarInstitutions.Likeness(type: "vidusskola", size: size, hadMinority: false)
        return SimilarWords(likeness: likeness, names: []).definition
    }

    private static let sizes: [(Int?, String)] = [
        (0, "līdz 100 izglītojamajiem"), (1, "101–300 izglītojamie"), (2, "301–600 izglītojamie"),
        (3, "vismaz 601 izglītojamais"), (nil, "skaits nav zināms"),
    ]

    @Test(arguments: sizes)
    func `a size is told by the number it goes with`(_ band: Int?, _ words: String) {
        #expect(definition(band).lv.contains("(\(words))"))
    }

    @Test func `the greatest band in English`() {
        #expect(definition(3).en.contains("(601 pupils or more)"))
    }
}
