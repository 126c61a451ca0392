internal import Frame

/// The sums that every reader can make: parts that add up to a whole.
///
/// A sum counts where its numbers add up: pupils over a limit in either term do not make those of the year, and
/// marks of terms not the mark of the year.
struct Relations {
    /// The members of all sums one after the other: the cell of the whole first, then the parts in rising order.
    private var members: [Int] = []
    /// Where the members of a sum begin; one more for the end.
    private var starts: [Int] = [0]
    /// The sums of all cells one after the other, and where those of a cell begin.
    private var sums: [Int] = []
    private var firsts: [Int] = []

    /// The sums that hold among cells, in the order of their wholes.
    init(_ sums: SumCells) {
        let wholes = Dictionary(zip(sums.codes, sums.codes.indices)) { first, _ in first }
        let above = SumsAbove(sums)
        // A number for each pair of a sum and its part, so that sorting lays the parts of a sum together.
        var parts: [(sum: Int, part: Int)] = []
        for (part, code) in sums.codes.enumerated() {
            above.each(code) { direction, whole in
                guard let whole = wholes[whole] else { return }
                parts.append((whole * SumsAbove.directions + direction, part))
            }
        }
        parts.sort { ($0.sum, $0.part) < ($1.sum, $1.part) }
        var start = 0
        while start < parts.count {
            var end = start
            while end < parts.count, parts[end].sum == parts[start].sum { end += 1 }
            let whole = parts[start].sum / SumsAbove.directions
            add(whole, parts[start..<end].map(\.part), sums.cells)
            start = end
        }
        linkCells(sums.cells.count)
    }

    /// How many sums there are.
    var count: Int { starts.count - 1 }

    /// Every cell of a sum, the whole first.
    func members(_ sum: Int) -> ArraySlice<Int> { members[starts[sum]..<starts[sum + 1]] }

    /// The cell that the parts add up to.
    func whole(_ sum: Int) -> Int { members[starts[sum]] }

    /// The cells that are added.
    func parts(_ sum: Int) -> ArraySlice<Int> { members[(starts[sum] + 1)..<starts[sum + 1]] }

    /// The sums that a cell takes part in.
    func sums(of cell: Int) -> ArraySlice<Int> { sums[firsts[cell]..<firsts[cell + 1]] }

    private mutating func add(_ whole: Int, _ parts: [Int], _ cells: [SumCell]) {
        guard Relations.holds(cells[whole].tally, parts, cells) else { return }
        members.append(whole)
        members += parts
        starts.append(members.count)
    }

    private static func holds(_ whole: Tally, _ parts: [Int], _ cells: [SumCell]) -> Bool {
        let top = parts.reduce(0) { $0 + cells[$1].tally.numerator }
        guard top == whole.numerator else { return false }
        // A plain count stands over 1 in every cell.
        if whole.denominator == 1, parts.allSatisfy({ cells[$0].tally.denominator == 1 }) { return true }
        return parts.reduce(0) { $0 + cells[$1].tally.denominator } == whole.denominator
    }

    private mutating func linkCells(_ cells: Int) {
        firsts = [Int](repeating: 0, count: cells + 1)
        for member in members { firsts[member + 1] += 1 }
        for cell in 0..<cells { firsts[cell + 1] += firsts[cell] }
        var next = firsts
        sums = [Int](repeating: 0, count: members.count)
        for sum in 0..<count {
            for member in members(sum) {
                sums[next[member]] = sum
                next[member] += 1
            }
        }
    }
}

/// The places of the sums that a place is a part of.
private struct SumsAbove {
    /// How many ways up there are: from classes to institutions and to grades, the others to the place without them.
    static let directions = 7

    private let code: PlaceCode
    /// The digit of the grade of each class, by the digit of the class; 0 for none.
    private let gradeOfClass: [Int]

    init(_ sums: SumCells) {
        let code = sums.code
        self.code = code
        gradeOfClass =
            [0]
            + code.members(SumPlace.classGroup).map { classGroup in
                sums.classes.gradeOfClass[classGroup].map { code.digit(of: $0, SumPlace.grade) } ?? 0
            }
    }

    /// Hands over the way up and the number of the place there.
    func each(_ place: Int, _ body: (Int, Int) -> Void) {
        let classGroup = code.digit(place, SumPlace.classGroup)
        if classGroup > 0 {
            let institution = code.setting(SumPlace.classGroup, to: 0, in: place)
            body(0, institution)
            let grade = gradeOfClass[classGroup]
            if grade > 0 { body(1, code.setting(SumPlace.grade, to: grade, in: institution)) }
        } else {
            up(place, from: SumPlace.grade, 2, body)
            up(place, from: SumPlace.institution, 3, body)
        }
        up(place, from: SumPlace.subject, 4, body)
        up(place, from: SumPlace.kind, 5, body)
        up(place, from: SumPlace.term, 6, body)
    }

    private func up(_ place: Int, from direction: Int, _ way: Int, _ body: (Int, Int) -> Void) {
        guard code.digit(place, direction) > 0 else { return }
        body(way, code.setting(direction, to: 0, in: place))
    }
}
