import Frame
import Kernel
import Tabular

/// A row of a file on one line, by which its letters can be judged on a terminal; it has no personal code.
package struct TellingLine: Sendable, Hashable {
    /// The line of the file.
    package let line: Int
    /// The cells one after the other.
    package let text: String

    /// Such a line is no longer than this.
    private static let longest = 100

    /// The rows of the first file that the page of its columns shows, read by a mapping.
    static func all(
        of files: [SourceFile],
        _ format: any ImportFormat.Type,
        _ mapping: Mapping
    ) -> [TellingLine] {
        guard let file = files.first, let heads = try? file.heads(mapping) else { return [] }
        let head = FileLook.head(heads, format, mapping)
        let codes = codes(head, format, mapping)
        return FileLook.telling(head, of: file).map { row in
            let cells = row.cells.enumerated().map { column, cell in
                codes.contains(column) && !cell.isBlank ? CodeMask.mark : CodeMask.hidden(cell.text)
            }
            let text = cells.filter { !$0.isEmpty }.joined(separator: " | ")
            let short = text.count > longest ? String(text.prefix(longest - 1)) + "…" : text
            return TellingLine(line: row.line, text: short)
        }
    }

    /// The columns that the mapping takes for personal codes, whatever stands in them.
    private static func codes(
        _ head: SheetHead?,
        _ format: any ImportFormat.Type,
        _ mapping: Mapping
    ) -> Set<Int> {
        guard let head, format.layout == .table else { return [] }
        let fields = MappingGuess(format.fields, mapping, head).fields
        return Set(fields.filter { $0.code == "personal_code" }.compactMap(\.column))
    }
}

/// Hides personal codes in texts that a terminal shows, where they stay in its history.
enum CodeMask {
    /// What stands for a code.
    static let mark = "•••"

    /// A text without what looks like a personal code: six digits and five, with a mark between or none, and a whole text that
    /// a code can be read from.
    static func hidden(_ text: String) -> String {
        if (try? PersonalCode(text)) != nil { return mark }
        let letters = Array(text)
        var (out, place) = ("", 0)
        while place < letters.count {
            let isInside = place > 0 && isDigit(letters[place - 1])
            if !isInside, let end = end(of: letters, at: place) {
                out += mark
                place = end
            } else {
                out.append(letters[place])
                place += 1
            }
        }
        return out
    }

    /// Where a code ends that begins at a place; nil where none does.
    private static func end(of letters: [Character], at start: Int) -> Int? {
        func areDigits(_ range: Range<Int>) -> Bool {
            range.upperBound <= letters.count && letters[range].allSatisfy(isDigit)
        }
        let middle = start + 6
        guard areDigits(start..<middle), middle < letters.count else { return nil }
        let rest = "-‐‑–—− \u{a0}".contains(letters[middle]) ? middle + 1 : middle
        let end = rest + 5
        guard areDigits(rest..<end) else { return nil }
        return end < letters.count && isDigit(letters[end]) ? nil : end
    }

    private static func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }
}
