import Frame
import Kernel

/// Collects what is not taken over while a file is read.
///
/// All of it is counted; the first hundred thousand are kept with their lines, which no one mends by hand
/// anyway, and the file itself is still with its owner.
final class RejectLog {
    private(set) var counts: [RejectedLine.Kind: Int] = [:]
    private var waiting: [RejectedLine] = []
    /// How many were kept with their lines.
    private(set) var kept = 0

    static let limit = 100_000
    private static let parcel = 1_000

    func add(_ line: RejectedLine) {
        counts[line.kind, default: 0] += 1
        guard kept < RejectLog.limit else { return }
        kept += 1
        waiting.append(line)
    }

    func count(_ kind: RejectedLine.Kind) -> Int { counts[kind, default: 0] }

    /// Goes on where an earlier reading had come to.
    func goOn(_ counts: [RejectedLine.Kind: Int], kept: Int) {
        self.counts = counts
        self.kept = kept
        waiting = []
    }

    /// A parcel to be written, once there are enough lines, or whatever is left.
    func take(atLeast: Int = RejectLog.parcel) -> [RejectedLine]? {
        guard !waiting.isEmpty, waiting.count >= atLeast else { return nil }
        defer { waiting = [] }
        return waiting
    }
}
