import Kernel

/// A text file as rows of text: decoding, blank cells, the composed form of letters.
struct CSVTable {
    let content: Content
    let encoding: TextEncoding
    let separator: Separator
    let unguards: Bool
    let limits: TabularLimits

    /// Hands over the rows that hold something until `body` says false.
    func rows(_ body: (TableRow) throws -> Bool) throws {
        let head = try CSVHint(content, encoding)
        let upperHalf = encoding.upperHalf
        let reader = CSVBytes(
            try source(at: head.length),
            "",
            separator.byte,
            head.length,
            head.length == 0 ? 1 : 2,
            upperHalf == nil,
            limits
        )
        var record = ByteRecord()
        while try reader.next(into: &record) {
            var cells: [CellValue] = []
            cells.reserveCapacity(record.count)
            for index in 0..<record.count {
                guard let text = decode(record[index], upperHalf) else {
                    throw TabularFault(foreign(reader, &record, upperHalf))
                }
                cells.append(text.isEmpty ? .blank : .text(unguards ? CSVWriter.unguarded(text) : text))
            }
            let row = TableRow(line: record.line, cells: cells, width: record.count)
            if !row.cells.isEmpty, try !body(row) { return }
        }
    }

    /// The lines from a record on that hold bytes that the encoding does not know.
    private func foreign(
        _ reader: CSVBytes,
        _ record: inout ByteRecord,
        _ upperHalf: [Unicode.Scalar?]?
    ) -> ForeignLines {
        var found = ForeignLines()
        found.add(record.line)
        // What else is wrong further down is told once the encoding is right.
        while (try? reader.next(into: &record)) == true {
            let isForeign = (0..<record.count).contains { decode(record[$0], upperHalf) == nil }
            if isForeign { found.add(record.line) }
        }
        return found
    }

    private func source(at offset: Int) throws(TabularFault) -> any ByteSource {
        switch encoding {
        case .utf16LittleEndian: UTF16Bytes(try content.source(at: offset), littleEndian: true)
        case .utf16BigEndian: UTF16Bytes(try content.source(at: offset), littleEndian: false)
        default: try content.source(at: offset)
        }
    }

    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ upperHalf: [Unicode.Scalar?]?) -> String? {
        guard let upperHalf, bytes.contains(where: { $0 >= 0x80 }) else {
            return String(decoding: bytes, as: UTF8.self).composed
        }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            if byte < 0x80 {
                scalars.append(Unicode.Scalar(byte))
            } else {
                guard let scalar = upperHalf[Int(byte) - 0x80] else { return nil }
                scalars.append(scalar)
            }
        }
        return String(scalars).composed
    }
}

/// The line `sep=;` that some programs write first to tell a spreadsheet the separator.
struct CSVHint {
    /// The separator it names.
    let separator: Separator?
    /// Its bytes with the marks before it and the end of its line; 0 where there is none.
    let length: Int

    /// Looks for the line at the beginning of a file.
    init(_ content: Content, _ encoding: TextEncoding) throws(TabularFault) {
        let head = try content.prefix(16)
        let marks = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let line = head.dropFirst(marks).prefix { $0 != 10 && $0 != 13 }
        let next = head.dropFirst(marks + line.count)
        guard encoding != .utf16LittleEndian, encoding != .utf16BigEndian, line.count == 5,
            line.starts(with: Array("sep=".utf8)), let byte = line.last, !next.isEmpty
        else {
            separator = nil
            length = 0
            return
        }
        separator = Separator(byte: byte)
        length = marks + line.count + (next.starts(with: [13, 10]) ? 2 : 1)
    }
}
