import Frame
import Kernel

/// Where the reading of files has come to, with what going on from there needs.
///
/// It is written behind everything that the lines before it gave, so that nothing is read twice and nothing is missed.
struct StagedMark: Sendable, Codable {
    /// Its number within the import, from 0.
    var number = 0
    /// The file, and where in it reading goes on.
    let file: Int
    let point: ReadPoint
    /// Lines read.
    let lines: Int
    /// How many lines were put aside, by the number of the kind, and how many of them were kept as they stood.
    let counts: [Int: Int]
    let kept: Int
    /// What the files are complete for so far, by table.
    let coverage: [String: Set<[Int64]>]
    /// What is left of blocks of ids, each as its first number and the one behind its last.
    let ids: [String: [Int]]
    /// The data that the lines were read against, and the day.
    let dataMark: String
    let day: Int
    /// How many chunks each lane has by then.
    var chunks: [String: Int] = [:]
    /// The number of the last line put aside that was written by then.
    var rejects = 0

    /// Whether any line was rejected; one may have been for a date that was not come yet.
    var hasRejected: Bool { counts[RejectedLine.Kind.rejected.rawValue, default: 0] > 0 }
}

/// A place in a file at which reading can be taken up.
struct ReadPoint: Sendable, Codable, Hashable {
    /// Bytes before it; 0 where the file is not read as bytes.
    let offset: Int
    /// The physical line at the offset; else the last line that was read.
    let line: Int
}

/// How an import marks where it has come to, and where it goes on.
struct GoingOn: Sendable {
    /// Lines between two marks.
    let every: Int
    /// The day on which it reads.
    let today: Day
    /// The mark behind which it goes on, or nil where it begins.
    var mark: StagedMark?
    /// What was remembered of the lines before the mark, by file.
    var memory: [Int: [RememberedLine]] = [:]

    /// Lines between two marks: a second's work of a large file, and whole chunks of facts where each line is one.
    static let usual = 4 * FactLane.chunk
    /// So much is remembered at most before it is written.
    static let most = 4 << 20
}

extension StagingArea {
    /// Looks at remembered lines again, so that the reader knows what it knew; what they give is staged already.
    func recall(_ lines: [RememberedLine], _ read: (RememberedLine) throws -> Void) throws {
        for line in lines {
            recalled = line.given.reversed()
            try read(line)
        }
        recalled = []
        for lane in registers { _ = lane.take() }
        for lane in facts { _ = lane.take() }
        recalled = nil
    }

    /// The id that the line was given when it was read first.
    func recall(_ kind: String) throws -> Int {
        guard let given = recalled?.popLast(), given.kind == kind else { throw StagingFault.damagedPiece }
        return given.id
    }

    /// Goes on behind a mark.
    func goOn(_ mark: StagedMark) {
        context.lines = mark.lines
        var counts: [RejectedLine.Kind: Int] = [:]
        for (number, count) in mark.counts {
            if let kind = RejectedLine.Kind(rawValue: number) { counts[kind] = count }
        }
        log.goOn(counts, kept: mark.kept)
        for lane in facts { lane.coverage = mark.coverage[lane.table.name.text] ?? [] }
        for (kind, range) in mark.ids where range.count == 2 && range[0] <= range[1] {
            ids.blocks[kind] = range[0]..<range[1]
        }
    }

    /// Hands on all that was given so far, and a mark behind it.
    func mark(_ file: Int, _ point: ReadPoint, _ dataMark: String, _ today: Day) throws {
        guard let memory else { return }
        try flush()
        var counts: [Int: Int] = [:]
        for (kind, count) in log.counts { counts[kind.rawValue] = count }
        let mark = StagedMark(
            file: file,
            point: point,
            lines: context.lines,
            counts: counts,
            kept: log.kept,
            coverage: coverage,
            ids: ids.blocks.mapValues { [$0.lowerBound, $0.upperBound] },
            dataMark: dataMark,
            day: today.number
        )
        try send(.mark(mark, memory: memory.take()))
    }
}
