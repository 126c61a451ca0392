internal import Kernel

/// A stream of chance of its own for one thing of the board: a pupil, a class, a day of events.
///
/// Streams are found by what they are for, never by how many numbers were drawn before, so that a pupil's life is
/// the same whoever else there is.
package struct Dice: Sendable {
    /// What a stream is for.
    package enum Topic: Int, Sendable {
        case institution = 1, line, pupil, name, events, arrivals, health, marks, subject, staff, timetable,
            season
        case order, teaching, code, assessment, result, behaviour, past, programme, cases, duty
    }

    private var source: RandomSource

    /// The stream of one thing.
    package init(_ seed: UInt64, _ topic: Topic, _ path: Int...) {
        var source = RandomSource(seed: seed ^ UInt64(topic.rawValue))
        for part in path {
            source = RandomSource(seed: source.next() ^ UInt64(bitPattern: Int64(part)))
        }
        self.source = RandomSource(seed: source.next())
    }

    /// A whole number from 0 to one less than the count.
    package mutating func below(_ count: Int) -> Int {
        guard count > 1 else { return 0 }
        return Int(source.next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A number from 0 to less than 1.
    package mutating func unit() -> Double { Double(source.next() >> 11) * 0x1p-53 }

    /// Whether something of a probability happens.
    package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A number around 0 with a deviation of 1, never beyond 3.5: the sum of four even ones.
    ///
    /// Only additions and a multiplication make it, which give the same bits on every machine.
    package mutating func bell() -> Double {
        let bits = source.next()
        let sum = (0..<4).reduce(0.0) { $0 + Double((bits >> UInt64(16 * $1)) & 0xffff) }
        return (sum / 65_536 - 2) * 1.732_050_807_568_877_2
    }

    /// One of some values.
    package mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    /// The same values in another order.
    package mutating func shuffled<T>(_ values: [T]) -> [T] {
        var values = values
        for index in values.indices.dropFirst() { values.swapAt(index, below(index + 1)) }
        return values
    }
}
