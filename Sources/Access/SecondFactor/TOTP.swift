internal import Crypto
package import Kernel
internal import Pages

/// The secret shared with an authenticator, and the codes that follow from it (RFC 6238: SHA-1, 30 s, 6 digits).
package struct TOTP: Hashable, Sendable, NotRenderable {
    /// The secret; 20 random bytes where Sekme made it.
    package let secret: [UInt8]

    /// A shared secret.
    package init(secret: [UInt8]) {
        self.secret = secret
    }

    /// A new secret of 160 bits, as RFC 4226 recommends.
    package static func new() -> TOTP { TOTP(secret: SecureBytes.random(20)) }

    /// How many periods of 30 seconds have passed since 1970.
    package static func step(_ instant: Instant) -> Int { instant.milliseconds / 30_000 }

    /// The code of a period.
    package func code(step: Int, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let key = SymmetricKey(data: secret)
        let code = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let start = Int(code[19] & 0xf)
        let number = code[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
        let modulus = (0..<digits).reduce(1) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The period that a code belongs to, no farther than one from now and later than the last one used.
    ///
    /// A period that was used once counts no more, so that a code seen over the shoulder is worth nothing.
    package func accepts(_ code: String, at instant: Instant, after used: Int) -> Int? {
        let typed = Array(code.filter { !$0.isWhitespace }.utf8)
        let now = TOTP.step(instant)
        var found: Int?
        for step in (now - 1)...(now + 1) where SecureBytes.areEqual(typed, Array(self.code(step: step).utf8))
        {
            if step > used { found = found ?? step }
        }
        return found
    }

    /// The secret as people type it into an authenticator: groups of four letters.
    package var typed: String {
        let letters = Array(Base32.text(secret))
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
    }

    /// The address that a QR code holds for an authenticator.
    package func address(login: String, issuer: String = "Sekme") -> String {
        let label = Address.percent(issuer) + ":" + Address.percent(login)
        return "otpauth://totp/\(label)?secret=\(Base32.text(secret))&issuer=\(Address.percent(issuer))"
            + "&algorithm=SHA1&digits=6&period=30"
    }
}

extension TOTP: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the secret.
    package var description: String { "••••" }
    /// Never the secret.
    package var debugDescription: String { "••••" }
}

extension Address {
    /// One value with everything but letters, digits and `-._~` percent-encoded.
    fileprivate static func percent(_ text: String) -> String {
        let address: Address = "\(text)"
        return address.text
    }
}
