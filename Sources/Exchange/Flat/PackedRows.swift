/// What ``FlatCodec`` packed, to be unpacked a few rows at a time.
///
/// A merge holds a piece of every chunk: unpacked they are five times as large, and more than a processor has near.
struct PackedRows {
    /// Rows that are packed.
    let count: Int
    private let bytes: [UInt8]
    private let columns: [Column]

    /// Where a column begins, and how it is kept.
    private struct Column {
        let least: Int64
        let size: Int
        let start: Int
    }

    /// Nil where the bytes are not rows of that width.
    init?(_ bytes: [UInt8], width: Int) {
        var at = 0
        guard let count = PackedRows.take(4, bytes, &at).map({ Int($0) }), count <= Int(Int32.max) else {
            return nil
        }
        var columns: [Column] = []
        for _ in 0..<width {
            guard let least = PackedRows.take(8, bytes, &at),
                let size = PackedRows.take(1, bytes, &at).map({ Int($0) }),
                size <= 8, bytes.count - at >= size * count
            else { return nil }
            columns.append(Column(least: Int64(bitPattern: least), size: size, start: at))
            at += size * count
        }
        guard at == bytes.count else { return nil }
        self.count = count
        self.bytes = bytes
        self.columns = columns
    }

    /// Rows that may lack the last of some columns, as their table got those since: what they lack is 0.
    ///
    /// Nil where the bytes are not such rows.
    init?(_ bytes: [UInt8], width: Int, late: Range<Int>) {
        let found = (0...late.count).lazy.compactMap { missing in
            PackedRows(bytes, width: width - missing).map { (missing: missing, rows: $0) }
        }.first
        guard let found else { return nil }
        let zeros = Array(repeating: Column(least: 0, size: 0, start: 0), count: found.missing)
        let place = late.upperBound - found.missing
        count = found.rows.count
        self.bytes = bytes
        columns = Array(found.rows.columns.prefix(place)) + zeros + Array(found.rows.columns.dropFirst(place))
    }

    /// Some of the rows.
    func rows(_ range: Range<Int>) -> FlatRows {
        let rows = FlatRows(width: columns.count, count: range.count)
        bytes.withUnsafeBytes { bytes in
            for (index, column) in columns.enumerated() {
                PackedRows.fill(
                    rows,
                    index,
                    column,
                    bytes,
                    from: column.start + range.lowerBound * column.size
                )
            }
        }
        return rows
    }

    /// Fills a column: eight bytes are read at a time where there are so many.
    private static func fill(
        _ rows: FlatRows,
        _ index: Int,
        _ column: Column,
        _ bytes: UnsafeRawBufferPointer,
        from start: Int
    ) {
        let size = column.size
        let mask = size == 8 ? UInt64.max : UInt64(1) << UInt64(8 * size) - 1
        let (base, width) = (rows.base + index, rows.width)
        var at = start
        for row in 0..<rows.count {
            let distance =
                at + 8 <= bytes.count
                ? UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & mask
                : read(size, bytes, at)
            base[row * width] = column.least &+ Int64(bitPattern: distance)
            at += size
        }
    }

    private static func read(_ count: Int, _ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[at + index]) << UInt64(8 * index) }
        return value
    }

    private static func take(_ count: Int, _ bytes: [UInt8], _ at: inout Int) -> UInt64? {
        guard bytes.count - at >= count else { return nil }
        let start = at
        at += count
        return bytes.withUnsafeBytes { read(count, $0, start) }
    }
}
