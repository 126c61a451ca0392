/// Rows of integers as few bytes: each column is kept as the distance from its least value, in 0 to 8 bytes.
enum FlatCodec {
    /// The bytes of some rows.
    static func encode(_ rows: FlatRows, _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count * rows.width * 3)
        put(UInt64(range.count), 4, &out)
        for column in 0..<rows.width {
            var least = Int64.max
            var most = Int64.min
            for row in range {
                let value = rows[row][column]
                least = min(least, value)
                most = max(most, value)
            }
            if range.isEmpty { (least, most) = (0, 0) }
            let bytes = width(UInt64(bitPattern: most &- least))
            put(UInt64(bitPattern: least), 8, &out)
            out.append(UInt8(bytes))
            for row in range { put(UInt64(bitPattern: rows[row][column] &- least), bytes, &out) }
        }
        return out
    }

    /// The rows of some bytes, or nil where the bytes are not rows of that width.
    static func decode(_ bytes: [UInt8], width: Int) -> FlatRows? {
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            guard let count = take(4, bytes, &at), count <= UInt64(Int32.max) else { return nil }
            let rows = FlatRows(width: width, capacity: Int(count))
            for _ in 0..<Int(count) { _ = rows.grow() }
            for column in 0..<width {
                guard let least = take(8, bytes, &at), let size = take(1, bytes, &at), size <= 8,
                    bytes.count - at >= Int(size) * Int(count)
                else { return nil }
                for row in 0..<Int(count) {
                    let distance = read(Int(size), bytes, at + row * Int(size))
                    rows[row][column] = Int64(bitPattern: least) &+ Int64(bitPattern: distance)
                }
                at += Int(size) * Int(count)
            }
            return at == bytes.count ? rows : nil
        }
    }

    private static func width(_ distance: UInt64) -> Int {
        (64 - distance.leadingZeroBitCount + 7) / 8
    }

    @inline(__always)
    private static func put(_ value: UInt64, _ count: Int, _ out: inout [UInt8]) {
        for index in 0..<count { out.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }

    @inline(__always)
    private static func read(_ count: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[at + index]) << (8 * UInt64(index)) }
        return value
    }

    private static func take(_ count: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64? {
        guard bytes.count - at >= count else { return nil }
        defer { at += count }
        return read(count, bytes, at)
    }
}
