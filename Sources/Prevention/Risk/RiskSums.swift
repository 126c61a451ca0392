internal import Frame
internal import Storage

/// Sums of a measure by pupil, those of a pupil side by side, in the order of their keys.
///
/// A board has millions, so that they lie in one array and a key is no array of its own.
struct RiskSums {
    /// A sum of a pupil under the members that follow the pupil in a layout, three at most; the others are 0.
    struct Part {
        let pupil: PupilID
        var key: SIMD4<Int32>
        var top: Int
        var below: Int

        fileprivate var order: (PupilID, Int32, Int32, Int32) { (pupil, key[0], key[1], key[2]) }
    }

    private(set) var parts: [Part] = []

    init() {}

    /// Parts in the order of their keys; those of one key in several institutions are one.
    init(_ unsorted: [Part]) {
        let sorted = unsorted.sorted { $0.order < $1.order }
        parts.reserveCapacity(sorted.count)
        for part in sorted { add(part) }
    }

    private init(sorted: [Part]) {
        parts = sorted
    }

    private mutating func add(_ part: Part) {
        if let last = parts.last, last.pupil == part.pupil, last.key == part.key {
            parts[parts.count - 1].top += part.top
            parts[parts.count - 1].below += part.below
        } else {
            parts.append(part)
        }
    }

    /// Calls the body once for each pupil with all that there is.
    func each(_ body: (PupilID, ArraySlice<Part>) throws -> Void) rethrows {
        var start = 0
        while start < parts.count {
            let pupil = parts[start].pupil
            var end = start + 1
            while end < parts.count, parts[end].pupil == pupil { end += 1 }
            try body(pupil, parts[start..<end])
            start = end
        }
    }

    /// The first sum of each pupil: the only one where the layout has nothing but pupils.
    var byPupil: [PupilID: Part] {
        Dictionary(parts.map { ($0.pupil, $0) }) { first, _ in first }
    }

    /// The sums up to a month, which is the last member of the keys; what has no month counts.
    func through(_ month: Int, at index: Int) -> RiskSums {
        var sums = RiskSums()
        for var part in parts where Int(part.key[index]) <= month {
            part.key[index] = 0
            sums.add(part)
        }
        return sums
    }

    /// The sums that a condition holds of.
    func filter(_ isIn: (Part) -> Bool) -> RiskSums { RiskSums(sorted: parts.filter(isIn)) }
}
