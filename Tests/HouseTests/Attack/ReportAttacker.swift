import Evidence
import Frame
import Kernel
import SekmeTesting

/// Someone who reads every report under every filter and takes all sums they know of apart.
///
/// Which figures add up to which is not told by any report: whatever has one direction more is tried, and counts where the
/// true numbers add up, so that the attacker knows more than anybody could.
struct ReportAttacker {
    /// A figure by what it is about; a direction without a member is the sum over all.
    struct Key: Hashable {
        var measure: String
        var year: Int
        var members: [Dimension: Int]

        /// The key without a direction.
        func without(_ dimension: Dimension) -> Key {
            var up = self
            up.members[dimension] = nil
            return up
        }
    }

    /// The figures seen with a number, and counts of people that are no figures.
    var shown: [Key: Tally] = [:]
    /// Figures of which a comparison shows the sum.
    var combined: Set<Set<Key>> = []
    /// Numbers that were shown although a figure that they are made of was not.
    var exposed: Set<String> = []
    let measures: MeasureBook
    let institutionOfClass: [Int: Int]
    let gradeOfClass: [Int: Int]

    init(_ measures: MeasureBook, _ questions: AttackQuestions) {
        self.measures = measures
        institutionOfClass = questions.institutionOfClass
        gradeOfClass = questions.gradeOfClass
    }

    /// The same attacker, who has seen other figures.
    func having(seen: [Key: Tally]) -> ReportAttacker {
        var other = self
        other.shown = seen
        return other
    }

    /// Takes down what a document shows: every face of a report prints it.
    mutating func read(_ document: ReportDocument) throws {
        for section in document.sections {
            for row in section.rows + (section.total.map { [$0] } ?? []) {
                for case .figure(let figure) in row.cells {
                    guard let tally = figure.tally, figure.selection.reach.everything else { continue }
                    shown[try key(figure)] = tally
                }
            }
        }
    }

    /// Figures of a part and of a kind are one however a report came to them; the board has one scale of marks.
    func key(_ figure: Figure) throws -> Key {
        var members = figure.members.merging(figure.selection.members) { own, _ in own }
        members[.scale] = nil
        let year = members.removeValue(forKey: .year) ?? figure.selection.year.start
        if members[.term] == 0 { members[.term] = nil }
        if let classGroup = members[.classGroup] {
            members[.institution] = institutionOfClass[classGroup]
            members[.grade] = nil
        }
        let measure = try measures.named(figure.measure)
        guard let rule = (measure as? any DisclosedMeasure)?.disclosure, let kind = rule.kind,
            figure.unit != .share
        else {
            return Key(measure: figure.measure, year: year, members: members)
        }
        members[.kind] = kind
        return Key(measure: rule.base, year: year, members: members)
    }

    /// Figures about so few people that were not shown and yet follow from those that were.
    func recovered(_ truth: [Key: Tally], floor: Int) -> [Key] {
        let systems = Dictionary(grouping: truth.keys) { "\($0.measure) \($0.year)" }
        return systems.values.flatMap { keys -> [Key] in
            let unknown = keys.filter { shown[$0] == nil }
            let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
            let known = combined.map { parts in parts.compactMap { column[$0] } }.filter { !$0.isEmpty }
            let compared = known.map { parts in Dictionary(uniqueKeysWithValues: parts.map { ($0, 1) }) }
            let added = sums(keys, truth).map { sum in
                var row: [Int: Int] = [:]
                if let whole = column[sum.whole] { row[whole] = -1 }
                for part in sum.parts { if let index = column[part] { row[index, default: 0] += 1 } }
                return row
            }
            return SparseSystem.determined(added + compared).map { unknown[$0] }
        }
        .filter { isFew(truth[$0], of: $0, floor) }
    }

    /// Shares that tell of one child as soon as one alone is on a side of them.
    static let ofSides: Set<String> = [
        "attainment/promoted", "assessments/below-threshold", "attendance/chronic-share",
        "attendance/over-limit-share",
    ]

    /// Whether a figure, or a side of it, is about some people, but fewer than the floor.
    func isFew(_ tally: Tally?, of key: Key, _ floor: Int) -> Bool {
        guard let tally, !tally.isPublic, let people = tally.people else { return false }
        var parts = [people]
        if ReportAttacker.ofSides.contains(key.measure) {
            parts += [tally.numerator, tally.denominator - tally.numerator]
        }
        return parts.contains { $0 > 0 && $0 < floor }
    }

    private struct Sum {
        let whole: Key
        let parts: [Key]
    }

    /// Each way up from a figure: without one direction, and from a class to its grade.
    private func sums(_ keys: [Key], _ truth: [Key: Tally]) -> [Sum] {
        struct Way: Hashable {
            let whole: Key
            let along: String
        }
        var parts: [Way: [Key]] = [:]
        for key in keys {
            for dimension in key.members.keys {
                // A class without its institution is the same class.
                if dimension == .institution, key.members[.classGroup] != nil { continue }
                parts[Way(whole: key.without(dimension), along: dimension.rawValue), default: []].append(key)
            }
            guard let classGroup = key.members[.classGroup], let grade = gradeOfClass[classGroup] else {
                continue
            }
            var ofGrade = key.without(.classGroup)
            ofGrade.members[.grade] = grade
            parts[Way(whole: ofGrade, along: "grade of class"), default: []].append(key)
        }
        return parts.compactMap { way, parts in
            guard let whole = truth[way.whole], holds(whole, parts.compactMap { truth[$0] }) else {
                return nil
            }
            return Sum(whole: way.whole, parts: parts)
        }
    }

    private func holds(_ whole: Tally, _ parts: [Tally]) -> Bool {
        guard parts.reduce(0, { $0 + $1.numerator }) == whole.numerator else { return false }
        if whole.denominator == 1, parts.allSatisfy({ $0.denominator == 1 }) { return true }
        return parts.reduce(0) { $0 + $1.denominator } == whole.denominator
    }
}
