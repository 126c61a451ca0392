internal import Frame

/// A sum that every reader can make: the children add up to the parent.
struct Relation {
    /// The cell of the sum.
    let parent: Int
    /// The cells that are added.
    let children: [Int]

    /// Every cell in it.
    var members: [Int] { [parent] + children }

    /// The sums that hold among cells, in a fixed order.
    ///
    /// A sum counts where its numbers add up: pupils over a limit in either term do not make those of the year,
    /// and marks of terms not the mark of the year.
    static func all(_ sums: SumCells) -> [Relation] {
        var children: [Key: [Int]] = [:]
        for (index, cell) in sums.cells.enumerated() {
            for key in keys(cell.place, sums) { children[key, default: []].append(index) }
        }
        return children.sorted { $0.key < $1.key }.compactMap { key, children in
            guard let parent = sums.indexes[key.parent] else { return nil }
            let relation = Relation(parent: parent, children: children)
            return relation.holds(sums.cells) ? relation : nil
        }
    }

    /// A parent and the direction it is summed along.
    private struct Key: Hashable, Comparable {
        let parent: SumPlace
        let direction: Int

        static func < (left: Key, right: Key) -> Bool {
            left.parent == right.parent ? left.direction < right.direction : left.parent < right.parent
        }
    }

    private static func keys(_ place: SumPlace, _ sums: SumCells) -> [Key] {
        var keys: [Key] = []
        func add(_ direction: Int, _ change: (inout SumPlace) -> Void) {
            var parent = place
            change(&parent)
            keys.append(Key(parent: parent, direction: direction))
        }
        if let classGroup = place.classGroup {
            add(0) { $0.classGroup = nil }
            if let grade = sums.gradeOfClass[classGroup] {
                add(1) {
                    $0.classGroup = nil
                    $0.grade = grade
                }
            }
        } else {
            if place.grade != nil { add(2) { $0.grade = nil } }
            if place.institution != nil { add(3) { $0.institution = nil } }
        }
        if place.subject != nil { add(4) { $0.subject = nil } }
        if place.kind != nil { add(5) { $0.kind = nil } }
        if place.term != nil { add(6) { $0.term = nil } }
        return keys
    }

    private func holds(_ cells: [SumCell]) -> Bool {
        let whole = cells[parent].tally
        let top = children.reduce(0) { $0 + cells[$1].tally.numerator }
        guard top == whole.numerator else { return false }
        // A plain count stands over 1 in every cell.
        if whole.denominator == 1, children.allSatisfy({ cells[$0].tally.denominator == 1 }) { return true }
        return children.reduce(0) { $0 + cells[$1].tally.denominator } == whole.denominator
    }
}
