internal import Frame

/// Which cells of a measure and year are hidden from a reader: those about too few people, and as many others as
/// it takes that none of them can be derived.
///
/// It knows nothing of what was asked, so no series of questions uncovers a cell.
struct Suppression {
    private var cells: [SumCell]
    private let derivation: Derivation
    private let relations: [Relation]
    private let floor: Int
    private var isHidden: [Bool]
    /// How many cells of each sum are hidden.
    private var hiddenIn: [Int]

    /// The places hidden.
    static func hidden(_ sums: SumCells, floor: Int) -> Set<SumPlace> {
        var suppression = Suppression(sums, floor: floor)
        suppression.widenCircle()
        suppression.hideFew()
        suppression.protect()
        return Set(zip(suppression.cells, suppression.isHidden).filter(\.1).map(\.0.place))
    }

    private init(_ sums: SumCells, floor: Int) {
        cells = sums.cells
        relations = Relation.all(sums)
        derivation = Derivation(relations, cells)
        self.floor = floor
        isHidden = [Bool](repeating: false, count: cells.count)
        hiddenIn = [Int](repeating: 0, count: relations.count)
    }

    /// Who works with all parts of a sum knows the sum.
    private mutating func widenCircle() {
        var changed = true
        while changed {
            changed = false
            for relation in relations where !cells[relation.parent].isInCircle {
                guard relation.children.allSatisfy({ cells[$0].isInCircle }) else { continue }
                cells[relation.parent].isInCircle = true
                changed = true
            }
        }
    }

    /// Hides what is about some people, but fewer than the floor.
    private mutating func hideFew() {
        for index in cells.indices
        where isFree(index) && cells[index].people > 0 && cells[index].people < floor {
            hide(index)
        }
    }

    /// What a sum less its shown parts leaves is a figure too: it must not be about few people either.
    private mutating func widen() {
        var changed = true
        while changed {
            changed = false
            for index in relations.indices where hiddenIn[index] > 0 && !isHidden[relations[index].parent] {
                if fill(relations[index]) { changed = true }
            }
        }
    }

    /// Hides further parts of a sum until its hidden ones are of enough people together.
    private mutating func fill(_ relation: Relation) -> Bool {
        var changed = false
        while true {
            let hidden = relation.children.filter { isHidden[$0] }
            guard let first = hidden.first, hidden.reduce(0, { $0 + cells[$1].people }) < floor else {
                return changed
            }
            guard let next = best(relation.children, beside: first) ?? best([relation.parent], beside: first)
            else { return changed }
            hide(next)
            if next == relation.parent { return true }
            changed = true
        }
    }

    /// Hides further cells until nothing hidden can be derived.
    private mutating func protect() {
        while true {
            pair()
            widen()
            let derivable = derivation.derivable(isHidden)
            var touched = Set<Int>()
            for cell in derivable where !touched.contains(cell) {
                guard let next = companion(of: cell) else { continue }
                hide(next)
                for relation in derivation.relations(of: next) {
                    touched.formUnion(relations[relation].members)
                }
            }
            if touched.isEmpty { return }
        }
    }

    /// Hides a second cell in every sum that has one hidden cell: alone it would be what the others leave.
    private mutating func pair() {
        var open = relations.indices.filter { hiddenIn[$0] == 1 }
        while let index = open.popLast() {
            guard hiddenIn[index] == 1 else { continue }
            let members = relations[index].members
            guard let alone = members.first(where: { isHidden[$0] }) else { continue }
            guard let next = best(members, beside: alone) else { continue }
            hide(next)
            open += derivation.relations(of: next).filter { hiddenIn[$0] == 1 }
        }
    }

    /// The cell to hide beside one that sums give away together: from its own sums, else from those around them.
    ///
    /// A zero is no companion: whoever knows that nothing is there would subtract it all the same.
    private func companion(of cell: Int) -> Int? {
        var seen: Set<Int> = [cell]
        var ring = [cell]
        while !ring.isEmpty {
            let around = Set(ring.flatMap { derivation.relations(of: $0) }.flatMap { relations[$0].members })
            if let next = best(around.sorted(), beside: cell) { return next }
            ring = around.subtracting(seen).sorted()
            seen.formUnion(ring)
        }
        return nil
    }

    /// The shown cell that costs least: none wider than the one beside it while there is another, then the one
    /// that leaves the fewest sums with a hidden cell alone, then the one about the fewest people.
    private func best(_ candidates: [Int], beside cell: Int) -> Int? {
        let level = cells[cell].place.level
        var best: (cost: [Int], cell: Int)?
        for candidate in candidates where isShown(candidate) && cells[candidate].people > 0 {
            let exposed = derivation.relations(of: candidate).count { hiddenIn[$0] == 0 }
            let rise = max(0, level - cells[candidate].place.level)
            let cost = [rise, exposed, cells[candidate].people, weight(candidate), candidate]
            if best.map({ cost.lexicographicallyPrecedes($0.cost) }) ?? true { best = (cost, candidate) }
        }
        return best?.cell
    }

    /// A measure and the one it is the count of weigh the same, so that both hide the same cells.
    private func weight(_ index: Int) -> Int {
        let tally = cells[index].tally
        return tally.denominator == 1 ? tally.numerator : tally.denominator
    }

    private mutating func hide(_ index: Int) {
        isHidden[index] = true
        for relation in derivation.relations(of: index) { hiddenIn[relation] += 1 }
    }

    private func isShown(_ index: Int) -> Bool { isFree(index) && !isHidden[index] }

    /// Whether the cell may be hidden: what is public or known to the reader anyway may not.
    private func isFree(_ index: Int) -> Bool { !cells[index].tally.isPublic && !cells[index].isInCircle }
}
