import Kernel
import Testing

@testable import Access

struct SecondFactorTests {
    /// RFC 6238, appendix B: the codes of eight digits with SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ]
    )
    func `codes are those of the standard`(seconds: Int, expected: String) {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let step = TOTP.step(Instant(milliseconds: seconds * 1_000))
        #expect(totp.code(step: step, digits: 8) == expected)
        #expect(totp.code(step: step) == expected.suffix(6))
    }

    @Test func `a code counts one period early or late, and no more`() {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let now = Instant(milliseconds: 1_111_111_109_000)
        let step = TOTP.step(now)
        #expect(totp.accepts(totp.code(step: step - 1), at: now, after: 0) == step - 1)
        #expect(totp.accepts(totp.code(step: step + 1), at: now, after: 0) == step + 1)
        #expect(totp.accepts(totp.code(step: step - 2), at: now, after: 0) == nil)
        #expect(totp.accepts(totp.code(step: step + 2), at: now, after: 0) == nil)
        #expect(totp.accepts("", at: now, after: 0) == nil)
    }

    @Test func `a code counts once`() {
        let totp = TOTP(secret: Array("12345678901234567890".utf8))
        let now = Instant(milliseconds: 1_111_111_109_000)
        let step = TOTP.step(now)
        let code = totp.code(step: step)
        #expect(totp.accepts(code, at: now, after: step - 1) == step)
        #expect(totp.accepts(code, at: now, after: step) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func `the secret is written in 32 letters`(plain: String, letters: String) {
        #expect(Base32.text(Array(plain.utf8)) == letters)
        #expect(Base32.bytes(letters) == Array(plain.utf8))
    }

    @Test func `the address for authenticators escapes what it carries`() {
        let totp = TOTP(secret: Array("foobar".utf8))
        let address = totp.address(login: "anna@skola.lv", issuer: "Sekme & Co")
        #expect(
            address
                == "otpauth://totp/Sekme%20%26%20Co:anna%40skola.lv?secret=MZXW6YTBOI&issuer=Sekme%20%26%20Co"
                + "&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test func `a QR code has its three corners and a path of its dark modules`() throws {
        let code = try #require(QRCode("otpauth://totp/Sekme:anna?secret=MZXW6YTBOI"))
        for (row, column) in [(0, 0), (0, code.width - 7), (code.width - 7, 0)] {
            // A finder: a dark ring, a light ring, a dark heart of three by three.
            for offset in 0..<7 {
                #expect(code.isDark(row: row, column: column + offset))
                #expect(code.isDark(row: row + 6, column: column + offset))
            }
            #expect(!code.isDark(row: row + 1, column: column + 1))
            #expect(code.isDark(row: row + 3, column: column + 3))
        }
        let dark = (0..<code.width).reduce(0) { sum, row in
            sum + (0..<code.width).count { code.isDark(row: row, column: $0) }
        }
        let drawn = code.path.split(separator: "M").reduce(0) { sum, run in
            let width = run.split(separator: "h").dropFirst().first?.prefix(while: \.isNumber) ?? "0"
            return sum + (Int(width) ?? 0)
        }
        #expect(drawn == dark)
        #expect(code.path.hasPrefix("M0 0h7v1h-7z"))
    }

    @Test func `recovery codes are ten different ones that people can type back`() {
        let codes = RecoveryCodes.new()
        #expect(Set(codes).count == 10)
        for code in codes {
            let letters = code.filter { $0 != "-" }
            #expect(RecoveryCodes.normal(code.lowercased()) == letters)
            #expect(RecoveryCodes.normal(letters.prefix(5) + " " + letters.suffix(5)) == letters)
        }
        #expect(RecoveryCodes.normal("123456") == nil)
    }
}
