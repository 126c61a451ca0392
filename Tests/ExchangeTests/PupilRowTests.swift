import Frame
import Storage
import Testing

@testable import Exchange

/// Rows of pupils as the log of a joining keeps them.
struct PupilRowTests {
    @Test func `a row of before a column came is read, and says nothing of it`() throws {
        let values: [String: Value] = ["surname": .text("Ozols"), "is_reference": .integer(1)]
        let row = PupilRow(id: PupilID(rawValue: 7), values: values)
        let whole = try #require(PupilRow(stored: row.stored))
        #expect(whole.values["is_reference"] == .integer(1))
        let old = try #require(PupilRow(stored: Array(row.stored.dropLast())))
        #expect(old.id == row.id && old.values["surname"] == .text("Ozols"))
        #expect(old.values["is_reference"] == nil)
        #expect(PupilRow(stored: [.integer(7)]) == nil)
    }
}
