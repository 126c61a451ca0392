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
                let both = TrackPair.both(first.flags, second.flags)
                let count = run.count(both)
                guard count.flagged > 0 else { continue }
                // What a rule flags without the other could be taken from the numbers of both.
                let isShown =
                    count.isShown(floor: run.floor)
                    && [first.flags, second.flags].allSatisfy { flags in
                        !run.areFew(TrackPair.places(flags, without: both))
                    }
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

    /// What two rules say together of those of whom each says something.
    private static func both(_ first: [TrackFlag], _ second: [TrackFlag]) -> [TrackFlag] {
        first.indices.map { place in
            if first[place] == .untold || second[place] == .untold { return .untold }
            return first[place] == .raised && second[place] == .raised ? .raised : .clear
        }
    }

    /// The places that a rule flags and both together do not.
    private static func places(_ flags: [TrackFlag], without both: [TrackFlag]) -> some Sequence<Int> {
        flags.indices.lazy.filter { flags[$0] == .raised && both[$0] != .raised }
    }
}
