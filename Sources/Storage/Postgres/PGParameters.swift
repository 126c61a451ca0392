internal import CPostgres

/// Values in the binary form in which PostgreSQL takes them, in one piece of memory.
struct PGParameters {
    private(set) var types: [UInt32] = []
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [Value]) throws {
        for value in values { try append(value) }
        // An empty array has no address, and an address of nil would mean NULL.
        bytes.append(0)
    }

    var count: Int32 { Int32(types.count) }

    /// Runs the body with the arrays that libpq asks for: values, lengths, formats.
    func withPointers<T>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> T
    ) -> T {
        let formats = [Int32](repeating: 1, count: types.count)
        return bytes.withUnsafeBytes { memory in
            let pointers = starts.map { start in
                start.flatMap { memory.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return body(pointers, lengths, formats)
        }
    }

    private mutating func append(_ value: Value) throws {
        let start = bytes.count
        switch value {
        case .null:
            types.append(0)
        case .integer(let number):
            types.append(PGType.int8)
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text):
            guard !text.utf8.contains(0) else { throw StorageError(.other, details: nulInText) }
            types.append(PGType.text)
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            types.append(PGType.bytea)
            bytes.append(contentsOf: blob)
        }
        starts.append(value == .null ? nil : start)
        lengths.append(Int32(bytes.count - start))
    }
}
