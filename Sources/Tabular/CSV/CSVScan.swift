/// One pass over the bytes of one record.
///
/// It starts anew when the buffer ends before the record does.
struct CSVScan {
    /// What the pass came to.
    enum Outcome {
        /// A record with fields.
        case record
        /// A line without a byte.
        case blankLine
        /// No bytes are left.
        case end
        /// The buffer ends before the record.
        case more
        /// The record is flawed.
        case fault(TabularFault.Code)
    }

    /// Where the pass stands: behind the record when it is complete.
    private(set) var at: Int
    /// The physical line there.
    private(set) var line: Int
    /// The line of the last opening quote.
    private(set) var quoteLine: Int
    /// Whether the pass stands inside quotes.
    private(set) var inQuotes = false
    /// The fields that hold doubled quotes.
    private(set) var doubled: [Int] = []

    init(line: Int, at start: Int) {
        self.line = line
        at = start
        quoteLine = line
    }

    @inline(__always)
    mutating func run(
        _ base: UnsafeMutablePointer<UInt8>?,
        _ end: Int,
        _ ended: Bool,
        _ separator: UInt8,
        _ special: UnsafePointer<Bool>,
        _ slices: inout FieldSlices
    ) -> Outcome {
        guard let base else { return .end }
        if at == end { return ended ? .end : .more }
        var position = at
        while true {
            let from = position
            if position < end, base[position] == UInt8(ascii: "\"") {
                at = position
                if let outcome = quoted(base, end, ended, slices.count) { return outcome }
                position = at
                slices.append(from + 1, position - 1)
                if position < end, !special[Int(base[position])] { return .fault(.badQuote) }
            } else {
                while position < end, !special[Int(base[position])] { position += 1 }
                slices.append(from, position)
            }
            if position < end, base[position] == separator {
                position += 1
                continue
            }
            at = position
            return lineEnd(base, end, ended, blank: slices.count == 1 && from == position)
        }
    }

    /// Passes over a quoted field, from its opening quote to behind its closing one.
    private mutating func quoted(
        _ base: UnsafeMutablePointer<UInt8>,
        _ end: Int,
        _ ended: Bool,
        _ field: Int
    ) -> Outcome? {
        inQuotes = true
        quoteLine = line
        at += 1
        while at < end {
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                if at + 1 == end, !ended { return .more }
                guard at + 1 < end, base[at + 1] == byte else {
                    at += 1
                    inQuotes = false
                    return nil
                }
                if doubled.last != field { doubled.append(field) }
                at += 1
            } else if byte == 10 {
                line += 1
            } else if byte == 13 {
                if at + 1 == end, !ended { return .more }
                if at + 1 == end || base[at + 1] != 10 { line += 1 }
            } else if byte == 0 {
                return .fault(.nulByte)
            }
            at += 1
        }
        return ended ? .fault(.badQuote) : .more
    }

    /// Passes over the end of the line, or of the file.
    private mutating func lineEnd(
        _ base: UnsafeMutablePointer<UInt8>,
        _ end: Int,
        _ ended: Bool,
        blank: Bool
    ) -> Outcome {
        guard at < end else { return ended ? .record : .more }
        if base[at] == 0 { return .fault(.nulByte) }
        if base[at] == 13 {
            if at + 1 == end, !ended { return .more }
            if at + 1 < end, base[at + 1] == 10 { at += 1 }
        }
        at += 1
        line += 1
        return blank ? .blankLine : .record
    }
}
