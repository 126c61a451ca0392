@testable import Exchange
import Foundation
import Frame
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

    @Test func `rows packed before their table got a column have nought in it`() throws {
        let old = FlatRows(width: 4, capacity: 2)
        old.append([1, 20, 7, 3])
        old.append([2, 21, 7, 4])
        let bytes = FlatCodec.encode(old, 0..<2)
        // Two columns came in the place behind the second one; the rows may lack both of them, or the latter.
        let wide = try #require(FlatCodec.decode(bytes, width: 6, late: 2..<4))
        #expect((0..<2).map { wide.array($0) } == [[1, 20, 0, 0, 7, 3], [2, 21, 0, 0, 7, 4]])
        let one = try #require(FlatCodec.decode(bytes, width: 5, late: 1..<3))
        #expect((0..<2).map { one.array($0) } == [[1, 20, 0, 7, 3], [2, 21, 0, 7, 4]])
        let whole = try #require(FlatCodec.decode(bytes, width: 4, late: 1..<2))
        #expect(whole.array(1) == [2, 21, 7, 4])
        #expect(FlatCodec.decode(bytes, width: 7, late: 2..<4) == nil)
        #expect(FlatCodec.decode(Array(bytes.dropLast()), width: 5, late: 2..<3) == nil)
    }

    @Test func `what a joining kept of facts is read with the columns that they got since`() {
        let table = FactTable(
            "lesson",
            key: ["pupil_id"],
            values: ["kind", "reason"],
            noun: TestTables.lessons.noun,
            cells: [],
            lateValues: 1
        )
        let old: [Value] = [1, 2, 8, 9].map { .integer($0) }
        let entry = MergeEntry(kind: .aside, table: "lesson", old: old)
        #expect(entry.widened(table).old == [1, 2, 0, 8, 9].map { Value.integer($0) })
        #expect(entry.widened(table).new.isEmpty)
        #expect(entry.widened(table).widened(table).old == entry.widened(table).old)
        #expect(entry.widened(TestTables.lessons).old == old && entry.widened(nil).old == old)
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
