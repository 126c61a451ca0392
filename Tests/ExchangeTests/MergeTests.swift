@testable import Exchange
import Kernel
import Testing

struct MergeTests {
    /// Chunks of some sizes with keys that repeat within and across them; the last column is the row's place.
    private func chunks(_ sizes: [Int]) -> (source: MemoryPieces, rows: [[Int64]]) {
        var random = RandomSource(seed: UInt64(sizes.count))
        let source = MemoryPieces()
        var all: [[Int64]] = []
        for size in sizes {
            let rows = FlatRows(width: 3)
            for _ in 0..<size {
                rows.append([
                    Int64.random(in: 0...40, using: &random), Int64.random(in: -5...5, using: &random),
                    Int64(all.count),
                ])
                all.append(rows.array(rows.count - 1))
            }
            source.add(rows.sorted(byFirst: 2))
        }
        return (source, all.sorted { ($0[0], $0[1], $0[2]) < ($1[0], $1[1], $1[2]) })
    }

    @Test(arguments: [
        [], [1], [7], [5, 9_000], [1, 1, 1], [300, 4, 4_096, 4_097, 12], Array(repeating: 90, count: 21),
    ])
    func `chunks are merged into one order, whatever their number and size`(sizes: [Int]) throws {
        let (source, expected) = chunks(sizes)
        let merge = try FactMerge(source, keyCount: 2, width: 3)
        var found: [[Int64]] = []
        while let row = try merge.next() { found.append([row[0], row[1], row[2]]) }
        #expect(found == expected)
        #expect(try merge.next() == nil)
    }

    @Test func `a row stays where it is until the next but one is asked for`() throws {
        let (source, expected) = chunks([4_096, 4_096])
        let merge = try FactMerge(source, keyCount: 2, width: 3)
        var before: (row: UnsafePointer<Int64>, index: Int)?
        var index = 0
        while let row = try merge.next() {
            if let before { #expect(before.row[2] == expected[before.index][2]) }
            before = (row, index)
            index += 1
        }
        #expect(index == expected.count)
    }

    @Test func `a piece that is no rows is a fault`() throws {
        struct Damaged: PieceSource {
            func chunks() -> [(chunk: Int, pieces: Int)] { [(chunk: 0, pieces: 1)] }
            func piece(_ chunk: Int, _ piece: Int) -> [UInt8] { [1, 2, 3] }
        }
        #expect(throws: StagingFault.self) { try FactMerge(Damaged(), keyCount: 1, width: 2) }
    }
}
