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
        let flagged: Set<PupilID>
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
        var signs: [PupilID: (number: Int, weight: Int)] = [:]
        var told: Set<PupilID> = []
        for result in results {
            told.formUnion(result.flags.keys)
            for (pupil, weight) in result.weights {
                let before = signs[pupil] ?? (number: 0, weight: 0)
                signs[pupil] = (before.number + 1, before.weight + weight)
            }
        }
        let order = signs.sorted { left, right in
            (right.value.number, right.value.weight, left.key)
                < (left.value.number, left.value.weight, right.key)
        }
        .map(\.key)
        let sizes = TrackRanking.served.filter { $0 < order.count }
        let most = signs.values.map(\.number).max() ?? 0
        var wanted = sizes.map { (name: TrackRanking.pupils.counted($0), size: $0, isOfSigns: false) }
        for least in most < 2 ? [] : Array(2...most) {
            let name = Text(lv: "\(least) vai vairāk pazīmju", en: "\(least) signs or more")
            wanted.append((name, signs.values.count { $0.number >= least }, true))
        }
        var found: [(head: Head, isOfSigns: Bool)] = []
        var last: Set<PupilID> = []
        let all = Set(order)
        for (name, size, isOfSigns) in wanted.sorted(by: { ($0.size, $0.name.en) < ($1.size, $1.name.en) }) {
            let flagged = Set(order.prefix(size))
            let flags = told.reduce(into: [PupilID: Bool]()) { $0[$1] = flagged.contains($1) }
            let count = run.count(flags)
            let isShown =
                count.isShown(floor: run.floor) && !run.areFew(flagged.subtracting(last))
                && !run.areFew(all.subtracting(flagged))
            if isShown { last = flagged }
            found.append((Head(name: name, flagged: flagged, count: count, isShown: isShown), isOfSigns))
        }
        bySize = found.filter { !$0.isOfSigns }.map(\.head)
        bySigns = found.filter(\.isOfSigns).map(\.head).reversed()
    }
}
