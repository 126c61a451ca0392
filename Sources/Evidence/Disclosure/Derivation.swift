/// What a reader can derive of hidden cells from the shown ones.
struct Derivation {
    private let relations: [Relation]
    private let relationsOfCell: [[Int]]

    init(_ relations: [Relation], cells: Int) {
        self.relations = relations
        var ofCell = [[Int]](repeating: [], count: cells)
        for (index, relation) in relations.enumerated() {
            for member in relation.members { ofCell[member].append(index) }
        }
        relationsOfCell = ofCell
    }

    /// The sums that a cell takes part in.
    func relations(of cell: Int) -> [Relation] { relationsOfCell[cell].map { relations[$0] } }

    /// The hidden cells whose numbers follow from those of the shown ones, in rising order.
    func derivable(_ isHidden: [Bool]) -> [Int] {
        var unsolved = isHidden
        let direct = solve(&unsolved)
        let entangled = components(unsolved).flatMap { component in
            var system = Elimination()
            for index in component { system.add(row(index, unsolved)) }
            return system.isOverflown ? unknowns(component, unsolved) : system.determined
        }
        return (direct + entangled).sorted()
    }

    /// Solves the sums with one unknown as long as there are any.
    private func solve(_ unsolved: inout [Bool]) -> [Int] {
        var open = relations.map { relation in relation.members.count { unsolved[$0] } }
        var queue = open.indices.filter { open[$0] == 1 }
        var solved: [Int] = []
        while let index = queue.popLast() {
            guard let cell = relations[index].members.first(where: { unsolved[$0] }) else { continue }
            unsolved[cell] = false
            solved.append(cell)
            for other in relationsOfCell[cell] {
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
        for start in relations.indices where !seen[start] {
            guard relations[start].members.contains(where: { unsolved[$0] }) else { continue }
            var component: [Int] = []
            var stack = [start]
            seen[start] = true
            while let index = stack.popLast() {
                component.append(index)
                for cell in relations[index].members where unsolved[cell] {
                    for other in relationsOfCell[cell] where !seen[other] {
                        seen[other] = true
                        stack.append(other)
                    }
                }
            }
            components.append(component.sorted())
        }
        return components
    }

    private func row(_ index: Int, _ unsolved: [Bool]) -> Elimination.Row {
        let relation = relations[index]
        var row = relation.children.filter { unsolved[$0] }.map { (unknown: $0, factor: 1) }
        if unsolved[relation.parent] { row.append((relation.parent, -1)) }
        return row.sorted { $0.unknown < $1.unknown }
    }

    private func unknowns(_ component: [Int], _ unsolved: [Bool]) -> [Int] {
        Set(component.flatMap { relations[$0].members }.filter { unsolved[$0] }).sorted()
    }
}
