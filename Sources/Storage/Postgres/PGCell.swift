internal import CPostgres

/// One cell of a result in PostgreSQL's binary form.
struct PGCell {
    let result: OpaquePointer
    let row: Int32
    let column: Int32

    /// What a cell holds, in the words of ``Value``.
    enum Kind {
        case null, integer, text, blob, other
    }

    var kind: Kind {
        guard PQgetisnull(result, row, column) == 0 else { return .null }
        return switch PQftype(result, column) {
        case PGType.int8, PGType.int4, PGType.int2, PGType.bool, PGType.oid, PGType.numeric: .integer
        case PGType.text, PGType.varchar, PGType.name, PGType.unknown: .text
        case PGType.bytea: .blob
        default: .other
        }
    }

    /// The number, or nil where the cell holds none that fits into 64 bits exactly.
    var integer: Int64? {
        guard PQgetisnull(result, row, column) == 0 else { return nil }
        return switch PQftype(result, column) {
        case PGType.int8: Int64(truncatingIfNeeded: bigEndian(UInt64.self))
        case PGType.int4: Int64(Int32(truncatingIfNeeded: bigEndian(UInt32.self)))
        case PGType.int2: Int64(Int16(truncatingIfNeeded: bigEndian(UInt16.self)))
        case PGType.oid: Int64(bigEndian(UInt32.self))
        case PGType.bool: Int64(bigEndian(UInt8.self))
        case PGType.numeric: PGNumeric.integer(bytes)
        default: nil
        }
    }

    var text: String? {
        guard kind == .text else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    var blob: [UInt8]? {
        guard kind == .blob else { return nil }
        return [UInt8](bytes)
    }

    /// The bytes, which live as long as the result.
    private var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column),
            count: Int(PQgetlength(result, row, column))
        )
    }

    private func bigEndian<N: FixedWidthInteger>(_ type: N.Type) -> N {
        guard bytes.count == MemoryLayout<N>.size else { return 0 }
        return N(bigEndian: bytes.loadUnaligned(as: N.self))
    }
}

/// The types of PostgreSQL that are read and bound, by their fixed numbers (`pg_type.dat`).
enum PGType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let unknown: UInt32 = 705
    static let varchar: UInt32 = 1043
    static let numeric: UInt32 = 1700
}
