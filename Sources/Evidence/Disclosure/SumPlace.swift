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

    /// Whether every direction it has a member in is among some.
    func lies(along dimensions: Set<Dimension>) -> Bool {
        (institution == nil || dimensions.contains(.institution))
            && (grade == nil || dimensions.contains(.grade))
            && (classGroup == nil || dimensions.contains(.classGroup))
            && (subject == nil || dimensions.contains(.subject))
            && (kind == nil || dimensions.contains(.kind))
            && (term == nil || dimensions.contains(.term))
    }

    /// How narrow it is: 0 the whole, then grades, institutions, grades of institutions, classes.
    var level: Int {
        if classGroup != nil { return 4 }
        return (institution == nil ? 0 : 2) + (grade == nil ? 0 : 1)
    }

    /// How many sums stand above it: a class is deeper than its institution, a kind of it deeper still.
    var depth: Int { level * 4 + [subject, kind, term].count { $0 != nil } }

    /// How many directions there are.
    static let directions = 6
    // The directions by their number, in the order of places.
    static let (institution, grade, classGroup, subject, kind, term) = (0, 1, 2, 3, 4, 5)

    /// The member in a direction.
    func member(_ direction: Int) -> Int? {
        switch direction {
        case SumPlace.institution: institution
        case SumPlace.grade: grade
        case SumPlace.classGroup: classGroup
        case SumPlace.subject: subject
        case SumPlace.kind: kind
        default: term
        }
    }

    /// A fixed order, so that of equals the same one is always hidden.
    static func < (left: SumPlace, right: SumPlace) -> Bool {
        for direction in 0..<directions {
            let (one, other) = (left.member(direction), right.member(direction))
            if one != other { return (one ?? -1) < (other ?? -1) }
        }
        return false
    }
}
