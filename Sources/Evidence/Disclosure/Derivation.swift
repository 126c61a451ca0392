/// What a reader can derive of hidden cells from the shown ones.
struct Derivation {
    private let relations: Relations

    /// For each cell how early it is solved for: parts before the sums they are in.
    private let rank: [Int]

    init(_ relations: Relations, _ cells: [SumCell]) {
        self.relations = relations
        let keys = cells.enumerated().map { ($1.place.depth, $0) }.sorted { (-$0.0, $0.1) < (-$1.0, $1.1) }
        var rank = [Int](repeating: 0, count: cells.count)
        for (position, key) in keys.enumerated() { rank[key.1] = position }
        self.rank = rank
    }

    /// The hidden cells whose numbers follow from those of the shown ones, in rising order.
    ///
    /// `open` tells how many cells of each sum are hidden.
    func derivable(_ isHidden: [Bool], open: [Int]) -> [Int] {
        var unsolved = isHidden
        var derivable = solve(&unsolved, open)
        var numbers = [Int](repeating: -1, count: unsolved.count)
        for component in components(unsolved) {
            derivable += determined(component, unsolved, &numbers)
        }
        return derivable.sorted()
    }

    /// The unknowns that sums determine together; `numbers` is room for a number of each cell.
    private func determined(_ component: [Int], _ unsolved: [Bool], _ numbers: inout [Int]) -> [Int] {
        var unknowns: [Int] = []
        for sum in component {
            for cell in relations.members(sum) where unsolved[cell] && numbers[cell] < 0 {
                numbers[cell] = 0
                unknowns.append(cell)
            }
        }
        unknowns.sort { rank[$0] < rank[$1] }
        for (number, cell) in unknowns.enumerated() { numbers[cell] = number }
        var rows = component.map { row($0, numbers) }
        rows.sort { ($0.first?.unknown ?? 0) < ($1.first?.unknown ?? 0) }
        for cell in unknowns { numbers[cell] = -1 }
        var system = Elimination(unknowns: unknowns.count)
        for row in rows { system.add(row) }
        return system.determined.map { unknowns[$0] }
    }

    /// A sum as a row: its unknown parts less the whole.
    private func row(_ sum: Int, _ numbers: [Int]) -> Elimination.Row {
        var row: Elimination.Row = []
        for part in relations.parts(sum) where numbers[part] >= 0 { row.append((numbers[part], 1)) }
        let whole = relations.whole(sum)
        if numbers[whole] >= 0 { row.append((numbers[whole], -1)) }
        row.sort { $0.unknown < $1.unknown }
        return row
    }

    /// Solves the sums with one unknown as long as there are any.
    private func solve(_ unsolved: inout [Bool], _ open: [Int]) -> [Int] {
        var open = open
        var queue = open.indices.filter { open[$0] == 1 }
        var solved: [Int] = []
        while let sum = queue.popLast() {
            guard let cell = relations.members(sum).first(where: { unsolved[$0] }) else { continue }
            unsolved[cell] = false
            solved.append(cell)
            for other in relations.sums(of: cell) {
                open[other] -= 1
                if open[other] == 1 { queue.append(other) }
            }
        }
        return solved
    }

    /// Sums that share unknowns, together; others do not bear on each other.
    private func components(_ unsolved: [Bool]) -> [[Int]] {
        var seen = [Bool](repeating: false, count: relations.count)
        var components: [[Int]] = []
        for start in unsolved.indices where unsolved[start] {
            var component: [Int] = []
            var stack = [start]
            while let cell = stack.popLast() {
                for sum in relations.sums(of: cell) where !seen[sum] {
                    seen[sum] = true
                    component.append(sum)
                    stack += relations.members(sum).filter { unsolved[$0] }
                }
            }
            if !component.isEmpty { components.append(component.sorted()) }
        }
        return components
    }
}
