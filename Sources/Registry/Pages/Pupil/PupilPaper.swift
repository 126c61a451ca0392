/// How many rows of each table the two sheets of a pupil hold.
///
/// Sheets are counted in rows of the brief's print: 47 fit under the head of a page. What a heading, the head of a table
/// and a note take is counted as rows too, on the safe side.
struct PupilPaper: Equatable {
    /// Rows of the table of years.
    let years: Int
    /// Rows of the table of marks.
    let subjects: Int
    /// Rows of the table of months.
    let months: Int
    /// Rows of tests, entries of behaviour, and stays.
    let tests: Int
    let behaviour: Int
    let stays: Int
    /// Whether the first sheet has room for the stays, and behind them for the tests.
    let keepsStays: Bool
    let keepsTests: Bool

    // What is left beside headings: of the first sheet for years and subjects, of the second for months and lists.
    private static let first = 28
    private static let second = 40
    /// A heading, the head of its table and the note of what is left out.
    private static let head = 5
    /// The same of a table that nothing is left out of.
    private static let whole = 3
    /// A year over its months.
    private static let group = 2
    /// What stands around the front of a meeting: the mark of the sheet, and the note of subjects left out.
    private static let frame = 4

    /// `front` is how many lines stand under the name before everything else, `lines` how many under the counts.
    init(_ brief: PupilBrief, front: Int = 0, lines: Int = 0) {
        let known = brief.years.map(\.absences).filter(\.isKnown).prefix(2).map(\.months.count)
        self.init(
            subjects: brief.marks.subjects.count,
            months: Array(known),
            lists: [brief.tests.count, brief.behaviour?.count ?? 0, brief.stays.count],
            front: front,
            lines: lines,
            years: brief.years.count
        )
    }

    /// The rows by how many there are of each.
    ///
    /// `months` are those of each year shown, the latest first; `lists` are tests, entries and stays. Where a front takes
    /// room, `known` years keep two rows at least. A list goes to the first sheet where it fits there whole.
    init(
        subjects: Int,
        months: [Int],
        lists: [Int],
        front: Int = 0,
        lines: Int = 0,
        years known: Int = .max
    ) {
        let above = (front > 0 ? front + PupilPaper.frame : 0) + (lines > 0 ? lines + 1 : 0)
        let room = PupilPaper.first - above
        let least = min(front > 0 ? 2 : 3, known)
        self.subjects = above > 0 ? min(subjects, max(1, room - least)) : subjects
        years = max(least, room - self.subjects)
        var left = room - self.subjects - min(known, years)
        keepsStays = lists[2] + PupilPaper.head <= left
        if keepsStays { left -= lists[2] + PupilPaper.head }
        keepsTests = keepsStays && lists[0] + PupilPaper.head <= left
        let others = [keepsTests ? 0 : lists[0], lists[1], keepsStays ? 0 : lists[2]]
        // Where there are no tests or entries, that is said, which takes what a head would.
        let heads = (keepsTests ? 1 : 2) + (others[2] > 0 ? 1 : 0)
        let (shown, shares) = PupilPaper.second(months, others, heads: heads)
        self.months = shown
        tests = keepsTests ? lists[0] : shares[0]
        behaviour = shares[1]
        stays = keepsStays ? lists[2] : shares[2]
    }

    /// Months and rows of lists that the second sheet holds.
    ///
    /// The year before goes first where lists are long, as it stands on the other sheet as a sum; then lists are cut.
    private static func second(
        _ months: [Int],
        _ lists: [Int],
        heads: Int
    ) -> (months: Int, shares: [Int]) {
        func rows(_ months: [Int]) -> Int { months.reduce(0) { $0 + $1 + group } }
        let uncut = lists.reduce(0, +) + heads * whole
        for shown in [months, Array(months.prefix(1))] where rows(shown) + uncut <= second {
            return (shown.reduce(0, +), lists)
        }
        let latest = Array(months.prefix(1))
        let taken = rows(latest) + lists.filter { $0 > 0 }.count * head
        return (latest.reduce(0, +), shares(of: second - taken, among: lists))
    }

    /// Room shared evenly; what a short list does not need goes to the longer ones.
    private static func shares(of room: Int, among lists: [Int]) -> [Int] {
        var shares = lists
        var left = room
        let order = lists.indices.sorted { (lists[$0], $0) < (lists[$1], $1) }
        for (place, list) in order.enumerated() {
            shares[list] = min(lists[list], max(2, left / (order.count - place)))
            left -= shares[list]
        }
        return shares
    }
}
