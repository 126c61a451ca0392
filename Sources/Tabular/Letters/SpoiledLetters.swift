import Kernel

/// Letters that went through a wrong encoding on their way into a file.
///
/// What they were is told by bytes, not guessed: the text is written in the encoding it was wrongly read in, and read
/// in the right one.
public enum SpoiledLetters: String, Sendable, CaseIterable {
    /// UTF-8 read as Windows-1252 or Windows-1257, two signs for each letter with a mark: "BÄ“rziÅ†Å¡".
    case unicode
    /// Windows-1257 read as Windows-1252, a wrong letter for each: "Bçrziòð".
    case baltic

    /// The text as it was meant; nil where its letters are not spoiled so.
    public func mended(_ text: String) -> String? {
        // All that is spoiled holds a letter of Latin-1, which begins with this byte.
        guard text.utf8.contains(0xC3) else { return nil }
        switch self {
        case .unicode:
            guard SpoiledLetters.hasPair(text) else { return nil }
            // Some signs are other bytes in either code page: the one that gives letters people write here is right.
            let readings = [SpoiledLetters.bytes1252, SpoiledLetters.bytes1257].compactMap {
                SpoiledLetters.decoded(text, $0)
            }
            return readings.first { CodePageGuess.isUsual($0) } ?? readings.first
        case .baltic: return SpoiledLetters.readAsBaltic(text)
        }
    }

    /// How letters of some texts seem to be spoiled; nil where they are as they should be.
    public static func found(in texts: some Sequence<String>) -> SpoiledLetters? {
        var count = SpoiledCount()
        for text in texts {
            let bytes = Array(text.utf8)
            count.begin()
            bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                var at = UTF8Check.skipASCII(base, 0, buffer.count)
                while at < buffer.count {
                    let length = UTF8Check.length(base, at, buffer.count)
                    if length > 0 { count.take(base[at], base[at + 1], at, length) }
                    at = UTF8Check.skipASCII(base, at + max(1, length), buffer.count)
                }
            }
        }
        return count.kind
    }

    /// A row with its texts as they were meant.
    func mended(_ row: TableRow) -> TableRow {
        let cells = row.cells.map { cell -> CellValue in
            guard case .text(let text) = cell, let mended = mended(text) else { return cell }
            return .text(mended)
        }
        return TableRow(line: row.line, sheet: row.sheet, cells: cells, width: row.width)
    }

    /// Whether an "Ä" or "Å" has something other than a letter of ASCII right behind it.
    private static func hasPair(_ text: String) -> Bool {
        var isLead = false
        for scalar in text.unicodeScalars {
            if isLead, !scalar.isASCII { return true }
            isLead = scalar == "Ä" || scalar == "Å"
        }
        return false
    }

    private static func decoded(_ text: String, _ bytes: [Unicode.Scalar: UInt8]) -> String? {
        var encoded: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                encoded.append(UInt8(scalar.value))
            } else {
                guard let byte = bytes[scalar] else { return nil }
                encoded.append(byte)
            }
        }
        guard let decoded = String(validating: encoded, as: UTF8.self) else { return nil }
        return decoded.unicodeScalars.contains { (0x80...0x9F).contains($0.value) } ? nil : decoded.composed
    }

    private static func readAsBaltic(_ text: String) -> String? {
        guard let table = TextEncoding.windows1257.upperHalf else { return nil }
        var meant = String.UnicodeScalarView()
        var isChanged = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                meant.append(scalar)
                continue
            }
            guard let byte = bytes1252[scalar], let other = table[Int(byte) - 0x80] else { return nil }
            guard other == scalar || CodePageGuess.latvian[other] != nil else { return nil }
            isChanged = isChanged || other != scalar
            meant.append(other)
        }
        return isChanged ? String(meant).composed : nil
    }

    private static let bytes1252 = bytes(.windows1252)
    private static let bytes1257 = bytes(.windows1257)

    /// The bytes of the characters of a code page; what it has no character for is read as the control of the number.
    private static func bytes(_ encoding: TextEncoding) -> [Unicode.Scalar: UInt8] {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF { bytes[Unicode.Scalar(byte)] = byte }
        for (offset, scalar) in (encoding.upperHalf ?? []).enumerated() {
            if let scalar { bytes[scalar] = UInt8(0x80 + offset) }
        }
        return bytes
    }
}
