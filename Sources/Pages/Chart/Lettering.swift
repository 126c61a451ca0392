/// How much room words take in a chart, whose letters are 13 units high.
///
/// The server has no fonts, so this is an estimate on the broad side: widths of Inter by groups of letters.
enum Lettering {
    /// From one line to the next.
    static let line = 16.0

    static func width(_ words: String) -> Double {
        words.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The words in lines no longer than the width, broken at spaces; a longer word has its own line.
    static func lines(_ words: String, within width: Double) -> [String] {
        var lines: [String] = []
        for word in words.split(separator: " ") {
            if let last = lines.last, self.width("\(last) \(word)") <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func width(_ letter: Unicode.Scalar) -> Double {
        switch letter {
        case "i", "l", "j", "I", "ī", "ļ", ".", ",", ":", ";", "|", "'", "!": 3.6
        case " ", "\u{a0}", "t", "f", "r", "(", ")", "-", "/", "ŗ": 4.5
        case "m", "w", "M", "W", "%", "—": 11.3
        case "A"..."Z", "Ā", "Č", "Ē", "Ģ", "Ķ", "Ļ", "Ņ", "Š", "Ū", "Ž": 8.9
        default: 7.3
        }
    }
}
