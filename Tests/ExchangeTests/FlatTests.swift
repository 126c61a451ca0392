@testable import Exchange
import Foundation
import Kernel
import Storage
import Testing

struct FlatTests {
    @Test func `rows come back from packing as they were`() throws {
        var random = RandomSource(seed: 5)
        let rows = FlatRows(width: 4, capacity: 2)
        let limits: [Int64] = [.min, .max, 0, -1]
        rows.append(limits)
        for _ in 0..<500 {
            rows.append([
                Int64.random(in: 0...3, using: &random), 7,
                Int64.random(in: -70_000...70_000, using: &random),
                Int64.random(in: .min ... .max, using: &random),
            ])
        }
        let bytes = FlatCodec.encode(rows, 0..<rows.count)
        let back = try #require(FlatCodec.decode(bytes, width: 4))
        #expect((0..<rows.count).allSatisfy { rows.array($0) == back.array($0) })
        let packed = try #require(PackedRows(bytes, width: 4))
        for range in [0..<1, 17..<273, 400..<rows.count, 5..<5] {
            let part = packed.rows(range)
            #expect((0..<part.count).map { part.array($0) } == range.map { rows.array($0) })
        }
        #expect(FlatCodec.decode(Array(bytes.dropLast()), width: 4) == nil)
        #expect(FlatCodec.decode(bytes, width: 3) == nil)
        #expect(FlatCodec.encode(rows, 0..<0).count == 4 + 4 * 9)
        let sorted = rows.sorted(byFirst: 2)
        let places = rows.places(byFirst: 2)
        #expect(FlatCodec.encode(rows, places[...]) == FlatCodec.encode(sorted, 0..<sorted.count))
        #expect(FlatCodec.encode(rows, places[7..<90]) == FlatCodec.encode(sorted, 7..<90))
        let expected = (0..<rows.count).map { rows.array($0) }.sorted {
            ($0[0], $0[1], $0[3]) < ($1[0], $1[1], $1[3])
        }
        #expect((0..<sorted.count).map { sorted.array($0) } == expected)
    }

    @Test func `numbers, texts and values come back from bytes as they were`() {
        var writer = ByteWriter()
        let numbers = [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min]
        writer.put(numbers)
        writer.put("Šķūņā")
        let values: [Value] = [.null, .integer(-5), .text("ā"), .blob([0, 255])]
        for value in values { writer.put(value) }
        var reader = ByteReader(writer.bytes)
        #expect(reader.numbers() == numbers)
        #expect(reader.text() == "Šķūņā")
        #expect(values.indices.map { _ in reader.value() } == values)
        #expect(reader.isAtEnd)
        #expect(reader.number() == nil)
    }

    @Test func `spans join what lies close and survive storage`() {
        var spans = Spans()
        for value in [5, 5, 6, 20, 100, 3, 101] { spans.insert(value) }
        #expect(spans.joined == [3...20, 100...101])
        #expect(Spans(spans.bytes).joined == spans.joined)
        #expect(Spans([]).joined.isEmpty)
    }
}
