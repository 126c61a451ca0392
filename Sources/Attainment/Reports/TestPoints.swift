internal import Frame
internal import Kernel

/// A pupil's mark in a subject beside the result in a test of that subject.
struct TestPoint {
    let pupil: Int
    let subject: Int
    let assessment: Int
    /// Marks in hundredths over their number.
    let mark: Tally
    /// The result as a share of a whole.
    let result: Tally
    /// The result that pupils of the same test with such a mark have, in hundredths of a per cent; nil of too few.
    var expected: Double?
    /// Whether the result lies far from the expected one, and on which side.
    var side = Side.usual

    /// On which side of the expected result a pupil's lies.
    enum Side { case usual, lower, higher }

    /// The mark in hundredths.
    var points: Int { Exact.divide(mark.numerator, by: mark.denominator) ?? 0 }
    /// The result in hundredths of a per cent.
    var percent: Int { Exact.divide(result.numerator, by: result.denominator, decimals: 4) ?? 0 }
}

/// A pupil in a subject.
private struct TestPlace: Hashable {
    let pupil: Int
    let subject: Int
}

/// Pupils who have both a mark and a result, found by the measures' names.
struct TestPoints {
    private(set) var points: [TestPoint] = []

    /// The fewest pupils of a test among whom one can stand out.
    static let least = 8

    /// Points of a selection, by test and pupil; none where no room knows of results.
    init(_ question: Question, _ selection: Selection, results measure: String) throws {
        guard question.measures.names.contains(measure) else { return }
        var marked = selection
        marked.assessment = nil
        marked.compared = []
        var tested = selection
        tested.compared = []
        let results = try question.tallies(measure, over: [.pupil, .subject, .assessment], in: tested)
            .filter { $0.value.denominator > 0 }
        // Of a whole board most marks are in subjects without a result.
        let wanted = Set(results.keys.map { TestPlace(pupil: $0[0], subject: $0[1]) })
        guard !wanted.isEmpty else { return }
        var marks: [TestPlace: Tally] = [:]
        try question.sums("attainment/mark", over: [.pupil, .subject], in: marked) { key, top, below in
            let place = TestPlace(pupil: key[0], subject: key[1])
            if below > 0, wanted.contains(place) { marks[place] = Tally(top, over: below) }
        }
        for (key, result) in results.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let mark = marks[TestPlace(pupil: key[0], subject: key[1])] else { continue }
            points.append(
                TestPoint(pupil: key[0], subject: key[1], assessment: key[2], mark: mark, result: result)
            )
        }
    }

    /// The points of each test, with those that stand out.
    var byAssessment: [Int: [TestPoint]] {
        Dictionary(grouping: points, by: \.assessment).mapValues { TestPoints.judged($0) }
    }

    /// Least squares over the pupils of one test; a pupil stands out by two standard deviations of the rest or more.
    static func judged(_ points: [TestPoint]) -> [TestPoint] {
        let count = Double(points.count)
        guard points.count >= least else { return points }
        let (x, y) = (points.map { Double($0.points) }, points.map { Double($0.percent) })
        let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
        let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
        guard spread > 0 else { return points }
        let slope = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
        let expected = x.map { meanY + slope * ($0 - meanX) }
        let rest = zip(y, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / (count - 2)
        let limit = 2 * rest.squareRoot()
        return points.enumerated().map { index, point in
            var point = point
            let distance = y[index] - expected[index]
            point.expected = expected[index]
            // A line through all points leaves rounding errors only.
            if limit > 1, abs(distance) >= limit { point.side = distance < 0 ? .lower : .higher }
            return point
        }
    }
}
