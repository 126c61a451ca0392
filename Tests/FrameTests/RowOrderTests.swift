import Frame
import Kernel
import Testing

struct RowOrderTests {
    /// Ranges that fit into one number together, that just fit, and that do not.
    private static let ranges: [[ClosedRange<Int64>]] = [
        [0...3, -2...2, 0...0, 0...9], [0...1, .min ... .max, 0...0, 0...1],
        [0...1 << 31, 0...1 << 31, 5...5, 0...1],
    ]

    @Test(arguments: ranges)
    func `rows come in the order of their columns and keep their places where alike`(
        ranges: [ClosedRange<Int64>]
    ) {
        var random = RandomSource(seed: 9)
        let rows = (0..<3_000).map { _ in ranges.map { Int64.random(in: $0, using: &random) } }
        let columns = [1, 0, 2]
        let places = Array(rows.joined()).withUnsafeBufferPointer { flat in
            flat.baseAddress.map { RowOrder.places($0, count: rows.count, width: 4, by: columns) } ?? []
        }
        let expected = rows.indices.sorted { left, right in
            let first = columns.map { rows[left][$0] }
            let second = columns.map { rows[right][$0] }
            return first == second ? left < right : first.lexicographicallyPrecedes(second)
        }
        #expect(places.map { Int($0) } == expected)
    }

    @Test func `one row and none are in order`() {
        let row: [Int64] = [5, 7]
        row.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            #expect(RowOrder.places(base, count: 1, width: 2, by: [0]) == [0])
            #expect(RowOrder.places(base, count: 0, width: 2, by: [0]) == [])
        }
    }
}
