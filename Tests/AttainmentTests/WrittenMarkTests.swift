import Evidence
import Testing

@testable import Attainment

struct WrittenMarkTests {
    private let signs = AbsenceSigns(kinds: [
        "n": .unstated, "ns": .illness, "nc": .excused, "nn": .unexcused,
    ])

    @Test(arguments: ["", " ", "\u{a0}", " \u{a0}\u{2007}"])
    func `a cell of blanks holds nothing`(_ cell: String) {
        #expect(WrittenMark(cell, signs: signs) == nil)
    }

    @Test func `of an improved mark the last counts and all is kept as written`() throws {
        let mark = try #require(WrittenMark(" 7|8\u{a0}", signs: signs))
        #expect(mark.mark == "8")
        #expect(mark.text == "7|8")
        #expect(mark.absence == nil)
    }

    @Test(arguments: [
        ("n", AbsenceKind.unstated), ("N", .unstated), ("ns", .illness), ("NS", .illness), ("nc", .excused),
        ("nn", .unexcused),
    ])
    func `absences are told by their kind in small and capital letters`(_ cell: String, _ kind: AbsenceKind) {
        let mark = WrittenMark(cell, signs: signs)
        #expect(mark?.absence == kind)
        #expect(mark?.mark == nil)
    }

    @Test func `an absence and a mark written later stand in one cell`() {
        let mark = WrittenMark("n|6", signs: signs)
        #expect(mark?.absence == .unstated)
        #expect(mark?.mark == "6")
    }

    @Test func `nobody is absent from a term`() {
        let mark = WrittenMark("n")
        #expect(mark?.absence == nil)
        #expect(mark?.mark == "n")
    }

    @Test func `a test is known by its remark`() {
        let mark = WrittenMark("9 (p.d.)", signs: signs)
        #expect(mark?.isTest == true)
        #expect(mark?.mark == "9")
    }
}
