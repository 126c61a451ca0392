/// The colours of the house: few, and each with one meaning.
///
/// They are data, so that the contrast of every pair that meets can be computed by a test. Categories keep
/// apart for people who see red and green alike: blue, sand and red differ in lightness as well.
public enum Palette {
    /// Every colour, in the order of the stylesheet.
    public static let tokens = surfaces + meanings + meaningTexts + meaningGrounds

    static let surfaces = [
        ColourToken("paper", 0xFFFFFF, 0x14171A),
        ColourToken("sunken", 0xF6F5F2, 0x1D2125),
        ColourToken("ink", 0x1A1D21, 0xECEAE6),
        ColourToken("quiet", 0x5C6167, 0xA9AEB3),
        ColourToken("line", 0xE2DFD8, 0x30353A),
        // The edge of a control must be seen (3:1); a hairline between rows need not.
        ColourToken("edge", 0x7D8187, 0x7F858B),
        // Carmine: the brand and the current place, nothing else.
        ColourToken("accent", 0x8C1D32, 0xE58A9A),
        // Something needs a person.
        ColourToken("attention", 0x8F5400, 0xF0B45C),
        ColourToken("wrong", 0xA3232B, 0xF09A94),
        ColourToken("good", 0x2B6A44, 0x86C9A0),
        ColourToken("focus", 0x1B63A6, 0x8FC1DE),
    ]

    static let meanings = [
        ColourToken("data", 0x2F6583, 0x8FC1DE),
        ColourToken("illness", 0x6F9FBE, 0x6F9DBB),
        ColourToken("excused", 0xC9BFA6, 0x8F8568),
        ColourToken("unexcused", 0xB5413C, 0xE07B75),
        ColourToken("high", 0x1F4F70, 0xA5D0E8),
        ColourToken("optimal", 0x6F9FBE, 0x5A8DB0),
        ColourToken("sufficient", 0xD8C48F, 0xC9B782),
        ColourToken("insufficient", 0xB5413C, 0xE07B75),
        ColourToken("other", 0x8A8F94, 0x8A9096),
    ]

    static let meaningTexts = [
        ColourToken("data-text", 0x2F6583, 0x8FC1DE),
        ColourToken("illness-text", 0x36698A, 0x8FBCD8),
        ColourToken("excused-text", 0x71643A, 0xC2B88F),
        ColourToken("unexcused-text", 0xA3322E, 0xEE9792),
        ColourToken("high-text", 0x1F4F70, 0xA5D0E8),
        ColourToken("optimal-text", 0x36698A, 0x86B4D2),
        ColourToken("sufficient-text", 0x75622A, 0xCDBB82),
        ColourToken("insufficient-text", 0xA3322E, 0xEE9792),
        ColourToken("other-text", 0x5C6167, 0xA9AEB3),
        ColourToken("ink-text", 0x1A1D21, 0xECEAE6),
        ColourToken("accent-text", 0x8C1D32, 0xE58A9A),
    ]

    // What is written upon a bar of that colour.
    static let meaningGrounds = [
        ColourToken("on-data", 0xFFFFFF, 0x14171A),
        ColourToken("on-illness", 0x14171A, 0x14171A),
        ColourToken("on-excused", 0x14171A, 0x000000),
        ColourToken("on-unexcused", 0xFFFFFF, 0x14171A),
        ColourToken("on-high", 0xFFFFFF, 0x14171A),
        ColourToken("on-optimal", 0x14171A, 0x14171A),
        ColourToken("on-sufficient", 0x14171A, 0x14171A),
        ColourToken("on-insufficient", 0xFFFFFF, 0x14171A),
        ColourToken("on-other", 0x000000, 0x000000),
        ColourToken("on-ink", 0xFFFFFF, 0x14171A),
        ColourToken("on-accent", 0xFFFFFF, 0x14171A),
    ]

    /// Every pair of colours that meets on a page, with the contrast it needs.
    public static let pairs: [ColourPair] =
        ["ink", "quiet", "accent", "attention", "wrong", "good"].flatMap { text in
            ["paper", "sunken"].map { ColourPair(text, on: $0) }
        }
        + meaningTexts.map { ColourPair($0.name, on: "paper") }
        + meaningGrounds.map { ColourPair($0.name, on: String($0.name.dropFirst(3))) }
        + ["paper"].flatMap { front in ["ink", "wrong"].map { ColourPair(front, on: $0) } }
        + ["edge", "focus"].flatMap { front in
            ["paper", "sunken"].map { ColourPair(front, on: $0, 300) }
        }
        + ["data", "unexcused", "high", "insufficient", "other", "accent"].map {
            ColourPair($0, on: "paper", 300)
        }

    /// A token by its name.
    public static func token(_ name: String) -> ColourToken? {
        tokens.first { $0.name == name }
    }
}
