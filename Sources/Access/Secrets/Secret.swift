internal import Crypto
internal import Pages

/// A secret that is given to one person once: a session, a one-time link.
///
/// Only its hash is kept.
package struct Secret: Hashable, Sendable, NotRenderable {
    /// The secret in letters that need no escaping in an address or a cookie.
    package let text: String

    /// A secret that came back from a person.
    package init(text: String) {
        self.text = text
    }

    /// A new secret of 256 random bits.
    package init() {
        text = Base64URL.text(SecureBytes.random(32))
    }

    /// What is kept of it: SHA-256 of the text.
    ///
    /// A plain hash is enough: nobody guesses 256 random bits, so there is nothing to slow down.
    package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the secret.
    package var description: String { "••••" }
    /// Never the secret.
    package var debugDescription: String { "••••" }
}

/// Bytes from the system's generator, and their comparison.
package enum SecureBytes {
    /// So many random bytes.
    package static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Whether two lists of bytes are equal, in a time that does not tell where they differ.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }
}
