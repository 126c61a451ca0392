import Evidence
import Testing

@testable import Attainment

struct WrittenMarkTests {
    @Test(arguments: ["", " ", "\u{a0}", " \u{a0}\u{2007}"])
    func `a cell of blanks holds nothing`(_ cell: String) {
        #expect(WrittenMark(cell, readsAbsences: true) == nil)
    }

    @Test func `of an improved mark the last counts and all is kept as written`() throws {
        let mark = try #require(WrittenMark(" 7|8\u{a0}", readsAbsences: true))
        #expect(mark.mark == "8")
        #expect(mark.text == "7|8")
        #expect(mark.absence == nil)
    }

    @Test(arguments: [
        ("n", AbsenceKind.unstated), ("N", .unstated), ("ns", .illness), ("NS", .illness), ("nc", .excused),
    ])
    func `absences are told by their kind in small and capital letters`(_ cell: String, _ kind: AbsenceKind) {
        let mark = WrittenMark(cell, readsAbsences: true)
        #expect(mark?.absence?.kind == kind)
        #expect(mark?.mark == nil)
    }

    @Test func `an absence and a mark written later stand in one cell`() {
        let mark = WrittenMark("n|6", readsAbsences: true)
        #expect(mark?.absence == .absent)
        #expect(mark?.mark == "6")
    }

    @Test func `nobody is absent from a term`() {
        let mark = WrittenMark("n", readsAbsences: false)
        #expect(mark?.absence == nil)
        #expect(mark?.mark == "n")
    }

    @Test func `a test is known by its remark`() {
        let mark = WrittenMark("9 (p.d.)", readsAbsences: true)
        #expect(mark?.isTest == true)
        #expect(mark?.mark == "9")
    }
}
