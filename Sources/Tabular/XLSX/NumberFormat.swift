/// What a number format makes of a number, as far as it changes what the number is.
enum NumberFormat: Sendable {
    case plain
    case date
    case time
    case elapsed
    case percent

    /// A format by its built-in number (ISO/IEC 29500-1, section 18.8.30).
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10: .percent
            case 14...17, 22: .date
            case 18...21, 45, 47: .time
            case 46: .elapsed
            default: .plain
            }
    }

    /// A format by its code: the letters of dates outside quotes, brackets and escapes decide.
    init(code: String) {
        let bare = NumberFormat.bare(code)
        let letters = Set(bare.letters)
        if bare.elapsed {
            self = .elapsed
        } else if !letters.isDisjoint(with: ["d", "y"]) {
            self = .date
        } else if !letters.isDisjoint(with: ["h", "s"]) {
            self = .time
        } else if letters.contains("m") {
            self = .date
        } else {
            self = letters.contains("%") ? .percent : .plain
        }
    }

    /// The code's first section without what is only shown.
    private static func bare(_ code: String) -> (letters: String, elapsed: Bool) {
        var letters = ""
        var elapsed = false
        var rest = code.lowercased().unicodeScalars.makeIterator()
        while let scalar = rest.next(), scalar != ";" {
            switch scalar {
            case "\"": while let inner = rest.next(), inner != "\"" {}
            case "\\", "_", "*": _ = rest.next()
            case "[":
                var inside = ""
                while let inner = rest.next(), inner != "]" { inside.unicodeScalars.append(inner) }
                elapsed = elapsed || ["h", "hh", "m", "mm", "s", "ss"].contains(inside)
            default: letters.unicodeScalars.append(scalar)
            }
        }
        // "General" and the marks of half days hold letters of dates too.
        for word in ["general", "am/pm", "a/p"] { letters = removing(word, from: letters) }
        return (letters, elapsed)
    }

    private static func removing(_ word: String, from text: String) -> String {
        guard let found = text.firstRange(of: word) else { return text }
        return String(text[..<found.lowerBound] + text[found.upperBound...])
    }
}

/// The number formats of a workbook's cell styles.
final class CellStyles: XMLHandler {
    private var custom: [Int: NumberFormat] = [:]
    private var styles: [NumberFormat] = []
    private var inCellStyles = false
    let isDone = false

    /// Reads the part of the styles; without one all cells are plain.
    init(_ part: String?, of archive: ZipArchive) throws {
        if let part { try XMLStream.read(part, of: archive, into: self) }
    }

    /// The format of a style by its number.
    subscript(style: Int) -> NumberFormat {
        styles.indices.contains(style) ? styles[style] : .plain
    }

    func start(_ tag: XMLTag) {
        switch tag.name {
        case "numFmt":
            if let id = tag.number("numFmtId"), let code = tag["formatCode"] {
                custom[id] = NumberFormat(code: code)
            }
        case "cellXfs": inCellStyles = true
        case "xf":
            guard inCellStyles else { return }
            let id = tag.number("numFmtId") ?? 0
            styles.append(custom[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { inCellStyles = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
