/// Turns UTF-16 into UTF-8 block by block, so that the one reader of bytes serves both.
///
/// A broken pair of surrogates becomes a byte that is never part of UTF-8: the check of the reader finds it and
/// knows the line.
final class UTF16Bytes: ByteSource {
    private let source: any ByteSource
    private let littleEndian: Bool
    private var input = [UInt8](repeating: 0, count: 256 << 10)
    private var output: [UInt8] = []
    private var position = 0
    private var oddByte: UInt8?
    private var highSurrogate: UInt32?
    private var ended = false

    init(_ source: any ByteSource, littleEndian: Bool) {
        self.source = source
        self.littleEndian = littleEndian
    }

    func fill(_ space: UnsafeMutableRawBufferPointer) throws(TabularFault) -> Int {
        while position == output.count, !ended { try convertBlock() }
        let count = min(space.count, output.count - position)
        output.withUnsafeBytes { all in
            space.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
        }
        position += count
        return count
    }

    private func convertBlock() throws(TabularFault) {
        output.removeAll(keepingCapacity: true)
        position = 0
        var fault: TabularFault?
        let got = input.withUnsafeMutableBytes { space in
            do throws(TabularFault) { return try source.fill(space) } catch {
                fault = error
                return 0
            }
        }
        if let fault { throw fault }
        if got == 0 {
            ended = true
            if oddByte != nil || highSurrogate != nil { output.append(UTF16Bytes.flaw) }
            return
        }
        for byte in input[..<got] {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            take(littleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte))
        }
    }

    private func take(_ unit: UInt32) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                put(0x10000 + (high - 0xD800) << 10 + unit - 0xDC00)
                return
            }
            output.append(UTF16Bytes.flaw)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: output.append(UTF16Bytes.flaw)
        default: put(unit)
        }
    }

    private func put(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return output.append(UTF16Bytes.flaw) }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static let flaw: UInt8 = 0xFF
}
