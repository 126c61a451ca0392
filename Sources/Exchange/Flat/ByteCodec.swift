import Storage

/// Writes numbers, texts and values one after the other into bytes that are to be sealed.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
        // Seven bits a byte, the sign folded into the lowest bit: ids and lengths are small.
        var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(_ text: String) {
        put(Array(text.utf8))
    }

    mutating func put(_ blob: [UInt8]) {
        put(blob.count)
        bytes += blob
    }

    mutating func put(_ value: Value) {
        switch value {
        case .null: put(0)
        case .integer(let number):
            put(1)
            put(Int(number))
        case .text(let text):
            put(2)
            put(text)
        case .blob(let blob):
            put(3)
            put(blob)
        }
    }
}

/// Reads what ``ByteWriter`` wrote.
///
/// Bytes that end early give nil from there on.
struct ByteReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at >= bytes.count }

    mutating func number() -> Int? {
        var out: UInt64 = 0
        var shift: UInt64 = 0
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            out |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: out >> 1) ^ -Int64(out & 1)) }
            shift += 7
        }
        return nil
    }

    mutating func blob() -> [UInt8]? {
        guard let count = number(), count >= 0, bytes.count - at >= count else { return nil }
        defer { at += count }
        return Array(bytes[at..<at + count])
    }

    mutating func text() -> String? {
        blob().map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func value() -> Value? {
        switch number() {
        case 0: .null
        case 1: number().map { .integer(Int64($0)) }
        case 2: text().map { .text($0) }
        case 3: blob().map { .blob($0) }
        default: nil
        }
    }

    mutating func numbers() -> [Int]? {
        guard let count = number(), count >= 0, count <= bytes.count else { return nil }
        var out: [Int] = []
        for _ in 0..<count {
            guard let next = number() else { return nil }
            out.append(next)
        }
        return out
    }
}

extension ByteWriter {
    mutating func put(_ numbers: [Int]) {
        put(numbers.count)
        for number in numbers { put(number) }
    }
}
