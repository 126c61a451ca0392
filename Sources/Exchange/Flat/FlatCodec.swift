/// Rows of integers as few bytes: each column is kept as the distance from its least value, in 0 to 8 bytes.
enum FlatCodec {
    /// What one column is kept as.
    private struct Part {
        let least: Int64
        let size: Int
    }

    /// The bytes of some rows.
    static func encode(_ rows: FlatRows, _ range: Range<Int>) -> [UInt8] {
        withExtendedLifetime(rows) {
            encode(rows.base, rows.width, range.count) { range.lowerBound + $0 }
        }
    }

    /// The bytes of the rows at some places, in that order.
    static func encode(_ rows: FlatRows, _ places: ArraySlice<UInt32>) -> [UInt8] {
        withExtendedLifetime(rows) {
            places.withUnsafeBufferPointer { places in
                encode(rows.base, rows.width, places.count) { Int(places[$0]) }
            }
        }
    }

    /// The rows of some bytes, or nil where the bytes are not rows of that width; they may lack columns that their
    /// table got since.
    static func decode(_ bytes: [UInt8], width: Int, late: Range<Int> = 0..<0) -> FlatRows? {
        PackedRows(bytes, width: width, late: late).map { $0.rows(0..<$0.count) }
    }

    @inline(__always)
    private static func encode(
        _ base: UnsafePointer<Int64>,
        _ width: Int,
        _ count: Int,
        _ place: (Int) -> Int
    ) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: Part.self, capacity: width) { parts in
            var size = 4
            for column in 0..<width {
                let part = measure(base + column, width, count, place)
                parts.initializeElement(at: column, to: part)
                size += 9 + part.size * count
            }
            // Numbers are written eight bytes at a time, and the next one over what was too much.
            return [UInt8](unsafeUninitializedCapacity: size + 8) { space, filled in
                let out = UnsafeMutableRawBufferPointer(space)
                out.storeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian, as: UInt32.self)
                var at = 4
                for column in 0..<width {
                    let part = parts[column]
                    out.storeBytes(of: part.least.littleEndian, toByteOffset: at, as: Int64.self)
                    out[at + 8] = UInt8(part.size)
                    at += 9
                    guard part.size > 0 else { continue }
                    for row in 0..<count {
                        let distance = base[place(row) * width + column] &- part.least
                        out.storeBytes(of: distance.littleEndian, toByteOffset: at, as: Int64.self)
                        at += part.size
                    }
                }
                filled = size
            }
        }
    }

    /// The least value of a column and the bytes of the largest distance from it.
    @inline(__always)
    private static func measure(
        _ column: UnsafePointer<Int64>,
        _ width: Int,
        _ count: Int,
        _ place: (Int) -> Int
    ) -> Part {
        guard count > 0 else { return Part(least: 0, size: 0) }
        var least = Int64.max
        var most = Int64.min
        for row in 0..<count {
            let value = column[place(row) * width]
            least = min(least, value)
            most = max(most, value)
        }
        let distance = UInt64(bitPattern: most &- least)
        return Part(least: least, size: (64 - distance.leadingZeroBitCount + 7) / 8)
    }
}
