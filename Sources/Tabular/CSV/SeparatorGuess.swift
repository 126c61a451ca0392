/// Finds the separator of a text file from its first rows.
enum SeparatorGuess {
    private struct Candidate {
        let separator: Separator
        /// Fields of the most usual row.
        let fields: Int
        /// Rows in a hundred that have so many.
        let share: Int
        /// Whether the first row has so many.
        let heads: Bool
    }

    /// The separator that cuts the rows into the same number of fields; a comma where none does.
    ///
    /// A comma is also the decimal mark, so another separator that fits nearly all rows and the first one wins.
    static func guess(_ sample: [UInt8]) -> Separator {
        let candidates = Separator.allCases.compactMap { candidate($0, sample) }
        let clear = candidates.filter { $0.separator != .comma && $0.heads && $0.share >= 90 }
        let pool = clear.isEmpty ? candidates : clear
        var best: (score: Int, separator: Separator) = (0, .comma)
        for candidate in pool {
            let heads = candidate.heads ? 2 : 1
            let score = candidate.share * candidate.share * min(candidate.fields, 20) * heads
            if score > best.score { best = (score, candidate.separator) }
        }
        return best.separator
    }

    private static func candidate(_ separator: Separator, _ sample: [UInt8]) -> Candidate? {
        let counts = fieldCounts(separator, sample)
        var frequency: [Int: Int] = [:]
        for count in counts where count > 1 { frequency[count, default: 0] += 1 }
        let usual = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let usual, let first = counts.first else { return nil }
        return Candidate(
            separator: separator,
            fields: usual.key,
            share: usual.value * 100 / counts.count,
            heads: first == usual.key
        )
    }

    private static func fieldCounts(_ separator: Separator, _ sample: [UInt8]) -> [Int] {
        let reader = CSVBytes(bytes: sample, separator: separator.byte, checksUTF8: false)
        var record = ByteRecord()
        var counts: [Int] = []
        // A flaw, which the cut end of the sample may be too, ends the sample early.
        while counts.count < 200, (try? reader.next(into: &record)) == true { counts.append(record.count) }
        if counts.count > 2, counts.count < 200 { counts.removeLast() }
        return counts
    }
}
