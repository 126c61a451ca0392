internal import Frame

/// Where a figure stands in the sums of its measure and year; a direction that is nil is summed up.
struct SumPlace: Hashable, Comparable {
    var institution: Int?
    var grade: Int?
    var classGroup: Int?
    var subject: Int?
    var kind: Int?
    var term: Int?

    /// The place of members; nil where one of them is in a direction that sums are not known along.
    init?(_ members: [Dimension: Int]) {
        for (dimension, member) in members {
            switch dimension {
            case .institution: institution = member
            case .grade: grade = member
            case .classGroup: classGroup = member
            case .subject: subject = member
            case .kind: kind = member
            // Term 0 of a layout is the whole year.
            case .term: term = member == 0 ? nil : member
            // Sums of two scales are apart as those of two years are.
            case .year, .scale: continue
            case .pupil, .group, .teacher, .month, .weekday, .assessment: return nil
            }
        }
    }

    /// The directions it has a member in.
    var dimensions: Set<Dimension> {
        let members: [(Dimension, Int?)] = [
            (.institution, institution), (.grade, grade), (.classGroup, classGroup), (.subject, subject),
            (.kind, kind), (.term, term),
        ]
        return Set(members.filter { $0.1 != nil }.map(\.0))
    }

    /// How narrow it is: 0 the whole, then grades, institutions, grades of institutions, classes.
    var level: Int {
        if classGroup != nil { return 4 }
        return (institution == nil ? 0 : 2) + (grade == nil ? 0 : 1)
    }

    /// How many sums stand above it: a class is deeper than its institution, a kind of it deeper still.
    var depth: Int { level * 4 + [subject, kind, term].count { $0 != nil } }

    /// A fixed order, so that of equals the same one is always hidden.
    static func < (left: SumPlace, right: SumPlace) -> Bool {
        left.order.lexicographicallyPrecedes(right.order)
    }

    private var order: [Int] {
        [institution, grade, classGroup, subject, kind, term].map { $0 ?? -1 }
    }
}
