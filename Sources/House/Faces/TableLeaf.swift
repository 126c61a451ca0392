import Frame

/// Which rows of a long table a page shows: a hundred at a time, as nobody reads thousands and files hold them all.
struct TableLeaf: Equatable {
    /// Rows at a time.
    static let size = 100
    /// What an address calls it.
    static let name = "rows"
    /// The beginning of every table.
    static let first = TableLeaf("", 1)
    /// The number that stands for all rows at once, as paper wants them.
    static let all = 0
    /// More rows than this are for files: no browser prints them well.
    static let most = 2000
    /// The whole of every table.
    static let whole = TableLeaf("*", all)

    let section: String
    let number: Int

    init(_ section: String, _ number: Int) {
        self.section = section
        self.number = number
    }

    /// From an address, as `class.2`; anything else is the beginning.
    init(_ text: String?) {
        let parts = (text ?? "").split(separator: ".")
        guard parts.count == 2, let number = Int(parts[1]), number >= TableLeaf.all else {
            self = .first
            return
        }
        self.init(String(parts[0]), number)
    }

    /// As an address carries it.
    var words: String { "\(section).\(number)" }

    /// The rows of a section: the last ones where there are fewer.
    func rows(_ shown: ReportSection) -> Range<Int> {
        let count = shown.rows.count
        if number == Self.all, [shown.code, "*"].contains(section), count <= Self.most { return 0..<count }
        let leaves = max(1, (count + Self.size - 1) / Self.size)
        let start = shown.code == section && number > 0 ? (min(number, leaves) - 1) * Self.size : 0
        return start..<min(count, start + Self.size)
    }
}
