/// Reads a text file with separators as bytes, without making a String: the way for files of many rows.
///
/// Quotes follow RFC 4180; a quote inside a field that does not begin with one is an ordinary character. Lines
/// end with LF, CR or CRLF. Empty lines are passed over. The bytes must be of an encoding whose first half is
/// ASCII; everything but UTF-16 is.
public final class CSVBytes {
    /// The position in the file behind the record that was read last: where reading can be taken up again.
    public var offset: Int { passed }
    /// The physical line at `offset`, from 1; belongs to it when reading is taken up again.
    public var line: Int { reached }

    // Nobody else sees these two, so that each record is read without checks of exclusive access to them.
    private var passed: Int
    private var reached: Int
    let name: String
    private let source: any ByteSource
    private let separator: UInt8
    private let checked: Bool
    private let limits: TabularLimits
    /// For each byte whether a field without quotes ends there.
    private let special: UnsafeMutablePointer<Bool>
    private var fields = FieldSlices()
    var buffer: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private var ended = false

    /// Opens a file, at its beginning or where an earlier reading had come to.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - separator: the byte between fields.
    ///   - offset: an `offset` that a reader of the same file gave.
    ///   - line: the `line` that belongs to the offset.
    ///   - checksUTF8: whether a record that is not UTF-8 is a fault.
    ///   - limits: how much a record may hold.
    /// - Throws: `TabularFault` where the file cannot be opened.
    public convenience init(
        path: String,
        separator: UInt8,
        offset: Int = 0,
        line: Int = 1,
        checksUTF8: Bool = true,
        limits: TabularLimits = TabularLimits()
    ) throws(TabularFault) {
        let source: PosixFile
        do throws(TabularFault) { source = try PosixFile(reading: path, at: offset) } catch {
            throw TabularFault(error.code, file: fileName(path))
        }
        self.init(source, fileName(path), separator, offset, line, checksUTF8, limits)
    }

    /// Reads bytes in memory.
    public convenience init(
        bytes: [UInt8],
        separator: UInt8,
        offset: Int = 0,
        line: Int = 1,
        checksUTF8: Bool = true,
        limits: TabularLimits = TabularLimits()
    ) {
        self.init(MemoryBytes(bytes, at: offset), "", separator, offset, line, checksUTF8, limits)
    }

    init(
        _ source: any ByteSource,
        _ name: String,
        _ separator: UInt8,
        _ offset: Int,
        _ line: Int,
        _ checksUTF8: Bool,
        _ limits: TabularLimits
    ) {
        self.source = source
        self.name = name
        self.separator = separator
        passed = offset
        reached = line
        checked = checksUTF8
        self.limits = limits
        let special = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
        special.initialize(repeating: false, count: 256)
        for byte in [0, 10, 13, Int(separator)] { special[byte] = true }
        self.special = special
        buffer = .allocate(capacity: 1 << 20)
    }

    deinit {
        buffer.deallocate()
        special.deallocate()
        fields.release()
    }

    /// Reads the next record into `record`; false at the end of the file.
    ///
    /// - Throws: `TabularFault` with the line: a bad quote, a zero byte, a row beyond the limits, bytes that are
    ///   not UTF-8. The reader cannot be used after that.
    public func next(into record: inout ByteRecord) throws(TabularFault) -> Bool {
        if offset == 0, start == 0, end == 0 { try skipMarks() }
        while true {
            fields.removeAll()
            record.count = 0
            var scan = CSVScan(line: line, at: start)
            switch scan.run(buffer.baseAddress, end, ended, separator, special, &fields) {
            case .more:
                if end - start > limits.row { throw overflow(scan) }
                try refill()
            case .end:
                return false
            case .blankLine:
                pass(scan)
            case .fault(let code):
                throw TabularFault(code, file: name, line: code == .badQuote ? scan.quoteLine : scan.line)
            case .record:
                try finish(scan, &record)
                return true
            }
        }
    }

    private func finish(_ scan: CSVScan, _ record: inout ByteRecord) throws(TabularFault) {
        guard scan.at - start <= limits.row + 2 else { throw overflow(scan) }
        guard fields.count <= limits.columns else {
            throw TabularFault(.tooManyColumns, file: name, line: line)
        }
        guard let base = buffer.baseAddress else { return }
        if checked, UTF8Check.firstFlaw(base, start, scan.at) != nil {
            throw TabularFault(foreignLines(), file: name)
        }
        for index in scan.doubled {
            fields.end(index, at: undouble(base, fields.base[index]))
        }
        record.line = line
        record.count = fields.count
        record.slices = UnsafePointer(fields.base)
        record.base = UnsafePointer(base)
        pass(scan)
    }

    private func pass(_ scan: CSVScan) {
        passed += scan.at - start
        start = scan.at
        reached = scan.line
    }

    /// The lines from here to the end of the file that are not UTF-8; there is nothing left to read after that.
    private func foreignLines() -> ForeignLines {
        var found = ForeignLines()
        var number = line
        while let base = buffer.baseAddress {
            var at = start
            while at < end, base[at] != 10, base[at] != 13 { at += 1 }
            // A CR that the buffer ends with may be the first half of the end of a line.
            if !ended, at + 1 >= end {
                guard end - start <= limits.row + 4 else { break }
                do throws(TabularFault) { try refill() } catch { break }
                continue
            }
            if UTF8Check.firstFlaw(base, start, at) != nil { found.add(number) }
            guard at < end else { break }
            start = at + (base[at] == 13 && at + 1 < end && base[at + 1] == 10 ? 2 : 1)
            number += 1
        }
        return found
    }

    private func overflow(_ scan: CSVScan) -> TabularFault {
        // A quote that is never closed swallows the rest of the file: the quote is what is wrong.
        scan.inQuotes
            ? TabularFault(.badQuote, file: name, line: scan.quoteLine)
            : TabularFault(.rowTooLarge, file: name, line: line)
    }

    /// Passes over byte order marks; some registers write two.
    private func skipMarks() throws(TabularFault) {
        while end < 6, !ended { try refill() }
        while end - start >= 3, buffer[start] == 0xEF, buffer[start + 1] == 0xBB, buffer[start + 2] == 0xBF {
            start += 3
            passed += 3
        }
    }

    private func refill() throws(TabularFault) {
        if start > 0, let base = buffer.baseAddress {
            base.update(from: base + start, count: end - start)
            end -= start
            start = 0
        }
        if end == buffer.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
            _ = larger.update(fromContentsOf: buffer[..<end])
            buffer.deallocate()
            buffer = larger
        }
        let space = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[end...]))
        let got: Int
        do throws(TabularFault) { got = try source.fill(space) } catch {
            throw TabularFault(error.code, file: name, line: line)
        }
        end += got
        ended = got == 0
    }
}

/// Writes doubled quotes of a field as single ones, in place; the new end of the field.
private func undouble(_ base: UnsafeMutablePointer<UInt8>, _ slice: FieldSlice) -> Int {
    var to = slice.start
    var from = slice.start
    while from < slice.end {
        base[to] = base[from]
        from += base[from] == UInt8(ascii: "\"") ? 2 : 1
        to += 1
    }
    return to
}
