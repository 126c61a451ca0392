internal import Frame
internal import Kernel
internal import Registry

/// Two rules that both flag a pupil.
struct TrackPair {
    let first: RiskRecord
    let second: RiskRecord
    let count: TrackCount
    let isShown: Bool

    /// The pairs that flag anybody, those that flag more first.
    static func all(_ run: TrackRun, _ results: [TrackRun.Result]) -> [TrackPair] {
        var pairs: [TrackPair] = []
        for (index, first) in results.enumerated() {
            for second in results.dropFirst(index + 1) {
                let both = first.flagged.intersection(second.flagged)
                guard !both.isEmpty else { continue }
                let flags = first.flags.keys.filter { second.flags[$0] != nil }
                    .reduce(into: [PupilID: Bool]()) { $0[$1] = both.contains($1) }
                let count = run.count(flags)
                // What a rule flags without the other could be taken from the numbers of both.
                let isShown =
                    count.isShown(floor: run.floor) && !run.areFew(first.flagged.subtracting(both))
                    && !run.areFew(second.flagged.subtracting(both))
                pairs.append(
                    TrackPair(
                        first: first.record,
                        second: second.record,
                        count: count,
                        isShown: isShown
                    )
                )
            }
        }
        return pairs.sorted { left, right in
            (right.count.flagged, left.first.name, left.second.name)
                < (left.count.flagged, right.first.name, right.second.name)
        }
    }
}
