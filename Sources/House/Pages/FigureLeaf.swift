/// Which of the rows behind a figure are shown at a time.
struct FigureLeaf: Hashable, Sendable {
    /// The leaf, counted from 1.
    let number: Int
    /// How many leaves there are.
    let count: Int
    /// The rows of the leaf.
    let rows: Range<Int>
    /// How many rows can be looked through.
    let all: Int
    /// Whether there are more rows than can be looked through.
    let isCut: Bool

    /// So many leaves are looked through at most: nobody reads on, and each is found by reading those before it.
    static let most = 20

    /// The leaf of a number among so many rows, each of a size; the last one where there are fewer.
    init(_ number: Int, of size: Int, among found: Int) {
        all = min(found, size * FigureLeaf.most)
        isCut = found > all
        count = max(1, (all + size - 1) / size)
        self.number = min(max(number, 1), count)
        let first = (self.number - 1) * size
        rows = first..<min(first + size, all)
    }

    /// So many rows have to be found to know of more than can be looked through.
    static func sought(_ size: Int) -> Int { size * most + 1 }
}
