/// A moment, to the millisecond.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds; negative before.
    public let milliseconds: Int

    /// The moment so many milliseconds after the beginning of 1970 in UTC.
    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// The moment so much later; what is finer than a millisecond is cut off.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + whole(duration))
    }

    /// The moment so much earlier; what is finer than a millisecond is cut off.
    public static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - whole(duration))
    }

    /// The time from the right moment to the left one.
    public static func - (left: Instant, right: Instant) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }

    /// Earlier moments come first.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    private static func whole(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

extension Instant: CustomStringConvertible {
    /// The ISO 8601 form in UTC, always of one width: `2025-09-01T13:40:00.000Z`.
    public var description: String {
        let (day, rest) = Instant.split(milliseconds)
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { padded($0, 2) }
        return "\(day)T\(clock.joined(separator: ":")).\(padded(rest % 1_000, 3))Z"
    }

    /// The day that holds so many milliseconds since 1970, and the milliseconds since its beginning.
    static func split(_ milliseconds: Int) -> (day: Day, rest: Int) {
        let day = 86_400_000
        let rest = ((milliseconds % day) + day) % day
        return (Day(number: (milliseconds - rest) / day), rest)
    }
}
