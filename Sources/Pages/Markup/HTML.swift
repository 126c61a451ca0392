/// A piece of a page.
///
/// It is written as a string literal, and everything interpolated into it is escaped by its type, so text of
/// people cannot become markup by mistake:
/// ```swift
/// let name = "<script>"
/// let item: HTML = "<li>\(name)</li>"  // <li>&lt;script&gt;</li>
/// let list: HTML = "<ul>\([item, item])</ul>"
/// ```
/// A type that is not listed in ``HTML/StringInterpolation`` does not compile: a `Double` is made into words
/// by `Kernel.Format` first, an optional is unwrapped first. Attribute values are always quoted.
///
/// The bytes are kept flat, so a piece that is spliced into another costs one copy.
public struct HTML: Hashable, Sendable {
    /// The piece as UTF-8.
    public internal(set) var bytes: [UInt8] = []

    /// Nothing.
    public init() {}

    /// Markup that stands in the program's own text: the only door for markup that is not escaped.
    public init(trusted markup: StaticString) {
        raw(markup)
    }

    /// Text of people, escaped.
    public init(text: String) {
        self.text(text)
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The piece as a string, for tests and for mail; pages send ``bytes``.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a piece to the end.
    public static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }

    /// Two pieces, one after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both += right
        return both
    }

    /// Adds markup of the program's own text.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup that stands in the program's own text.
    ///
    /// The literal is static, so a string made at run time cannot come in this way either.
    public init(stringLiteral markup: StaticString) {
        raw(markup)
    }

    /// Markup with values between, each escaped by its type.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.html
    }
}

extension HTML: CustomStringConvertible {
    /// The markup.
    public var description: String { string }
}
