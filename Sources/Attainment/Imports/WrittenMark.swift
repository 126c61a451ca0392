internal import Evidence
internal import Kernel

/// What one cell of a journal says: an absence, a mark, or both.
struct WrittenMark: Hashable {
    /// The text as it stands, without blanks at its ends.
    let text: String
    /// The part that counts as the mark: of `7|8`, an improved mark, the last.
    let mark: String?
    /// The absence that was noted.
    let absence: AbsenceKind?
    /// Whether the mark is noted as a test's: `8 (p.d.)`.
    let isTest: Bool

    /// Reads a cell; nil where it holds nothing but blanks.
    ///
    /// Where a cell stands for a period, nobody can be absent: there are no signs, and `n` is a text of the scale.
    init?(_ cell: String, signs: AbsenceSigns = .none) {
        text = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return nil }
        var mark: String?
        var absence: AbsenceKind?
        var isTest = false
        for part in text.split(separator: "|") {
            var word = WrittenMark.trimmed(part)
            for tail in ["(p.d.)", "(pd)"] where word.lowercased().hasSuffix(tail) {
                word = WrittenMark.trimmed(word.dropLast(tail.count))
                isTest = true
            }
            if word.isEmpty { continue }
            if let kind = signs.kind(word) {
                absence = kind
            } else {
                mark = word
            }
        }
        self.mark = mark
        self.absence = absence
        self.isTest = isTest
    }

    private static func trimmed(_ part: some StringProtocol) -> String {
        part.split(separator: " ").joined(separator: " ")
    }
}
