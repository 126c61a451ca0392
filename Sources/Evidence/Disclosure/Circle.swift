internal import Frame

/// The part of the tenant whose pupils a reader may see anyway.
struct Circle: Hashable, Sendable {
    private let everything: Bool
    private let institutions: Set<Int>
    private let classes: Set<Int>

    init(_ reach: Reach) {
        everything = reach.everything
        institutions = Set(reach.institutions.map(\.rawValue))
        classes = Set(reach.classes.map(\.rawValue))
    }

    /// Whether every pupil is in it.
    var holdsAll: Bool { everything }

    /// Whether no pupil is in it by place.
    var isEmpty: Bool { !everything && institutions.isEmpty && classes.isEmpty }

    /// Whether every pupil within a reach is in it: sums over the reach tell its reader nothing new.
    func covers(_ reach: Reach) -> Bool {
        if everything { return true }
        return !reach.everything && reach.pupils.isEmpty
            && reach.institutions.allSatisfy { institutions.contains($0.rawValue) }
            && reach.classes.allSatisfy { classes.contains($0.rawValue) }
    }

    /// Whether the pupils of a place are in it by its institution or class.
    func holds(_ place: SumPlace) -> Bool {
        if everything { return true }
        if let institution = place.institution, institutions.contains(institution) { return true }
        return place.classGroup.map { classes.contains($0) } ?? false
    }
}
