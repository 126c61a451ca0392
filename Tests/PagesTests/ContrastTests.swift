import Foundation
import Testing

@testable import Pages

/// The contrast of WCAG 2.2, from relative luminance in sRGB.
struct ContrastTests {
    private static func luminance(_ colour: Colour) -> Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let red = 0.2126 * linear(colour.red)
        let green = 0.7152 * linear(colour.green)
        let blue = 0.0722 * linear(colour.blue)
        return red + green + blue
    }

    static func contrast(_ one: Colour, _ two: Colour) -> Double {
        let (first, second) = (luminance(one), luminance(two))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test func `the measure gives the published values`() {
        #expect(ContrastTests.contrast(Colour(0x000000), Colour(0xFFFFFF)) == 21)
        #expect(abs(ContrastTests.contrast(Colour(0x777777), Colour(0xFFFFFF)) - 4.48) < 0.01)
    }

    @Test(arguments: Palette.pairs)
    func `what meets can be told apart in both themes`(pair: ColourPair) throws {
        let front = try #require(Palette.token(pair.front))
        let ground = try #require(Palette.token(pair.ground))
        let least = Double(pair.least) / 100
        #expect(ContrastTests.contrast(front.light, ground.light) >= least)
        #expect(ContrastTests.contrast(front.dark, ground.dark) >= least)
    }

    @Test(arguments: Meaning.allCases)
    func `every meaning has a colour, words beside it and words upon it`(meaning: Meaning) {
        for name in [meaning.rawValue, "\(meaning.rawValue)-text", "on-\(meaning.rawValue)"] {
            #expect(Palette.token(name) != nil, "\(name)")
        }
        #expect(Palette.pairs.contains { $0.front == "\(meaning.rawValue)-text" })
        #expect(Palette.pairs.contains { $0.front == "on-\(meaning.rawValue)" })
    }

    @Test func `parts that stand side by side differ in lightness, for eyes that see no hue`() throws {
        let sets: [[Meaning]] = [
            [.illness, .excused, .unexcused], [.high, .optimal, .sufficient, .insufficient],
        ]
        for set in sets {
            for (left, right) in zip(set, set.dropFirst()) {
                let (one, two) = (
                    try #require(Palette.token(left.rawValue)), try #require(Palette.token(right.rawValue))
                )
                #expect(ContrastTests.contrast(one.light, two.light) > 1.25, "\(left) \(right)")
                #expect(ContrastTests.contrast(one.dark, two.dark) > 1.2, "\(left) \(right)")
            }
        }
    }
}
