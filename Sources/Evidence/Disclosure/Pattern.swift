/// The hidden places of a measure and year.
struct Pattern: Sendable {
    private let hidden: Set<SumPlace>
    private let all: Set<SumPlace>
    private let institutionOfClass: [Int: Int]

    init(_ sums: SumCells, hidden: Set<SumPlace>) {
        self.hidden = hidden
        all = Set(sums.indexes.keys)
        institutionOfClass = sums.institutionOfClass
    }

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
        let place = known(place)
        return all.contains(place) ? hidden.contains(place) : nil
    }
}
