/// What a colour in a picture stands for.
///
/// The same thing has the same colour on every page.
public enum Meaning: String, CaseIterable, Sendable {
    /// A figure without a meaning of its own.
    case data
    /// The one that the page speaks of.
    case accent
    /// What the one is compared with.
    case other
    /// A line across parts of several colours, which is none of them.
    case ink
    /// Absence because of illness.
    case illness
    /// Absence excused for another reason.
    case excused
    /// Absence without excuse.
    case unexcused
    /// The high level of attainment.
    case high
    /// The optimal level of attainment.
    case optimal
    /// The sufficient level of attainment.
    case sufficient
    /// The insufficient level of attainment.
    case insufficient

    /// The class that gives a shape its colour.
    var cssClass: String { "m-\(rawValue)" }

    /// The colour as an attribute of a shape, for readers of SVG that do not see the page's stylesheet.
    var hex: String { Palette.token(rawValue)?.light.hex ?? "#000000" }

    /// The colour of words about it, as an attribute.
    var textHex: String { Palette.token("\(rawValue)-text")?.light.hex ?? hex }

    /// The colour of words upon it, as an attribute.
    var groundHex: String { Palette.token("on-\(rawValue)")?.light.hex ?? "#000000" }
}
