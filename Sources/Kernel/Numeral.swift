/// A written number taken apart: sign, digits, and where the decimal sign stands.
struct Numeral {
    private var negative = false
    private var magnitude: UInt = 0
    /// Digits after the decimal sign that are already in `magnitude`; zeros at the end are held back.
    private var places = 0
    private var heldZeros = 0
    private var overflow = false

    /// Reads the whole of the bytes, or throws `.empty` or `.notANumber`.
    init(_ bytes: Span<UInt8>, grouping: Parse.Grouping, pointed: Bool) throws(ParseFault) {
        let range = Blank.trimmed(bytes)
        guard !range.isEmpty else { throw .empty }
        var at = range.lowerBound
        negative = Numeral.minus(bytes, &at)
        let end = range.upperBound
        try readWhole(bytes, &at, end, grouping)
        guard at < end else { return }
        guard pointed, Numeral.isPoint(bytes[at], grouping) else { throw .notANumber }
        at += 1
        try readDecimals(bytes, at, end)
    }

    /// The value in units of 10^-`decimals`; throws `.tooPrecise` or `.outOfRange`.
    func scaled(_ decimals: Int) throws(ParseFault) -> Int {
        guard places <= decimals else { throw .tooPrecise }
        guard let power = Exact.power(decimals - places), !overflow else { throw .outOfRange }
        let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: power.magnitude)
        guard !tooLarge, let value = Int(exactly: product) else { throw .outOfRange }
        return negative ? -value : value
    }

    private mutating func readWhole(
        _ bytes: Span<UInt8>,
        _ at: inout Int,
        _ end: Int,
        _ grouping: Parse.Grouping
    ) throws(ParseFault) {
        let first = readRun(bytes, &at, end)
        guard first > 0 else { throw .notANumber }
        while at < end {
            let length = Numeral.separator(bytes, at, grouping)
            if length == 0 { return }
            at += length
            guard first <= 3, readRun(bytes, &at, end) == 3 else { throw .notANumber }
        }
    }

    /// Reads digits and says how many there were.
    private mutating func readRun(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Int {
        let start = at
        while at < end, let digit = Numeral.digit(bytes[at]) {
            push(digit)
            at += 1
        }
        return at - start
    }

    private mutating func readDecimals(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int
    ) throws(ParseFault) {
        guard start < end else { throw .notANumber }
        for index in start..<end {
            guard let digit = Numeral.digit(bytes[index]) else { throw .notANumber }
            guard digit > 0 else {
                heldZeros += 1
                continue
            }
            for _ in 0..<heldZeros { push(0) }
            push(digit)
            places += heldZeros + 1
            heldZeros = 0
        }
    }

    private mutating func push(_ digit: UInt8) {
        let (tens, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carried) = tens.addingReportingOverflow(UInt(digit))
        magnitude = sum
        overflow = overflow || tooLarge || carried
    }

    /// The value of one to nine digits with nothing around them, which is what most cells of numbers hold.
    static func short(_ bytes: Span<UInt8>) -> Int? {
        guard bytes.count > 0, bytes.count < 10 else { return nil }
        var value = 0
        for index in bytes.indices {
            guard let digit = Numeral.digit(bytes[index]) else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// The value of an ASCII digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- 0x30
        return value < 10 ? value : nil
    }

    /// Steps over a hyphen-minus or U+2212, the only signs that are read.
    private static func minus(_ bytes: Span<UInt8>, _ at: inout Int) -> Bool {
        if bytes[at] == 0x2d {
            at += 1
            return true
        }
        guard at + 2 < bytes.count, bytes[at] == 0xe2, bytes[at + 1] == 0x88 else { return false }
        guard bytes[at + 2] == 0x92 else { return false }
        at += 3
        return true
    }

    private static func separator(_ bytes: Span<UInt8>, _ at: Int, _ grouping: Parse.Grouping) -> Int {
        switch grouping {
        case .blank: Blank.length(bytes, at: at)
        case .point: bytes[at] == 0x2e ? 1 : 0
        case .comma: bytes[at] == 0x2c ? 1 : 0
        }
    }

    private static func isPoint(_ byte: UInt8, _ grouping: Parse.Grouping) -> Bool {
        switch grouping {
        case .blank: byte == 0x2c || byte == 0x2e
        case .point: byte == 0x2c
        case .comma: byte == 0x2e
        }
    }
}
