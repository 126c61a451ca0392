internal import Frame
internal import Kernel
internal import Storage

/// Flagged pupils in the order in which a team that can serve so many would take them: those with more signs first,
/// of equals those whose readings are larger.
///
/// The order stays within the calculation: nobody is listed, and numbers that could be taken from each other for what
/// they tell of a few are not shown.
struct TrackRanking {
    /// The first of the order, as many as are served or as have so many signs.
    struct Head {
        let name: Text
        let count: TrackCount
        /// Whether its numbers may be shown beside those of the smaller ones that are.
        let isShown: Bool
    }

    /// How many pupils a team serves: fixed steps, as the next number after any would tell of one pupil.
    private static let served = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1_000]
    private static let pupils = Noun(lv: "izglītojamais", "izglītojamie", en: "pupil", "pupils")

    /// By how many pupils are served.
    let bySize: [Head]
    /// By how many signs a pupil has at least; none for a single rule.
    let bySigns: [Head]

    init(_ run: TrackRun, _ results: [TrackRun.Result]) {
        var numbers = [Int](repeating: 0, count: run.size)
        var weights = [Int](repeating: 0, count: run.size)
        var isTold = [Bool](repeating: false, count: run.size)
        for result in results {
            for (place, flag) in result.flags.enumerated() where flag != .untold {
                isTold[place] = true
                guard flag == .raised else { continue }
                numbers[place] += 1
                weights[place] += result.weights[place]
            }
        }
        // Places are in the order of pupils.
        let order = numbers.indices.filter { numbers[$0] > 0 }.sorted { left, right in
            (numbers[right], weights[right], left) < (numbers[left], weights[left], right)
        }
        var ranks = [Int](repeating: Int.max, count: run.size)
        for (rank, place) in order.enumerated() { ranks[place] = rank }
        let sizes = TrackRanking.served.filter { $0 < order.count }
        let most = order.first.map { numbers[$0] } ?? 0
        var wanted = sizes.map { (name: TrackRanking.pupils.counted($0), size: $0, isOfSigns: false) }
        for least in most < 2 ? [] : Array(2...most) {
            let name = Text(lv: "\(least) vai vairāk pazīmju", en: "\(least) signs or more")
            wanted.append((name, order.count { numbers[$0] >= least }, true))
        }
        var found: [(head: Head, isOfSigns: Bool)] = []
        var last = 0
        for (name, size, isOfSigns) in wanted.sorted(by: { ($0.size, $0.name.en) < ($1.size, $1.name.en) }) {
            let count = run.count { place in
                isTold[place] ? (ranks[place] < size ? .raised : .clear) : .untold
            }
            let isShown =
                count.isShown(floor: run.floor) && !run.areFew(order[last..<size])
                && !run.areFew(order[size...])
            if isShown { last = size }
            found.append((Head(name: name, count: count, isShown: isShown), isOfSigns))
        }
        bySize = found.filter { !$0.isOfSigns }.map(\.head)
        bySigns = found.filter(\.isOfSigns).map(\.head).reversed()
    }
}
