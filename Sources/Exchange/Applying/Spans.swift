/// Stretches of first key values that a batch touched, so that its rows are found again without an index.
struct Spans: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<Int>] = []

    /// Values that lie no further apart share a stretch.
    private static let gap = 16

    /// Takes a value; values come mostly in rising order.
    mutating func insert(_ value: Int) {
        guard let last = ranges.last else { return ranges = [value...value] }
        if last.contains(value) { return }
        if value > last.upperBound, value - last.upperBound <= Spans.gap {
            ranges[ranges.count - 1] = last.lowerBound...value
        } else {
            ranges.append(value...value)
        }
    }

    /// The stretches in order, without overlap.
    var joined: [ClosedRange<Int>] {
        var out: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = out.last, range.lowerBound <= last.upperBound + Spans.gap {
                out[out.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                out.append(range)
            }
        }
        return out
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(joined.flatMap { [$0.lowerBound, $0.upperBound] })
        return writer.bytes
    }

    init() {}

    init(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        let numbers = reader.numbers() ?? []
        ranges = stride(from: 0, to: numbers.count - 1, by: 2).compactMap { index in
            numbers[index] <= numbers[index + 1] ? numbers[index]...numbers[index + 1] : nil
        }
    }
}
