/// A Latvian personal code (personas kods).
///
/// Until 30 June 2017: birthday `DDMMYY`, a digit for the century (0 for 18.., 1 for 19.., 2 for 20..), three
/// serial digits and a check digit (classifier of the Population Register, Central Statistical Bureau). Since
/// then: `3`, a digit from 2 to 9, and nine digits at random (Fizisko personu reģistra likums), so that there is
/// nothing to check. Nothing that describes the value shows a digit; only `normal` does.
public struct PersonalCode: Hashable, Sendable {
    /// What the check digit says; no code is refused for it, registers hold codes that fail.
    public enum Check: Sendable {
        /// It agrees, or the code has none.
        case plausible
        /// It does not agree: a digit is probably mistyped.
        case checksumFails
    }

    private let digits: [UInt8]

    /// Reads a code with a hyphen, a dash, a blank or nothing after the sixth digit.
    ///
    /// A spreadsheet that took the code for a number has lost the zero at the front; it is put back where the
    /// check digit then agrees.
    public init(_ text: String) throws(PersonalCodeFault) {
        let parts = PersonalCode.parts(text)
        switch parts.count {
        case 0: throw .empty
        case 1 where parts[0].utf8.count == 11: try self.init(digits: parts[0], padded: false)
        case 1 where parts[0].utf8.count == 10: try self.init(digits: "0" + parts[0], padded: true)
        case 2: try self.init(parts[0], parts[1])
        default: throw .notACode
        }
    }

    /// Reads a code whose halves stand in two columns; zeros that a spreadsheet took are put back as above.
    public init(_ first: String, _ second: String) throws(PersonalCodeFault) {
        let halves = PersonalCode.parts(first) + PersonalCode.parts(second)
        guard !halves.isEmpty else { throw .empty }
        guard halves.count == 2, (5...6).contains(halves[0].utf8.count) else { throw .notACode }
        guard (1...5).contains(halves[1].utf8.count) else { throw .notACode }
        let tail = String(repeating: "0", count: 5 - halves[1].utf8.count) + halves[1]
        let head = halves[0].utf8.count == 5 ? "0" + halves[0] : halves[0]
        try self.init(digits: head + tail, padded: head != halves[0] || tail != halves[1])
    }

    private init(digits text: String, padded: Bool) throws(PersonalCodeFault) {
        digits = text.utf8.compactMap(Numeral.digit)
        guard digits.count == 11, text.utf8.count == 11 else { throw .notACode }
        if isNewStyle {
            guard !padded else { throw .notACode }
            return
        }
        guard digits[6] <= 2 else { throw .notACode }
        guard birthday != nil else { throw .impossibleDay }
        guard !padded || check == .plausible else { throw .notACode }
    }

    /// The one form that codes are compared and kept in: `NNNNNN-NNNNN`; personal data.
    public var normal: String {
        let text = digits.map { String($0) }.joined()
        return "\(text.prefix(6))-\(text.suffix(5))"
    }

    /// Whether the code is of the kind given since July 2017, which says nothing of its owner.
    public var isNewStyle: Bool { digits[0] == 3 && digits[1] >= 2 }

    /// The birthday that an old code tells; nil for a new one.
    public var birthday: Day? {
        guard !isNewStyle else { return nil }
        let pair = { (index: Int) in Int(digits[index]) * 10 + Int(digits[index + 1]) }
        return Day(1800 + Int(digits[6]) * 100 + pair(4), pair(2), pair(0))
    }

    /// Whether the check digit agrees: (1101 − Σ wᵢdᵢ) mod 11 mod 10, as known from public validators.
    public var check: Check {
        guard !isNewStyle else { return .plausible }
        let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
        return (1_101 - sum) % 11 % 10 == Int(digits[10]) ? .plausible : .checksumFails
    }

    private static func parts(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "-‐‑–—−".contains($0) }.map(String.init)
    }
}

extension PersonalCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same words for every code.
    public var description: String { "personas kods ••••••-•••••" }
    /// The same words for every code.
    public var debugDescription: String { description }
    /// Nothing inside: `dump` and interpolated structures show no digit.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
