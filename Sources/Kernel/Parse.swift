/// Strict reading of values that people and programs wrote: a text is read whole, exactly, or refused.
///
/// Blanks around the value are let be. Every function has a form for UTF-8 bytes, which allocates nothing and
/// is the one that imports use.
public enum Parse {
    /// What separates thousands, where anything does.
    public enum Grouping: Sendable {
        /// A space or a no-break space: `12 345,6`.
        case blank
        /// A point, the decimal sign being a comma: `12.345,6`. Only for a column declared so.
        case point
        /// A comma, the decimal sign being a point: `12,345.6`. Only for a column declared so.
        case comma
    }

    /// A whole number: an optional `-` or `−`, then digits; thousands may stand in groups of three.
    public static func integer(_ text: String) throws(ParseFault) -> Int {
        let bytes = Array(text.utf8)
        return try integer(bytes.span)
    }

    /// A whole number in UTF-8.
    public static func integer(_ bytes: Span<UInt8>) throws(ParseFault) -> Int {
        if let short = Numeral.short(bytes) { return short }
        return try Numeral(bytes, grouping: .blank, pointed: false).scaled(0)
    }

    /// A number with a decimal comma or point, in units of 10^-`decimals`: `8,12` is 812 with two decimals.
    ///
    /// More decimals are refused unless they are zeros. One sign alone is never taken to part thousands:
    /// `1.234` is one and a bit, and `1.234,5` is refused unless `grouping` says what the point is.
    public static func decimal(
        _ text: String,
        decimals: Int,
        grouping: Grouping = .blank
    ) throws(ParseFault) -> Int {
        let bytes = Array(text.utf8)
        return try decimal(bytes.span, decimals: decimals, grouping: grouping)
    }

    /// A number with decimals in UTF-8, in units of 10^-`decimals`.
    public static func decimal(
        _ bytes: Span<UInt8>,
        decimals: Int,
        grouping: Grouping = .blank
    ) throws(ParseFault) -> Int {
        try Numeral(bytes, grouping: grouping, pointed: true).scaled(decimals)
    }

    /// A per cent with or without its sign, in units of 10^-`decimals` of a per cent: `12,3 %` is 1230.
    public static func percent(_ text: String, decimals: Int = 2) throws(ParseFault) -> Int {
        let bytes = Array(text.utf8)
        return try percent(bytes.span, decimals: decimals)
    }

    /// A per cent in UTF-8, in units of 10^-`decimals` of a per cent.
    public static func percent(_ bytes: Span<UInt8>, decimals: Int = 2) throws(ParseFault) -> Int {
        let range = Blank.trimmed(bytes)
        guard let last = range.last, bytes[last] == UInt8(ascii: "%") else {
            return try decimal(bytes, decimals: decimals)
        }
        guard range.count > 1 else { throw .notANumber }
        return try decimal(bytes.extracting(range.dropLast()), decimals: decimals)
    }
}
