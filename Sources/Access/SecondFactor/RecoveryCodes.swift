internal import Kernel

/// Codes that replace the authenticator once each: ten of fifty bits, shown once, kept as keyed hashes.
enum RecoveryCodes {
    static let count = 10

    /// New codes as they are shown: `ABCDE-FGHIJ`.
    static func new() -> [String] {
        (0..<count).map { _ in
            let letters = Base32.text(SecureBytes.random(7)).prefix(10)
            return "\(letters.prefix(5))-\(letters.suffix(5))"
        }
    }

    /// What a person typed, without dashes and blanks; nil where it cannot be a code.
    static func normal(_ typed: String) -> String? {
        let letters = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        return letters.count == 10 && letters.utf8.count == 10 ? letters : nil
    }
}
