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

    /// The places hidden.
    static func hidden(_ sums: SumCells, floor: Int) -> Set<SumPlace> {
        var suppression = Suppression(sums, floor: floor)
        suppression.widenCircle()
        suppression.hideFew()
        suppression.widen()
        suppression.protect()
        return Set(zip(suppression.cells, suppression.isHidden).filter(\.1).map(\.0.place))
    }

    private init(_ sums: SumCells, floor: Int) {
        cells = sums.cells
        relations = Relation.all(sums)
        derivation = Derivation(relations, cells)
        self.floor = floor
        isHidden = [Bool](repeating: false, count: cells.count)
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
            isHidden[index] = true
        }
    }

    /// What a sum less its shown parts leaves is a figure too: it must not be about few people either.
    private mutating func widen() {
        var changed = true
        while changed {
            changed = false
            for relation in relations where !isHidden[relation.parent] {
                if fill(relation) { changed = true }
            }
        }
    }

    /// Hides further parts of a sum until its hidden ones are of enough people together.
    private mutating func fill(_ relation: Relation) -> Bool {
        var changed = false
        while true {
            let hidden = relation.children.filter { isHidden[$0] }
            guard !hidden.isEmpty, hidden.reduce(0, { $0 + cells[$1].people }) < floor else { return changed }
            guard let next = best(relation.children.filter { isCompanion($0) }) else {
                guard isShown(relation.parent) else { return changed }
                isHidden[relation.parent] = true
                return true
            }
            isHidden[next] = true
            changed = true
        }
    }

    /// Hides further cells until nothing hidden can be derived.
    private mutating func protect() {
        while true {
            let derivable = derivation.derivable(isHidden).filter { isHidden[$0] }
            var touched = Set<Int>()
            for cell in derivable where !touched.contains(cell) {
                guard let next = companion(of: cell) else { continue }
                isHidden[next] = true
                for relation in derivation.relations(of: next) { touched.formUnion(relation.members) }
            }
            if touched.isEmpty { return }
            widen()
        }
    }

    /// The cell to hide beside a derivable one: the smallest part of a sum, and a sum where it has no other part.
    ///
    /// A zero is no companion: whoever knows that nothing is there would subtract it all the same.
    private func companion(of cell: Int) -> Int? {
        var seen: Set<Int> = [cell]
        var ring = [cell]
        while !ring.isEmpty {
            let relations = ring.flatMap { derivation.relations(of: $0) }
            if let part = best(Set(relations.flatMap(\.children)).filter { isCompanion($0) }) { return part }
            if let sum = best(Set(relations.map(\.parent)).filter { isCompanion($0) }) { return sum }
            ring = Set(relations.flatMap(\.members)).subtracting(seen).sorted()
            seen.formUnion(ring)
        }
        return nil
    }

    private func isCompanion(_ index: Int) -> Bool { isShown(index) && cells[index].people > 0 }

    private func best(_ candidates: some Sequence<Int>) -> Int? {
        candidates.min { (cells[$0].people, weight($0), $0) < (cells[$1].people, weight($1), $1) }
    }

    /// A measure and the one it is the count of weigh the same, so that both hide the same cells.
    private func weight(_ index: Int) -> Int {
        let tally = cells[index].tally
        return tally.denominator == 1 ? tally.numerator : tally.denominator
    }

    private func isShown(_ index: Int) -> Bool { isFree(index) && !isHidden[index] }

    /// Whether the cell may be hidden: what is public or known to the reader anyway may not.
    private func isFree(_ index: Int) -> Bool { !cells[index].tally.isPublic && !cells[index].isInCircle }
}
