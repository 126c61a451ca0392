import Frame
import Kernel
import Testing

@testable import Evidence

struct PlaceCodeTests {
    private let places = [
        [:], [.institution: 4], [.institution: 9], [.grade: 7], [.institution: 4, .classGroup: 31],
        [.institution: 4, .classGroup: 31, .subject: 2, .term: 1], [.subject: 2], [.kind: 0],
        [.kind: 3, .term: 2],
    ]
    .compactMap { SumPlace($0 as [Dimension: Int]) }

    @Test func `numbers stand in the order of places and no two places share one`() {
        let code = PlaceCode(places)
        let byCode = places.sorted { (code.code($0) ?? -1) < (code.code($1) ?? -1) }
        #expect(byCode == places.sorted())
        #expect(Set(places.map { code.code($0) }).count == places.count)
    }

    @Test func `a sum above a place has the number of the place without the direction`() {
        let code = PlaceCode(places)
        for place in places {
            guard let number = code.code(place), place.term != nil else { continue }
            var above = place
            above.term = nil
            #expect(code.setting(SumPlace.term, to: 0, in: number) == code.code(above))
        }
    }

    @Test func `a member that no place has is in no number`() {
        let code = PlaceCode(places)
        #expect(SumPlace([.institution: 5]).flatMap { code.code($0) } == nil)
        #expect(code.digit(of: 5, SumPlace.institution) == 0)
        #expect(code.digit(of: 9, SumPlace.institution) == 2)
    }
}
