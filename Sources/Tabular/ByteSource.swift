/// Bytes that come in order, block by block.
protocol ByteSource: AnyObject {
    /// Fills a part of the space from its start and says how many bytes came; 0 at the end.
    func fill(_ space: UnsafeMutableRawBufferPointer) throws(TabularFault) -> Int
}

/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        position = min(max(0, offset), bytes.count)
    }

    func fill(_ space: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(space.count, bytes.count - position)
        bytes.withUnsafeBytes { all in
            space.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
        }
        position += count
        return count
    }
}

/// Where the bytes of a table are: in a file or in memory.
enum Content: Sendable {
    case path(String)
    case bytes([UInt8])

    func source(at offset: Int = 0) throws(TabularFault) -> any ByteSource {
        switch self {
        case .path(let path): try PosixFile(reading: path, at: offset)
        case .bytes(let bytes): MemoryBytes(bytes, at: offset)
        }
    }

    func size() throws(TabularFault) -> Int {
        switch self {
        case .path(let path): try PosixFile.size(path)
        case .bytes(let bytes): bytes.count
        }
    }

    /// The first bytes, at most so many.
    func prefix(_ count: Int) throws(TabularFault) -> [UInt8] {
        let source = try source()
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 64 << 10)
        while out.count < count {
            let got = try fill(&block, from: source)
            if got == 0 { break }
            out += block[..<min(got, count - out.count)]
        }
        return out
    }

    /// Hands all bytes over, block by block.
    func forEachBlock(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(TabularFault) {
        let source = try source()
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = try fill(&block, from: source)
            if got == 0 { return }
            block.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<got])) }
        }
    }

    private func fill(_ block: inout [UInt8], from source: any ByteSource) throws(TabularFault) -> Int {
        var fault: TabularFault?
        let count = block.withUnsafeMutableBytes { space in
            do throws(TabularFault) { return try source.fill(space) } catch {
                fault = error
                return 0
            }
        }
        if let fault { throw fault }
        return count
    }
}
