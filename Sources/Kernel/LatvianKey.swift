/// Keys by which names are sorted and found, stored beside them.
///
/// Foundation's comparison is not an order for Latvian on Linux, and the databases disagree with each other;
/// bytes that are compared as bytes give one order everywhere.
public enum LatvianKey {
    /// The key whose order, byte by byte, is the Latvian alphabetical order; capitals equal small letters.
    ///
    /// Two levels, as ICU's `lv` collation at secondary strength: first a b c č d … z ž, with ā, ē, ī, ō, ū and
    /// y beside their vowels; then, between words that are alike so far, the plain letter before the long one
    /// before y. Spaces come before punctuation, digits and letters. Foreign Latin letters stand with their base
    /// letter, after it (ä with a, ł with l, ß with ss); other alphabets follow ž by code point.
    public static func sort(_ text: String) -> [UInt8] {
        var writer = KeyWriter(natural: false)
        return writer.key(of: text)
    }

    /// The text by which a name is found whether or not its marks were typed: "Bērziņš" gives "berzins".
    ///
    /// Small letters without marks; everything that is no letter or digit becomes one space, and none at the ends.
    public static func search(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var gap = false
        for scalar in text.unicodeScalars where !scalar.isMark && !scalar.isIgnored {
            for letter in SearchFold.letters(scalar) {
                if gap, !out.isEmpty { out.append(" ") }
                gap = false
                out.append(letter)
            }
            gap = gap || !SearchFold.isWord(scalar)
        }
        return String(out)
    }
}

/// Keys for short labels with numbers in them: classes, rooms, numbered sections.
public enum NaturalKey {
    /// The key as of `LatvianKey.sort`, but a run of digits counts as the number it writes: 9.b before 10.a.
    public static func sort(_ text: String) -> [UInt8] {
        var writer = KeyWriter(natural: true)
        return writer.key(of: text)
    }
}

extension Unicode.Scalar {
    /// A character that nobody sees: soft hyphen, byte order mark, joiners, controls that are no blank.
    var isIgnored: Bool {
        // Nearly every letter is here; a look into the tables of Unicode costs more than all the rest.
        if (0x20..<0x7f).contains(value) { return false }
        return switch properties.generalCategory {
        case .format: true
        case .control: !properties.isWhitespace
        default: false
        }
    }
}
