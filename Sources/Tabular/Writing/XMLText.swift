/// Text as it may stand in XML.
enum XMLText {
    /// For element content and attributes; characters that XML cannot hold are left out.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: needsCare) else { return text }
        return text.unicodeScalars.reduce(into: "") { out, scalar in
            out += entity(scalar) ?? (isAllowed(scalar) ? String(scalar) : "")
        }
    }

    /// For cells of a workbook, which have a way of their own to hold any character: `_x000D_`.
    static func cell(_ text: String) -> String {
        guard text.utf8.contains(where: { needsCare($0) || $0 == UInt8(ascii: "_") }) else { return text }
        let safe = text.split(separator: "_x", omittingEmptySubsequences: false).joined(separator: "_x005F_x")
        return safe.unicodeScalars.reduce(into: "") { out, scalar in
            if scalar != "\n", scalar != "\t", scalar.value < 0x20 || !isAllowed(scalar) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                out += "_x" + String(repeating: "0", count: 4 - hex.utf8.count) + hex + "_"
            } else {
                out += entity(scalar) ?? String(scalar)
            }
        }
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        // 0xEF begins the two characters above the surrogates that XML cannot hold.
        byte < 0x20 || byte == 0xEF || byte == 38 || byte == 60 || byte == 62 || byte == 34
    }

    private static func entity(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: nil
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20
            ? scalar.value != 0xFFFE && scalar.value != 0xFFFF
            : scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
}
