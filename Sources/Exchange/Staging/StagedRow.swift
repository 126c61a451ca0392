import Frame
import Storage

/// A row of a register as a file gives it: its key and the columns that the file says something about.
struct StagedRow: Sendable, Hashable {
    var key: [Int]
    /// Values by the place of the column in the table's list.
    ///
    /// A sealed column holds what is to be sealed.
    var values: [Int: Value]
    /// Where it stood; the last line of several that gave columns.
    var source: Int

    /// Takes over the columns of a later line about the same thing.
    mutating func take(_ later: StagedRow) {
        values.merge(later.values) { _, new in new }
        source = later.source
    }
}

extension StagedRow {
    func write(_ writer: inout ByteWriter) {
        writer.put(key)
        writer.put(source)
        writer.put(values.count)
        for column in values.keys.sorted() {
            writer.put(column)
            writer.put(values[column] ?? .null)
        }
    }

    init?(_ reader: inout ByteReader) {
        guard let key = reader.numbers(), let source = reader.number(), let count = reader.number() else {
            return nil
        }
        var values: [Int: Value] = [:]
        for _ in 0..<max(0, count) {
            guard let column = reader.number(), let value = reader.value() else { return nil }
            values[column] = value
        }
        self.init(key: key, values: values, source: source)
    }
}

extension [Int] {
    /// Keys in the order of their numbers.
    func precedes(_ other: [Int]) -> Bool { lexicographicallyPrecedes(other) }
}
