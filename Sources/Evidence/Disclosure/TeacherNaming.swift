internal import Frame
internal import Kernel
internal import Storage

/// Sums by subject that would tell of one teacher, for readers who may not see figures about teachers.
///
/// Figures of a class in one subject name its teacher in effect, and in many institutions one person teaches it. Sums
/// of a subject over all institutions are shown, and of a grade where several teach it, as far as the pattern of small
/// figures has them; readers of this sort see less than those whom that pattern holds against, so it holds against them
/// too. Institutions are not shown beside grades: what the two together leave over would name one person again.
struct TeacherNaming: Sendable {
    private struct Sum: Hashable {
        var grade: Int?
        let subject: Int
        let term: Int?
    }

    private var named: Set<Sum> = []

    /// How many sums it knows.
    var count: Int { named.count }

    /// Reads who teaches what where.
    init(_ measure: any Measure, _ key: Disclosure.SumsKey, _ connection: Connection) throws {
        for term in key.along.contains(.term) ? [nil, 1, 2] : [nil] {
            let taught = try Taught(measure, key, term: term, connection)
            for (subject, places) in taught.hands { name(subject, term, places) }
        }
    }

    /// Whether a sum by subject is kept from those readers.
    func names(_ place: SumPlace) -> Bool {
        guard let subject = place.subject else { return false }
        if place.classGroup != nil || place.institution != nil { return true }
        return named.contains(Sum(grade: place.grade, subject: subject, term: place.term))
    }

    /// Names the grades in which one person teaches a subject, and as many others as it takes that what the sum
    /// of all leaves of them is of two persons or more.
    private mutating func name(_ subject: Int, _ term: Int?, _ places: [Int: Set<Int>]) {
        // The ones with the fewest first, so that the largest stay shown; a fixed order among equals.
        let order = places.keys.sorted { (places[$0]?.count ?? 0, $0) < (places[$1]?.count ?? 0, $1) }
        var hands: Set<Int> = []
        var hidden = 0
        for grade in order {
            let here = places[grade] ?? []
            if here.count >= 2, hidden == 0 || (hidden >= 2 && hands.count >= 2) { break }
            named.insert(Sum(grade: grade, subject: subject, term: term))
            hands.formUnion(here)
            hidden += 1
        }
        let all = places.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
        // The whole is shown where it is of several, and where those that are hidden together are too.
        guard all.count < 2 || hidden == 1 || (hidden > 0 && hands.count < 2) else { return }
        named.insert(Sum(grade: nil, subject: subject, term: term))
    }

    /// In how many hands a subject is, by grade: its teachers, or its classes where no teacher is known.
    private struct Taught {
        private(set) var hands: [Int: [Int: Set<Int>]] = [:]

        init(_ measure: any Measure, _ key: Disclosure.SumsKey, term: Int?, _ connection: Connection) throws {
            let selection = Selection(year: key.year, term: term, reach: key.reach)
            func read(_ last: Dimension) throws -> [MemberKey] {
                guard measure.dimensions.isSuperset(of: [.grade, .subject, last]) else { return [] }
                return try measure.vector(
                    selection,
                    over: [.grade, .subject, last],
                    tenant: key.tenant,
                    connection
                ).keys.map { $0 }
            }
            for member in try read(.classGroup) {
                hands[member[1], default: [:]][member[0], default: []].insert(-member[2] - 1)
            }
            var teachers: [Int: [Int: Set<Int>]] = [:]
            for member in try read(.teacher) where member[2] > 0 {
                teachers[member[1], default: [:]][member[0], default: []].insert(member[2])
            }
            for (subject, places) in teachers {
                hands[subject, default: [:]].merge(places) { $1 }
            }
        }
    }
}
