import Kernel

/// A heading as it is shown and as it is compared.
public enum HeadingMatch {
    /// The heading without what a person does not see or mean: marks of byte order, soft hyphens, line breaks,
    /// no-break and repeated spaces.
    public static func clean(_ heading: String) -> String {
        let seen = String(heading.unicodeScalars.filter { !["\u{feff}", "\u{200b}", "\u{ad}"].contains($0) })
        return seen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The key by which headings of different files are the same: without marks, case and punctuation.
    public static func normal(_ heading: String) -> String {
        LatvianKey.search(heading)
    }
}
