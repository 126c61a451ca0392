/// One record of a text file as slices of the reader's buffer.
///
/// The bytes stay where they are until the reader is asked for the next record; copy what must live longer.
public struct ByteRecord {
    /// The physical line on which the record begins, from 1.
    public internal(set) var line = 0
    var base: UnsafePointer<UInt8>?
    var slices: [(start: Int, end: Int)] = []

    /// A record without fields, to be filled by a reader.
    public init() {
        slices.reserveCapacity(64)
    }

    /// The number of fields; a separator at the end of a line gives an empty last field.
    public var count: Int { slices.count }

    /// The bytes of a field, from 0, without its quotes; empty beyond the last field.
    public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < slices.count, let base else { return UnsafeBufferPointer(start: nil, count: 0) }
        let slice = slices[index]
        return UnsafeBufferPointer(start: base + slice.start, count: slice.end - slice.start)
    }
}
