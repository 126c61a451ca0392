internal import Evidence
internal import Kernel

/// What one cell of a journal says: an absence, a mark, or both.
struct WrittenMark: Hashable {
    /// The text as it stands, without blanks at its ends.
    let text: String
    /// The part that counts as the mark: of `7|8`, an improved mark, the last.
    let mark: String?
    /// The absence that was noted.
    let absence: AbsenceToken?
    /// Whether the mark is noted as a test's: `8 (p.d.)`.
    let isTest: Bool

    /// Reads a cell; nil where it holds nothing but blanks.
    ///
    /// Where a cell stands for a period, nobody can be absent: `n` is then a text of the scale.
    init?(_ cell: String, readsAbsences: Bool) {
        text = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return nil }
        var mark: String?
        var absence: AbsenceToken?
        var isTest = false
        for part in text.split(separator: "|") {
            var word = WrittenMark.trimmed(part)
            for tail in ["(p.d.)", "(pd)"] where word.lowercased().hasSuffix(tail) {
                word = WrittenMark.trimmed(word.dropLast(tail.count))
                isTest = true
            }
            if word.isEmpty { continue }
            if readsAbsences, let token = AbsenceToken(word) {
                absence = token
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

/// How the e-klase notes an absence.
enum AbsenceToken: String {
    /// `n`: absent; the reason is not given.
    case absent = "n"
    /// `ns`: absent because of illness.
    case ill = "ns"
    /// `nc`: absent for another reason that excuses.
    case excused = "nc"

    /// Reads a token in small or capital letters.
    init?(_ text: String) {
        self.init(rawValue: text.lowercased())
    }

    /// The kind of absence.
    var kind: AbsenceKind {
        switch self {
        case .ill: .illness
        case .excused: .excused
        case .absent: .unstated
        }
    }
}
