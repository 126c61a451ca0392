/// One record of a text file as slices of the reader's buffer.
///
/// The bytes and the places of the fields stay where they are until the reader is asked for the next record; copy what
/// must live longer.
public struct ByteRecord {
    /// The physical line on which the record begins, from 1.
    public internal(set) var line = 0
    /// The number of fields; a separator at the end of a line gives an empty last field.
    public internal(set) var count = 0
    @usableFromInline var base: UnsafePointer<UInt8>?
    @usableFromInline var slices: UnsafePointer<FieldSlice>?

    /// A record without fields, to be filled by a reader.
    public init() {}

    /// The bytes of a field, from 0, without its quotes; empty beyond the last field.
    @inlinable
    public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < count, let base, let slices else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let slice = slices[index]
        return UnsafeBufferPointer(start: base + slice.start, count: slice.end - slice.start)
    }
}

/// Where a field begins and ends in the reader's buffer.
@usableFromInline
struct FieldSlice {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
}
