import Frame
import House
import Testing

@testable import Exchange

/// Samples of an import are read before it is saved: no column of a room's facts may stand there by its bare name.
struct SampleLawTests {
    @Test func `every column of facts has words in samples, or is silent`() {
        for table in sekme.facts {
            for column in table.key + table.values {
                #expect(SampleWords.knows(column.text), "\(table.name.text).\(column.text)")
            }
        }
    }

    @Test func `every kind and state of a fact has words of its room`() {
        let codes = Set(sekme.rooms.flatMap(\.codes).map { "\($0.table).\($0.column)" })
        // What the kind of a reported figure means, its measure says.
        for table in sekme.facts where table.name.text != "kept_figure" {
            for column in (table.key + table.values).map(\.text)
            where ["kind", "state", "status"].contains(column) {
                #expect(codes.contains("\(table.name.text).\(column)"), "\(table.name.text).\(column)")
            }
        }
    }
}
