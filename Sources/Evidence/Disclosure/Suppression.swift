internal import Frame

/// Which cells of a measure and year are hidden from a reader: those about too few people, and as many others as
/// it takes that none of them can be derived.
///
/// It knows nothing of what was asked, so no series of questions uncovers a cell.
struct Suppression {
    private var cells: [SumCell]
    private let relations: Relations
    private let derivation: Derivation
    private let floor: Int
    private var isHidden: [Bool]
    /// How many cells of each sum are hidden.
    private var hiddenIn: [Int]

    /// Which cells are hidden, in their order.
    static func pattern(_ sums: SumCells, floor: Int) -> [Bool] {
        var suppression = Suppression(sums, floor: floor)
        suppression.widenCircle()
        suppression.hideFew()
        suppression.protect()
        return suppression.isHidden
    }

    private init(_ sums: SumCells, floor: Int) {
        cells = sums.cells
        relations = Relations(sums)
        derivation = Derivation(relations, cells)
        self.floor = floor
        isHidden = [Bool](repeating: false, count: cells.count)
        hiddenIn = [Int](repeating: 0, count: relations.count)
    }

    /// Who works with all parts of a sum knows the sum.
    private mutating func widenCircle() {
        var changed = cells.contains(where: \.isInCircle)
        while changed {
            changed = false
            for sum in 0..<relations.count where !cells[relations.whole(sum)].isInCircle {
                guard relations.parts(sum).allSatisfy({ cells[$0].isInCircle }) else { continue }
                cells[relations.whole(sum)].isInCircle = true
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
            for sum in 0..<relations.count where hiddenIn[sum] > 0 && !isHidden[relations.whole(sum)] {
                if fill(sum) { changed = true }
            }
        }
    }

    /// Hides further parts of a sum until its hidden ones are of enough people together.
    private mutating func fill(_ sum: Int) -> Bool {
        var changed = false
        while let first = tooFew(sum) {
            let whole = relations.whole(sum)
            guard let next = best(relations.parts(sum), beside: first) ?? best([whole], beside: first) else {
                return changed
            }
            hide(next)
            if next == whole { return true }
            changed = true
        }
        return changed
    }

    /// The first hidden part of a sum whose hidden parts are of too few people together; else nil.
    private func tooFew(_ sum: Int) -> Int? {
        var first: Int?
        var people = 0
        for part in relations.parts(sum) where isHidden[part] {
            first = first ?? part
            people += cells[part].people
        }
        return people < floor ? first : nil
    }

    /// Hides further cells until nothing hidden can be derived.
    private mutating func protect() {
        while true {
            pair()
            widen()
            var touched = Set<Int>()
            for cell in derivation.derivable(isHidden, open: hiddenIn) where !touched.contains(cell) {
                guard let next = companion(of: cell) else { continue }
                hide(next)
                for sum in relations.sums(of: next) { touched.formUnion(relations.members(sum)) }
            }
            if touched.isEmpty { return }
        }
    }

    /// Hides a second cell in every sum that has one hidden cell: alone it would be what the others leave.
    private mutating func pair() {
        var open = hiddenIn.indices.filter { hiddenIn[$0] == 1 }
        while let sum = open.popLast() {
            guard hiddenIn[sum] == 1 else { continue }
            guard let alone = relations.members(sum).first(where: { isHidden[$0] }) else { continue }
            guard let next = best(relations.members(sum), beside: alone) else { continue }
            hide(next)
            open += relations.sums(of: next).filter { hiddenIn[$0] == 1 }
        }
    }

    /// The cell to hide beside one that sums give away together: from its own sums, else from those around them.
    ///
    /// A zero is no companion: whoever knows that nothing is there would subtract it all the same.
    private func companion(of cell: Int) -> Int? {
        var seen: Set<Int> = [cell]
        var ring = [cell]
        while !ring.isEmpty {
            let around = Set(ring.flatMap { relations.sums(of: $0) }.flatMap { relations.members($0) })
            if let next = best(around.sorted()[...], beside: cell) { return next }
            ring = around.subtracting(seen).sorted()
            seen.formUnion(ring)
        }
        return nil
    }

    /// The shown cell that costs least: none wider than the one beside it while there is another, then the one
    /// that leaves the fewest sums with a hidden cell alone, then the one about the fewest people.
    private func best(_ candidates: ArraySlice<Int>, beside cell: Int) -> Int? {
        let level = cells[cell].place.level
        var best: (rise: Int, exposed: Int, people: Int, weight: Int, cell: Int)?
        for candidate in candidates where isShown(candidate) && cells[candidate].people > 0 {
            let cost = (
                rise: max(0, level - cells[candidate].place.level),
                exposed: relations.sums(of: candidate).count { hiddenIn[$0] == 0 },
                people: cells[candidate].people, weight: weight(candidate), cell: candidate
            )
            if best.map({ cost < $0 }) ?? true { best = cost }
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
        for sum in relations.sums(of: index) { hiddenIn[sum] += 1 }
    }

    private func isShown(_ index: Int) -> Bool { isFree(index) && !isHidden[index] }

    /// Whether the cell may be hidden: what is public or known to the reader anyway may not.
    private func isFree(_ index: Int) -> Bool { !cells[index].tally.isPublic && !cells[index].isInCircle }
}
