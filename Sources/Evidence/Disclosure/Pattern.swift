/// The hidden places of a measure and year.
struct Pattern: Sendable {
    private let code: PlaceCode
    /// The places that it knows, in rising order, and which of them are hidden.
    private let places: [Int]
    private let isHidden: [Bool]
    private let institutionOfClass: [Int: Int]

    init(_ sums: SumCells, seenFrom circle: Circle, floor: Int) {
        code = sums.code
        places = sums.codes
        isHidden = Suppression.pattern(sums.seen(from: circle), floor: floor)
        institutionOfClass = sums.classes.institutionOfClass
    }

    /// How many places it knows.
    var count: Int { places.count }

    /// The place as the pattern has it: a class stands under its institution and without its grade.
    func known(_ place: SumPlace) -> SumPlace {
        var place = place
        guard let classGroup = place.classGroup else { return place }
        place.institution = place.institution ?? institutionOfClass[classGroup]
        place.grade = nil
        return place
    }

    /// Whether a place is hidden; nil where the pattern does not have it.
    func hides(_ place: SumPlace) -> Bool? {
        guard let code = code.code(known(place)) else { return nil }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low] == code ? isHidden[low] : nil
    }
}
