import Frame
import Kernel
import SekmeTesting

/// Someone who reads every report under every filter and takes all sums they know of apart.
struct Attacker {
    /// A figure by what it is about; nil is the sum over all.
    struct Key: Hashable {
        var measure: String
        var year: Int
        var term: Int?
        var institution: Int?
        var classGroup: Int?
    }

    /// The figures seen with a number.
    private(set) var shown: [Key: Tally] = [:]
    /// The figures seen without one.
    private(set) var hidden: Set<Key> = []
    private let institutionOfClass: [Int: Int]

    init(institutionOfClass: [Int: Int]) {
        self.institutionOfClass = institutionOfClass
    }

    mutating func read(_ document: ReportDocument) {
        for section in document.sections {
            for row in section.rows + (section.total.map { [$0] } ?? []) {
                for case .figure(let figure) in row.cells { read(figure) }
            }
        }
    }

    private mutating func read(_ figure: Figure) {
        guard figure.tally != nil || figure.isHidden else { return }
        put(key(figure), figure.tally)
    }

    /// Takes down a figure with its number, or without it where it is hidden.
    mutating func put(_ key: Key, _ tally: Tally?) {
        if let tally {
            shown[key] = tally
        } else {
            hidden.insert(key)
        }
    }

    private func key(_ figure: Figure) -> Key {
        let classGroup = figure.members[.classGroup] ?? figure.selection.classGroup?.rawValue
        return Key(
            measure: figure.measure,
            year: figure.selection.year.start,
            term: figure.members[.term] ?? figure.selection.term,
            institution: figure.members[.institution] ?? figure.selection.institution?.rawValue
                ?? classGroup.flatMap { institutionOfClass[$0] },
            classGroup: classGroup
        )
    }

    /// The hidden figures that follow from the shown ones.
    func derived() -> [Key] {
        let keys = Array(Set(shown.keys).union(hidden))
        let unknown = keys.filter { shown[$0] == nil }
        let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
        let rows = keys.flatMap { parent in
            sums(parent, keys).map { children -> [Int: Int] in
                var row: [Int: Int] = [:]
                if let index = column[parent] { row[index, default: 0] -= 1 }
                for child in children { if let index = column[child] { row[index, default: 0] += 1 } }
                return row
            }
        }
        return SparseSystem.determined(rows).map { unknown[$0] }
    }

    /// Pupils over a limit in either term do not make those of the year.
    private static let ofWholeTerms: Set<String> = [
        "attendance/over-limit", "attendance/chronic", "attendance/assessed", "attendance/too-early",
        "attendance/chronic-share", "attendance/over-limit-share", "attendance/over-limit-of",
    ]

    /// The sets of figures that add up to a figure.
    private func sums(_ parent: Key, _ keys: [Key]) -> [[Key]] {
        var ways: [[Key]] = []
        func add(_ children: [Key]) { if !children.isEmpty { ways.append(children) } }
        if parent.term == nil, !Attacker.ofWholeTerms.contains(parent.measure) {
            add(
                keys.filter { key in
                    var up = key
                    up.term = nil
                    return key.term != nil && up == parent
                }
            )
        }
        if parent.classGroup == nil {
            add(
                keys.filter { key in
                    var up = key
                    up.classGroup = nil
                    return key.classGroup != nil && parent.institution != nil && up == parent
                }
            )
        }
        if parent.institution == nil {
            add(
                keys.filter { key in
                    var up = key
                    up.institution = nil
                    return key.institution != nil && key.classGroup == nil && up == parent
                }
            )
        }
        if parent.measure == "attendance/missed" {
            add(
                ["illness", "excused", "unexcused", "unstated"].map { kind in
                    var key = parent
                    key.measure = "attendance/\(kind)"
                    return key
                }.filter { shown[$0] != nil || hidden.contains($0) }
            )
        }
        if parent.measure == "attendance/excused-all" {
            add(
                ["illness", "excused"].map { kind in
                    var key = parent
                    key.measure = "attendance/\(kind)"
                    return key
                }.filter { shown[$0] != nil || hidden.contains($0) }
            )
        }
        return ways
    }
}
