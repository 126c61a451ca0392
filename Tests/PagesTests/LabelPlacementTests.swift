import Testing

@testable import Pages

struct LabelPlacementTests {
    @Test func `labels with room stay where they are`() {
        #expect(LabelPlacement.spread([10, 50, 90], gap: 17, within: 0...100) == [10, 50, 90])
    }

    @Test func `two that meet give way by the same`() {
        #expect(LabelPlacement.spread([50, 50], gap: 10, within: 0...100) == [45, 55])
        #expect(LabelPlacement.spread([52, 48], gap: 10, within: 0...100) == [55, 45])
    }

    @Test func `labels stay inside the picture`() {
        #expect(LabelPlacement.spread([99, 100], gap: 10, within: 0...100) == [90, 100])
        #expect(LabelPlacement.spread([0, 1, 2], gap: 10, within: 0...100) == [0, 10, 20])
        #expect(LabelPlacement.spread([], gap: 10, within: 0...100) == [])
    }

    @Test func `labels never overlap and keep their order, whatever is wanted`() {
        var random = SplitMix(state: 3)
        for _ in 0..<300 {
            let count = Int.random(in: 1...9, using: &random)
            let wanted = (0..<count).map { _ in Double.random(in: -20...220, using: &random) }
            let places = LabelPlacement.spread(wanted, gap: 17, within: 0...200)
            let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
            for (above, below) in zip(order, order.dropFirst()) {
                #expect(places[below] - places[above] >= 17 - 1e-9)
            }
            #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 200 + 1e-9 })
        }
    }

    @Test func `words break at spaces into lines that fit`() {
        let words = "Ezera vakara vidusskola un tālmācības centrs"
        let lines = Lettering.lines(words, within: 130)
        #expect(lines.count > 1)
        #expect(lines.joined(separator: " ") == words)
        #expect(lines.allSatisfy { Lettering.width($0) <= 130 })
        #expect(Lettering.lines("garšvārdsbezatstarpēm", within: 20) == ["garšvārdsbezatstarpēm"])
    }
}
