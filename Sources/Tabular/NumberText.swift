/// Numbers of spreadsheets as exact decimal text.
enum NumberText {
    /// The shortest decimal text of a stored number: "7.0" is "7", "7.0999999999999996" is "7.1".
    ///
    /// Spreadsheets keep binary numbers and write up to 17 digits, but take and show 15: what a person typed is
    /// the shortest text with no more. Whole numbers keep all digits they are stored with. Nil for what is no
    /// number.
    static func shortest(_ stored: String) -> String? {
        let text = trimmed(stored)
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        if !digits.isEmpty, digits.utf8.allSatisfy(isDigit) { return whole(digits, text.hasPrefix("-")) }
        guard digits.utf8.allSatisfy({ isDigit($0) || ".eE+-".utf8.contains($0) }), let number = Double(text),
            number.isFinite
        else { return nil }
        return plain(number.description)
    }

    /// The same for what most cells hold: a decimal without exponent whose digits all count as they stand.
    ///
    /// A text of at most 15 digits is the shortest one for its number, but for zeros at its ends.
    static func short(_ stored: [UInt8]) -> String? {
        guard stored.count <= 15, !stored.isEmpty else { return nil }
        if stored.count > 1, stored[0] == 0x30, stored[1] != UInt8(ascii: ".") { return nil }
        var point: Int?
        for (index, byte) in stored.enumerated() where !isDigit(byte) {
            guard byte == UInt8(ascii: "."), point == nil, index > 0 else { return nil }
            point = index
        }
        guard let point else { return String(decoding: stored, as: UTF8.self) }
        let end = stored.lastIndex { $0 != 0x30 } ?? point
        return String(decoding: stored[...(end == point ? end - 1 : end)], as: UTF8.self)
    }

    /// The decimal text shifted by two places: "0.7456" is "74.56".
    static func percent(_ text: String) -> String {
        let negative = text.hasPrefix("-")
        let parts = (negative ? text.dropFirst() : text[...]).split(
            separator: ".",
            omittingEmptySubsequences: false
        )
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let padded = fraction + String(repeating: "0", count: max(0, 2 - fraction.utf8.count))
        let whole = (parts.first.map(String.init) ?? "") + padded.prefix(2)
        return joined(whole, String(padded.dropFirst(2)), negative)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8.drop { $0 <= 0x20 }
        return String(decoding: bytes.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
    }

    private static func whole(_ digits: Substring, _ negative: Bool) -> String {
        joined(String(digits), "", negative)
    }

    /// A number's description without its exponent.
    private static func plain(_ description: String) -> String {
        let negative = description.hasPrefix("-")
        let halves = (negative ? description.dropFirst() : description[...]).split(separator: "e")
        let exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
        let parts = (halves.first ?? "0").split(separator: ".")
        var whole = parts.first.map(String.init) ?? "0"
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        if exponent > 0 {
            let padded = fraction + String(repeating: "0", count: max(0, exponent - fraction.utf8.count))
            whole += padded.prefix(exponent)
            fraction = String(padded.dropFirst(exponent))
        } else if exponent < 0 {
            fraction = String(repeating: "0", count: -exponent - whole.utf8.count) + whole + fraction
            whole = "0"
        }
        (whole, fraction) = rounded(whole, fraction)
        return joined(whole, fraction, negative)
    }

    /// The number with at most 15 digits that count, as spreadsheets show it; a whole part is never cut.
    private static func rounded(_ whole: String, _ fraction: String) -> (whole: String, fraction: String) {
        var digits = Array((whole + fraction).utf8)
        let counting = digits.drop { $0 == 0x30 }.count
        let surplus = min(counting - 15, fraction.utf8.count)
        guard surplus > 0 else { return (whole, fraction) }
        let up = digits[digits.count - surplus] >= 0x35
        digits.removeLast(surplus)
        digits.insert(0x30, at: 0)
        var at = digits.count - 1
        while up, digits[at] == 0x39 {
            digits[at] = 0x30
            at -= 1
        }
        if up { digits[at] += 1 }
        let split = digits.count - (fraction.utf8.count - surplus)
        return (
            String(decoding: digits[..<split], as: UTF8.self),
            String(decoding: digits[split...], as: UTF8.self)
        )
    }

    private static func joined(_ whole: String, _ fraction: String, _ negative: Bool) -> String {
        var bytes = Array(whole.utf8.drop { $0 == 0x30 })
        if bytes.isEmpty { bytes = [0x30] }
        var tail = Array(fraction.utf8)
        while tail.last == 0x30 { tail.removeLast() }
        if !tail.isEmpty { bytes += [UInt8(ascii: ".")] + tail }
        let text = String(decoding: bytes, as: UTF8.self)
        return negative && text != "0" ? "-" + text : text
    }
}
