/// What a reader can derive of hidden cells from the shown ones.
struct Derivation {
    private let relations: [Relation]
    private let relationsOfCell: [[Int]]

    /// For each cell how early it is solved for: parts before the sums they are in.
    private let rank: [Int]

    init(_ relations: [Relation], _ cells: [SumCell]) {
        self.relations = relations
        var ofCell = [[Int]](repeating: [], count: cells.count)
        for (index, relation) in relations.enumerated() {
            for member in relation.members { ofCell[member].append(index) }
        }
        relationsOfCell = ofCell
        let depths = cells.map(\.place.depth)
        let order = cells.indices.sorted { (depths[$1], $0) < (depths[$0], $1) }
        var rank = [Int](repeating: 0, count: cells.count)
        for (position, cell) in order.enumerated() { rank[cell] = position }
        self.rank = rank
    }

    /// The sums that a cell takes part in, by their index.
    func relations(of cell: Int) -> [Int] { relationsOfCell[cell] }

    /// The hidden cells whose numbers follow from those of the shown ones, in rising order.
    func derivable(_ isHidden: [Bool]) -> [Int] {
        var unsolved = isHidden
        let direct = solve(&unsolved)
        let entangled = components(unsolved).flatMap { determined($0, unsolved) }
        return (direct + entangled).sorted()
    }

    /// The unknowns that sums determine together.
    private func determined(_ component: [Int], _ unsolved: [Bool]) -> [Int] {
        let unknowns = Set(component.flatMap { relations[$0].members }).filter { unsolved[$0] }
            .sorted { rank[$0] < rank[$1] }
        let number = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
        let rows = component.map { index -> Elimination.Row in
            let relation = relations[index]
            let parts = relation.children.compactMap { cell in number[cell].map { ($0, 1) } }
            let sum = number[relation.parent].map { [($0, -1)] } ?? []
            return (parts + sum).sorted { $0.0 < $1.0 }
        }
        var system = Elimination(unknowns: unknowns.count)
        for row in rows.sorted(by: { ($0.first?.unknown ?? 0) < ($1.first?.unknown ?? 0) }) {
            system.add(row)
        }
        return system.determined.map { unknowns[$0] }
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
}
