import Frame
import Kernel

/// A line, or one value of it, that was not taken over: what is wrong, where, and the line as it stood.
struct RejectedLine: Sendable, Hashable {
    /// Why a line is kept aside.
    enum Kind: Int, Sendable {
        /// It cannot be read, or contradicts another line.
        case rejected = 1
        /// It is about a person, class or institution that is not in the registers.
        case unmatched = 2
        /// It gave nothing, after something before was not found: most likely it is about the same.
        case idle = 3
        /// It is taken over, once a person has looked at it.
        case doubtful = 4
    }

    var kind: Kind
    var problem: Problem
    var source: SourcePlace
    /// The line as it stood, for mending; empty for sheets without headings.
    var cells: [String]
}

extension RejectedLine {
    /// The line as bytes to be sealed.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        let place = problem.place
        writer.put(place?.file ?? "")
        writer.put(place?.sheet ?? "")
        writer.put(place?.line ?? 0)
        writer.put(place?.column ?? "")
        for text in [problem.value, problem.message.lv, problem.message.en] { writer.put(text) }
        for text in [problem.advice.lv, problem.advice.en] { writer.put(text) }
        writer.put(cells.count)
        for cell in cells { writer.put(cell) }
        return writer.bytes
    }

    /// A line from its stored columns and opened bytes.
    init?(kind: Int, code: String, source: Int, _ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let kind = Kind(rawValue: kind), let file = reader.text(), let sheet = reader.text(),
            let line = reader.number(), let column = reader.text(), let value = reader.text(),
            let messageLv = reader.text(), let messageEn = reader.text(), let adviceLv = reader.text(),
            let adviceEn = reader.text(), let count = reader.number()
        else { return nil }
        var cells: [String] = []
        for _ in 0..<max(0, count) {
            guard let cell = reader.text() else { return nil }
            cells.append(cell)
        }
        let place = Place(
            file: file,
            sheet: sheet.isEmpty ? nil : sheet,
            line: line,
            column: column.isEmpty ? nil : column
        )
        let message = Text(lv: messageLv, en: messageEn)
        let advice = Text(lv: adviceLv, en: adviceEn)
        let problem = Problem(code, at: place, value: value, message, advice: advice)
        self.init(kind: kind, problem: problem, source: SourcePlace(packed: source), cells: cells)
    }
}
