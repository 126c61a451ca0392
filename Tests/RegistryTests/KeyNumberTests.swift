import Frame
import Kernel
import Testing

@testable import Registry

/// What stands beside a number that the reader comes for.
struct KeyNumberTests {
    private func share(_ missed: Int) -> Figure {
        Figure(
            measure: "attendance/missed-share",
            unit: .share,
            selection: Selection(year: SchoolYear(2025)),
            members: [:],
            tally: Tally(missed, over: 1000, people: 50)
        )
    }

    private func note(own: Text? = nil, before: Text? = nil) -> String? {
        KeyNumber(
            title: Text(same: ""),
            own: share(50),
            municipality: share(70),
            before: share(62),
            words: Text(lv: "pašvaldībā", en: "municipality"),
            months: (own: own, municipality: own, before: before)
        )
        .note(.lv)
    }

    private let spring = Text(lv: "aprīlis–maijs", en: "April–May")

    @Test func `a number of some months alone is marked, be it the own one or that of a year before`() {
        #expect(note() == "pašvaldībā 7,0\u{a0}% · pērn 6,2\u{a0}%")
        #expect(note(before: spring) == "pašvaldībā 7,0\u{a0}% · pērn 6,2\u{a0}% (aprīlis–maijs)")
        #expect(note(own: spring) == "aprīlis–maijs · pašvaldībā 7,0\u{a0}% · pērn 6,2\u{a0}%")
    }

    @Test func `months in a row are named by the first and the last`() {
        let numbers = [(2025, 9), (2025, 11), (2025, 12), (2026, 1)].map { Month($0.0, $0.1).number }
        #expect(Month.words(of: Set(numbers)).lv == "septembris, novembris–janvāris")
        #expect(Month.words(of: Set(numbers)).en == "September, November–January")
    }
}
