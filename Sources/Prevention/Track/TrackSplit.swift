internal import Frame
internal import Registry

/// The numbers of a rule for the groups of one split.
struct TrackSplit {
    let counts: [TrackCount]
    /// Whether they may be shown: one hidden group could be taken from the whole and the other, so that a split is shown
    /// whole or not at all.
    let isShown: Bool

    /// Nil where there is nobody in one of the groups.
    init?(_ run: TrackRun, _ result: TrackRun.Result, _ split: [TrackGroup]) {
        let counts = split.map { group in run.count(result.flags, of: group) }
        guard counts.allSatisfy({ $0.all > 0 }) else { return nil }
        self.init(counts, floor: run.floor)
    }

    init(_ counts: [TrackCount], floor: Int) {
        self.counts = counts
        isShown = counts.allSatisfy { $0.isShown(floor: floor) }
    }

    /// The first group beside the second; nil where there are not two.
    var difference: TrackDifference? {
        guard counts.count == 2 else { return nil }
        return TrackDifference(first: counts[0], second: counts[1])
    }
}
