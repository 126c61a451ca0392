internal import Frame
internal import Kernel

/// In whose hands a subject is where its reader may not see figures about teachers, and which sums would tell of one.
///
/// What a reader knows already is taken away first: figures of teachers that the role may see, those of pupils whom the reader
/// works with, and the reader's own. What is left of a sum must be in nobody's hands or in those of two at least; and as a
/// hidden grade follows from the sum of all grades, so must what is left of those hidden together.
struct TeachingHands {
    /// Parts of the municipality that sums can be told apart by.
    private enum Part {
        /// The institution itself.
        case inside
        /// Institutions like it.
        case similar
        /// All others.
        case elsewhere
    }

    /// A grade with the rest of the key that numbers are laid out by.
    private struct Place: Hashable {
        let grade: Int
        let rest: MemberKey
    }

    /// Those whose institution is not to be shown, and whose wider sums are not.
    private let inside: Set<Place>
    private let outside: Set<Place>

    /// Reads who teaches, by a measure that every teacher of the place has numbers of; the selection names the subject.
    init(
        _ measure: String,
        _ wide: Selection,
        along: [Dimension],
        beside group: SimilarInstitutions,
        _ question: Question
    ) throws {
        let known = [Permission.readTeacherFigures, .readPupils].map {
            question.asker.reach($0, on: question.today)
        }
        guard !known.contains(where: \.everything) else {
            (inside, outside) = ([], [])
            return
        }
        let own = question.asker.staff?.rawValue
        let similar = Set(group.others.map(\.rawValue))
        var teachers: [Place: [Part: [Int: Set<Int>]]] = [:]
        let dimensions: [Dimension] = [.institution, .classGroup, .teacher, .grade] + along
        try question.sums(measure, over: dimensions, in: wide) { key, _, below in
            let (institution, classGroup, teacher) = (key[0], key[1], key[2])
            let isKnown = known.contains { reach in
                reach.institutions.contains(InstitutionID(rawValue: institution))
                    || reach.classes.contains(ClassID(rawValue: classGroup))
            }
            guard below > 0, !isKnown, teacher != own else { return }
            let part: Part =
                institution == group.own.rawValue
                ? .inside : similar.contains(institution) ? .similar : .elsewhere
            let place = Place(grade: key[3], rest: Array(key.dropFirst(4)))
            teachers[place, default: [:]][part, default: [:]][institution, default: []].insert(teacher)
        }
        let hands = teachers.mapValues { $0.mapValues(TeachingHands.hands) }
        inside = TeachingHands.closed(hands, [.inside])
        outside = TeachingHands.closed(hands, [.similar, .elsewhere])
    }

    /// Whether a number of the institution would tell of one teacher.
    func closeInside(_ grade: Int, _ rest: MemberKey) -> Bool {
        inside.contains(Place(grade: grade, rest: rest))
    }

    /// Whether a number of similar institutions or of the municipality would.
    func closeOutside(_ grade: Int, _ rest: MemberKey) -> Bool {
        outside.contains(Place(grade: grade, rest: rest))
    }

    /// The teachers of institutions; where nobody is named, an institution may be in the hands of one.
    private static func hands(_ byInstitution: [Int: Set<Int>]) -> Set<Int> {
        byInstitution.reduce(into: []) { hands, element in
            let named = element.value.filter { $0 > 0 }
            hands.formUnion(named.isEmpty ? [-element.key] : named)
        }
    }

    private static func closed(_ hands: [Place: [Part: Set<Int>]], _ parts: [Part]) -> Set<Place> {
        Dictionary(grouping: hands.keys, by: \.rest).reduce(into: []) { closed, element in
            let grades = element.value.reduce(into: [Int: [Set<Int>]]()) { grades, place in
                grades[place.grade] = parts.map { hands[place]?[$0] ?? [] }
            }
            closed.formUnion(
                TeachingHands.hidden(grades).map { Place(grade: $0, rest: element.key) }
            )
        }
    }

    /// The grades to hide: those of which a part is in the hands of one, and as many others as it takes that those hidden
    /// together are of none or several in every part.
    static func hidden(_ grades: [Int: [Set<Int>]]) -> Set<Int> {
        var hidden = Set(grades.filter { !areEnough($0.value) }.keys)
        guard !hidden.isEmpty else { return [] }
        // Those with the fewest first, so that the largest stay shown; a fixed order among equals.
        let others = grades.keys.filter { !hidden.contains($0) }.sorted { left, right in
            (size(grades[left]), left) < (size(grades[right]), right)
        }
        for grade in others where !areEnough(together(hidden, grades)) { hidden.insert(grade) }
        return hidden
    }

    private static func areEnough(_ parts: [Set<Int>]) -> Bool { parts.allSatisfy { $0.count != 1 } }

    private static func size(_ parts: [Set<Int>]?) -> Int { (parts ?? []).reduce(0) { $0 + $1.count } }

    private static func together(_ hidden: Set<Int>, _ grades: [Int: [Set<Int>]]) -> [Set<Int>] {
        let all = hidden.compactMap { grades[$0] }
        let count = all.map(\.count).max() ?? 0
        return (0..<count).map { index in all.reduce(into: Set<Int>()) { $0.formUnion($1[index]) } }
    }
}
