import Frame
import Kernel
import Testing

@testable import Evidence

struct SuppressionTests {
    /// Cells of random classes in institutions, by kind and term, with all their sums.
    private func cells(_ dice: inout RandomSource, institutions: Int = 4, classes: Int = 4) -> [SumCell] {
        var sums: [SumPlace: (number: Int, people: Int)] = [:]
        var classID = 0
        for institution in 1...institutions {
            for _ in 0..<Int.random(in: 1...classes, using: &dice) {
                classID += 1
                for kind in 1...3 {
                    for term in 1...2 {
                        let people = [0, 1, 2, 3, 6, 9, 14].randomElement(using: &dice) ?? 0
                        let number = people == 0 ? 0 : people * Int.random(in: 1...9, using: &dice)
                        for place in SuppressionTests.places(institution, classID, kind, term) {
                            sums[place, default: (0, 0)].number += number
                            sums[place, default: (0, 0)].people += people
                        }
                    }
                }
            }
        }
        return sums.map { place, sum in
            SumCell(place: place, tally: Tally(sum.number, people: sum.people), people: sum.people)
        }
    }

    /// A place with every sum it is in.
    private static func places(_ institution: Int, _ classID: Int, _ kind: Int, _ term: Int) -> [SumPlace] {
        let scopes: [[Dimension: Int]] = [
            [:], [.institution: institution], [.institution: institution, .classGroup: classID],
        ]
        let kinds: [[Dimension: Int]] = [[:], [.kind: kind]]
        let terms: [[Dimension: Int]] = [[:], [.term: term]]
        return scopes.flatMap { scope in
            kinds.flatMap { kind in
                terms.compactMap { term in
                    SumPlace(scope.merging(kind) { $1 }.merging(term) { $1 })
                }
            }
        }
    }

    /// The hidden cells that follow from the shown ones by sums written down here once more.
    private func derived(_ cells: [SumCell], _ hidden: Set<SumPlace>, own: Set<SumPlace> = []) -> [SumPlace] {
        let unknown = hidden.subtracting(own).sorted()
        let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
        var rows: [[Int]] = []
        for parent in cells.map(\.place) {
            for children in SuppressionTests.children(of: parent, cells.map(\.place)) {
                var row = [Int](repeating: 0, count: unknown.count)
                if let index = column[parent] { row[index] -= 1 }
                for child in children { if let index = column[child] { row[index] += 1 } }
                if row.contains(where: { $0 != 0 }) { rows.append(row) }
            }
        }
        return Attacker.determined(rows, unknowns: unknown.count).map { unknown[$0] }
    }

    private static func children(of parent: SumPlace, _ places: [SumPlace]) -> [[SumPlace]] {
        func matching(_ change: (inout SumPlace) -> Bool) -> [SumPlace] {
            places.filter { place in
                var up = place
                return change(&up) && up == parent
            }
        }
        let ways = [
            matching { place in
                defer { place.classGroup = nil }
                return place.classGroup != nil
            },
            matching { place in
                defer { place.institution = nil }
                return place.institution != nil && place.classGroup == nil
            },
            matching { place in
                defer { place.kind = nil }
                return place.kind != nil
            },
            matching { place in
                defer { place.term = nil }
                return place.term != nil
            },
        ]
        return ways.filter { !$0.isEmpty }
    }

    @Test(arguments: 1...8)
    func `an attacker with every sum derives no hidden cell`(_ seed: UInt64) {
        var dice = RandomSource(seed: seed)
        let cells = cells(&dice)
        let hidden = Suppression.hidden(SumCells(cells), floor: 5)
        #expect(derived(cells, hidden) == [])
        for cell in cells where cell.people > 0 && cell.people < 5 { #expect(hidden.contains(cell.place)) }
        #expect(hidden.count < cells.count)
    }

    @Test func `the attacker does derive what is hidden without companions`() {
        var dice = RandomSource(seed: 1)
        let cells = cells(&dice)
        let few = Set(cells.filter { $0.people > 0 && $0.people < 5 }.map(\.place))
        #expect(!derived(cells, few).isEmpty)
    }

    @Test(arguments: 1...4)
    func `what a reader of one institution knows uncovers no other`(_ seed: UInt64) {
        var dice = RandomSource(seed: seed)
        let cells = cells(&dice).map { cell in
            var cell = cell
            cell.isInCircle = cell.place.institution == 1
            return cell
        }
        let own = Set(cells.filter(\.isInCircle).map(\.place))
        let hidden = Suppression.hidden(SumCells(cells), floor: 5)
        #expect(hidden.isDisjoint(with: own))
        #expect(derived(cells, hidden) == [])
    }

    @Test func `the same data give the same pattern whatever their order`() {
        var dice = RandomSource(seed: 99)
        let cells = cells(&dice)
        let first = Suppression.hidden(SumCells(cells), floor: 5)
        for _ in 0..<3 {
            #expect(Suppression.hidden(SumCells(cells.shuffled(using: &dice)), floor: 5) == first)
        }
    }

    @Test func `what is left of a sum is never about fewer people than the floor`() {
        // Classes of 2, 2, 9 and 20: hiding the two small ones alone would show a sum about four.
        let people = [2, 2, 9, 20]
        var cells = people.enumerated().compactMap { index, people in
            SumPlace([.institution: 1, .classGroup: index + 1]).map { place in
                SumCell(place: place, tally: Tally(people * 3, people: people), people: people)
            }
        }
        if let all = SumPlace([.institution: 1]) {
            cells.append(SumCell(place: all, tally: Tally(99, people: 33), people: 33))
        }
        let hidden = Suppression.hidden(SumCells(cells), floor: 5)
        #expect(Set(hidden.compactMap(\.classGroup)) == [1, 2, 3])
    }

    @Test func `a public figure is never hidden and its sum is instead`() {
        let numbers: [(kind: Int?, number: Int, isPublic: Bool)] = [
            (nil, 43, false), (1, 40, true), (3, 3, false),
        ]
        let cells = numbers.compactMap { kind, number, isPublic -> SumCell? in
            guard let place = SumPlace(kind.map { [.kind: $0] } ?? [:]) else { return nil }
            return SumCell(
                place: place,
                tally: Tally(number, people: number, isPublic: isPublic),
                people: number
            )
        }
        let hidden = Suppression.hidden(SumCells(cells), floor: 5)
        #expect(Set(hidden.map(\.kind)) == [nil, 3])
    }

    @Test func `numbers that are no sum hide nothing of each other`() {
        // Pupils over a limit in a year are fewer than those of both terms together.
        let numbers: [(term: Int?, number: Int)] = [(nil, 11), (1, 9), (2, 4)]
        let cells = numbers.compactMap { term, number -> SumCell? in
            guard let place = SumPlace(term.map { [.term: $0] } ?? [:]) else { return nil }
            return SumCell(place: place, tally: Tally(number, people: number), people: number)
        }
        #expect(Set(Suppression.hidden(SumCells(cells), floor: 5).map(\.term)) == [2])
    }

    @Test func `a zero hides nothing`() {
        let cells = [0, 0, 12].enumerated().compactMap { index, number -> SumCell? in
            guard let place = SumPlace([.institution: index + 1]) else { return nil }
            return SumCell(place: place, tally: Tally(number, people: number), people: number)
        }
        #expect(Suppression.hidden(SumCells(cells), floor: 5).isEmpty)
    }
}

extension Suppression {
    /// The places hidden.
    fileprivate static func hidden(_ sums: SumCells, floor: Int) -> Set<SumPlace> {
        Set(zip(sums.cells, pattern(sums, floor: floor)).filter(\.1).map(\.0.place))
    }
}
