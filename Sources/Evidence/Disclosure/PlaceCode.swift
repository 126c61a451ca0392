internal import Frame

/// Places as numbers: a digit for each direction, 0 where it is summed up, else the position of the member.
///
/// Numbers stand in the order of places, and the sum above a place is a subtraction away, so that the many places
/// of a large board are kept, compared and found as integers.
struct PlaceCode: Sendable {
    /// The members of each direction in rising order.
    private let members: [[Int]]
    /// What a digit of each direction counts.
    private let weights: [Int]

    /// A code for some places and all sums above them.
    init(_ places: some Collection<SumPlace>, grades: some Collection<Int> = []) {
        var found = [Set<Int>](repeating: [], count: SumPlace.directions)
        for place in places {
            for direction in 0..<SumPlace.directions {
                if let member = place.member(direction) { found[direction].insert(member) }
            }
        }
        found[SumPlace.grade].formUnion(grades)
        members = found.map { $0.sorted() }
        var weights = [Int](repeating: 1, count: SumPlace.directions)
        for direction in (1..<SumPlace.directions).reversed() {
            weights[direction - 1] = weights[direction] * (members[direction].count + 1)
        }
        self.weights = weights
    }

    /// The number of a place; nil where it names a member that no place has.
    func code(_ place: SumPlace) -> Int? {
        var code = 0
        for direction in 0..<SumPlace.directions {
            guard let member = place.member(direction) else { continue }
            let digit = digit(of: member, direction)
            guard digit > 0 else { return nil }
            code += digit * weights[direction]
        }
        return code
    }

    /// The digit of a member; 0 where no place has it.
    func digit(of member: Int, _ direction: Int) -> Int {
        let members = members[direction]
        var (low, high) = (0, members.count)
        while low < high {
            let middle = (low + high) / 2
            if members[middle] < member { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low] == member ? low + 1 : 0
    }

    /// The digit that a number has in a direction.
    func digit(_ code: Int, _ direction: Int) -> Int {
        code / weights[direction] % (members[direction].count + 1)
    }

    /// The number with another digit in a direction.
    func setting(_ direction: Int, to digit: Int, in code: Int) -> Int {
        code + (digit - self.digit(code, direction)) * weights[direction]
    }

    /// The members of a direction in the order of their digits, which begin at 1.
    func members(_ direction: Int) -> [Int] { members[direction] }
}
