/// PostgreSQL's exact number in its binary form: what `sum` of a BIGINT column gives.
///
/// Four 16-bit words (number of digits, weight of the first, sign, decimals shown), then the digits to the base
/// 10 000 (`numeric_send` in `numeric.c`).
enum PGNumeric {
    /// The number, or nil where it is not whole or does not fit into 64 bits.
    static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard let count = word(bytes, 0), let weight = word(bytes, 1), let sign = word(bytes, 2) else {
            return nil
        }
        guard sign == 0 || sign == 0x4000 else { return nil }
        let first = Int(Int16(bitPattern: weight))
        guard first < 5 else { return nil }
        var total: Int64 = 0
        for place in 0..<max(Int(count), first + 1) {
            guard let digit = place < Int(count) ? word(bytes, 4 + place) : 0 else { return nil }
            guard place <= first else {
                if digit != 0 { return nil }
                continue
            }
            // Built on the negative side, which reaches one further than the positive one.
            let (shifted, tooLarge) = total.multipliedReportingOverflow(by: 10_000)
            let (sum, overflow) = shifted.subtractingReportingOverflow(Int64(digit))
            guard !tooLarge, !overflow else { return nil }
            total = sum
        }
        if sign == 0x4000 { return total }
        return total == .min ? nil : -total
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt16? {
        let start = index * 2
        guard start + 2 <= bytes.count else { return nil }
        return UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
    }
}
