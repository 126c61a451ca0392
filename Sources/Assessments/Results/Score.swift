internal import Kernel

/// Points and per cent of one result, checked against each other.
struct Score: Hashable {
    /// Points in hundredths; nil where only a per cent is known.
    var points: Int?
    /// The most points in hundredths; 0 where it is not known.
    var most = 0
    /// The result in hundredths of a per cent; nil where there is none.
    var percent: Int?

    /// Why numbers are no result.
    enum Fault: Error, Hashable {
        /// More points than there are.
        case tooMany
        /// Points without the most points and without a per cent.
        case noMost
        /// A per cent that the points do not make.
        case contradiction
        /// A per cent above a hundred.
        case tooHigh
    }

    /// A result without numbers.
    static let none = Score()

    private init() {}

    /// A result from what a line gives.
    ///
    /// The per cent is kept with two decimals: cut off where the whole per cent counts, so that rounding never lifts
    /// it to the next one, else rounded. A per cent that the source gives is kept as it is, as long as it is within one
    /// of what the points make: sources round in their own ways. What counts of it is ``AssessmentSort/counted(_:)``.
    init(points: Int?, most: Int, percent: Int?, isWhole: Bool) throws(Fault) {
        self.points = points
        self.most = most
        self.percent = percent
        if let percent, percent > ResultCells.full { throw .tooHigh }
        guard let points else { return }
        guard most > 0 else {
            if percent == nil { throw .noMost }
            return
        }
        guard points <= most else { throw .tooMany }
        let exact = Exact.divide(points, by: most, decimals: 4) ?? 0
        guard let percent else {
            self.percent = isWhole ? Exact.truncate(points, by: most, decimals: 4) : exact
            return
        }
        guard abs(exact - percent) <= 100 else { throw .contradiction }
    }
}
