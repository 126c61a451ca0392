/// A colour by its red, green and blue parts, 0 to 255, in sRGB.
public struct Colour: Hashable, Sendable {
    /// Red.
    public let red: UInt8
    /// Green.
    public let green: UInt8
    /// Blue.
    public let blue: UInt8

    /// A colour as stylesheets write it: `0x8C1D32`.
    public init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// The colour as a stylesheet writes it: `#8c1d32`.
    public var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// A colour by what it means, for a light and a dark page.
public struct ColourToken: Hashable, Sendable {
    /// The name it has in the stylesheet, without the two dashes.
    public let name: String
    /// On a light page and on paper.
    public let light: Colour
    /// On a dark page.
    public let dark: Colour

    init(_ name: String, _ light: UInt32, _ dark: UInt32) {
        self.name = name
        self.light = Colour(light)
        self.dark = Colour(dark)
    }
}

/// Two tokens that meet: what is read, and what it stands on.
public struct ColourPair: Hashable, Sendable {
    /// What is read or seen.
    public let front: String
    /// What it stands on.
    public let ground: String
    /// The least contrast, in hundredths: 450 for text (WCAG 2.2, 1.4.3), 300 for shapes and edges (1.4.11).
    public let least: Int

    init(_ front: String, on ground: String, _ least: Int = 450) {
        self.front = front
        self.ground = ground
        self.least = least
    }
}
