import Frame
import Kernel

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
            sums(parent, keys).map { children in
                var row = [Int](repeating: 0, count: unknown.count)
                if let index = column[parent] { row[index] -= 1 }
                for child in children { if let index = column[child] { row[index] += 1 } }
                return row
            }
        }
        return Modular.determined(rows, unknowns: unknown.count).map { unknown[$0] }
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

/// Elimination by remainders of a large prime: plain, and quite other than what it attacks.
enum Modular {
    private static let prime: UInt64 = 2_147_483_647

    static func determined(_ rows: [[Int]], unknowns: Int) -> [Int] {
        var rows = rows.filter { $0.contains { $0 != 0 } }.map { row in
            row.map { UInt64((Int(prime) + $0) % Int(prime)) }
        }
        var pivots: [(row: Int, column: Int)] = []
        for column in 0..<unknowns {
            let done = pivots.count
            guard let found = (done..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(done, found)
            let inverse = power(rows[done][column], prime - 2)
            rows[done] = rows[done].map { $0 * inverse % prime }
            let pivot = rows[done]
            for other in rows.indices where other != done && rows[other][column] != 0 {
                let factor = prime - rows[other][column]
                for at in 0..<unknowns where pivot[at] != 0 {
                    rows[other][at] = (rows[other][at] + pivot[at] * factor) % prime
                }
            }
            pivots.append((done, column))
        }
        return pivots.filter { pivot in rows[pivot.row].count { $0 != 0 } == 1 }.map(\.column)
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
