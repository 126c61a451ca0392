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

    // What is left beside headings: of the first sheet for years and subjects, of the second for months and lists.
    private static let first = 28
    private static let second = 40
    /// A heading, the head of its table and the note of what is left out.
    private static let head = 5
    /// A year over its months.
    private static let group = 2
    /// What stands around the front of a meeting: the mark of the sheet, and the note of subjects left out.
    private static let frame = 4

    /// `front` is how many lines stand under the name before everything else.
    init(_ brief: PupilBrief, front: Int = 0) {
        let known = brief.years.map(\.absences).filter(\.isKnown).prefix(2).map(\.months.count)
        self.init(
            subjects: brief.marks.subjects.count,
            months: Array(known),
            lists: [brief.tests.count, brief.behaviour?.count ?? 0, brief.stays.count],
            front: front,
            years: brief.years.count
        )
    }

    /// The rows by how many there are of each.
    ///
    /// `months` are those of each year shown, the latest first; `lists` are tests, entries and stays. Where a front takes
    /// room, `known` years keep two rows at least.
    init(subjects: Int, months: [Int], lists: [Int], front: Int = 0, years known: Int = .max) {
        if front > 0 {
            let room = PupilPaper.first - front - PupilPaper.frame
            let least = min(2, known)
            self.subjects = min(subjects, max(1, room - least))
            years = max(least, room - self.subjects)
        } else {
            self.subjects = subjects
            years = max(3, PupilPaper.first - subjects)
        }
        let heads = lists.filter { $0 > 0 }.count * PupilPaper.head
        let wanted = lists.reduce(0, +) + heads
        let all = months.reduce(0) { $0 + $1 + PupilPaper.group }
        // The year before goes first where lists are long: it stands on the other sheet as a sum.
        let isWhole = all + wanted <= PupilPaper.second
        let shown = isWhole ? months : Array(months.prefix(1))
        self.months = shown.reduce(0, +)
        let taken = shown.reduce(0) { $0 + $1 + PupilPaper.group }
        let shares = PupilPaper.shares(of: PupilPaper.second - taken - heads, among: lists)
        tests = shares[0]
        behaviour = shares[1]
        stays = shares[2]
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
