/// The last line of a table that says of the file itself who took it out, and when: it is no row of the table.
///
/// Files of Sekme carry it behind their rows, and reading passes it over.
public enum FileRemark {
    /// What such a line begins with: programs that know comments pass it over too.
    public static let sign = "# Sekme: "

    /// The line with some words.
    public static func line(_ words: String) -> String { sign + words }

    /// Whether a first cell makes its row such a line, where the row has no other.
    public static func isSign(_ text: String) -> Bool { text.hasPrefix(sign) }
}
