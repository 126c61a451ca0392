package import Kernel

/// A number that people hold a measure's numbers against: what the state published, what a plan is to reach.
package struct Benchmark: Hashable, Sendable {
    /// Which of the two.
    package enum Kind: Hashable, Sendable {
        /// The number of the whole state, as it was published.
        case state
        /// What an approved plan is to reach.
        case target
    }

    /// Which of the two.
    package let kind: Kind
    /// What its row is called, with whose it is: `Mērķis pašvaldībai (PMP-2025)`.
    package let words: Text
    /// The number in hundredths of the measure's unit; of a share, of a per cent.
    package let hundredths: Int
    /// Where it was published or decided, without a full stop.
    package let source: Text

    /// A number with its words and its source.
    package init(_ kind: Kind, _ words: Text, hundredths: Int, source: Text) {
        self.kind = kind
        self.words = words
        self.hundredths = hundredths
        self.source = source
    }
}

/// What a room knows of numbers that measures of any room are held against.
///
/// Reports ask by the name of a measure, so that the room of a report need not know the room of plans, nor that of the
/// state's means.
package protocol BenchmarkSource: Sendable {
    /// What is known for a measure in the year and for the place of a question; nothing where it is narrowed otherwise than
    /// what is known.
    static func benchmarks(of measure: String, _ question: Question) throws -> [Benchmark]
}

extension Question {
    /// What all rooms know that a measure is held against.
    ///
    /// Where a class is chosen, a grade beside it is that of the class.
    package func benchmarks(of measure: String, in narrowed: Selection? = nil) throws -> [Benchmark] {
        let asked = narrowed.map { about($0) } ?? self
        return try measures.benchmarks.flatMap { try $0.benchmarks(of: measure, asked) }
    }
}
