/// Bytes in 64 letters, without padding, as RFC 4648 section 5 has them for addresses.
enum Base64URL {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    /// The bytes as text.
    static func text(_ bytes: [UInt8]) -> String {
        Bits.text(bytes, width: 6, letters)
    }

    /// The bytes of a text, or nil where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        Bits.bytes(Array(text.utf8), width: 6, letters)
    }
}

/// Bytes in 32 letters that people can type: RFC 4648 section 6, without padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The bytes as text.
    static func text(_ bytes: [UInt8]) -> String {
        Bits.text(bytes, width: 5, letters)
    }

    /// The bytes of a text, or nil where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        Bits.bytes(Array(text.uppercased().utf8), width: 5, letters)
    }
}

/// Bytes in sixteen letters.
enum Hexadecimal {
    /// Two small letters or digits a byte.
    static func text(_ bytes: [UInt8]) -> String {
        Bits.text(bytes, width: 4, Array("0123456789abcdef".utf8))
    }

    /// The bytes of a text, or nil where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.count % 2 == 0 else { return nil }
        return Bits.bytes(Array(text.lowercased().utf8), width: 4, Array("0123456789abcdef".utf8))
    }
}

/// Groups of bits as letters.
private enum Bits {
    static func text(_ bytes: [UInt8], width: Int, _ letters: [UInt8]) -> String {
        var out: [UInt8] = []
        var held = 0
        var count = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            count += 8
            while count >= width {
                count -= width
                out.append(letters[held >> count & (1 << width - 1)])
            }
            held &= 1 << count - 1
        }
        if count > 0 { out.append(letters[held << (width - count) & (1 << width - 1)]) }
        return String(decoding: out, as: UTF8.self)
    }

    static func bytes(_ text: [UInt8], width: Int, _ letters: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var held = 0
        var count = 0
        for letter in text {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            held = held << width | value
            count += width
            if count >= 8 {
                count -= 8
                out.append(UInt8(held >> count & 0xff))
            }
            held &= 1 << count - 1
        }
        // What is left over is less than a letter and zero, or the text was cut or made up.
        return count < width && held == 0 ? out : nil
    }
}
