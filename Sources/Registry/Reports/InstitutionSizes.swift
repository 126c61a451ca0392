import Frame
import Kernel

/// Reported sizes of the institutions of one municipality.
struct InstitutionSizes {
    private(set) var institutions = 0
    private(set) var isPublic = true
    /// Pupils of each institution that reported them.
    private var sizes: [Int] = []
    private var childCounts: [Int] = []

    mutating func add(_ pupils: Figure?, _ children: Figure?) {
        institutions += 1
        if let tally = pupils?.tally { sizes.append(tally.numerator) }
        if let tally = children?.tally { childCounts.append(tally.numerator) }
        isPublic = isPublic && [pupils, children].allSatisfy { $0?.tally?.isPublic ?? true }
    }

    /// The sum; nil where nobody reported.
    var pupils: Int? { sizes.isEmpty ? nil : sizes.reduce(0, +) }

    var children: Int? { childCounts.isEmpty ? nil : childCounts.reduce(0, +) }

    /// The mean in tenths.
    var mean: Int? { pupils.flatMap { Exact.divide($0, by: sizes.count, decimals: 1) } }

    /// The median in tenths: of an even number the mean of the middle two.
    var median: Int? {
        guard !sizes.isEmpty else { return nil }
        let sorted = sizes.sorted()
        let middle = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        return middle * 5
    }

    var largest: Int? { sizes.max() }

    /// A number of what is published, or a figure that disclosure control shows to those who may see pupils only:
    /// municipalities are no direction in which it knows what can be derived.
    func cell(
        _ value: Int?,
        decimals: Int = 0,
        _ measure: String,
        _ territory: TerritoryID
    ) -> ReportCell {
        guard let value else { return .unknown }
        guard !isPublic else { return .number(value, decimals: decimals) }
        var figure = Figure(
            measure: measure,
            unit: decimals == 0 ? .count(.pupils) : .mean,
            selection: Selection(year: SchoolYear(0)),
            tally: decimals == 0 ? Tally(value) : Tally(value * 10)
        )
        figure.tally?.people = 0
        figure.members = [.group: territory.rawValue]
        return .figure(figure)
    }
}
