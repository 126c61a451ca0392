import Foundation

// The only file that knows time zones; everything else in the house speaks of days or of UTC.

/// The clock on the wall in Latvia.
enum Riga {
    // FoundationEssentials has no zones, and a fallback to UTC would be wrong by hours in silence.
    private static let zone = TimeZone(identifier: "Europe/Riga")

    /// Milliseconds that the wall clock is ahead of UTC at a moment.
    static func offset(at instant: Instant) -> Int {
        guard let zone else { return ruled(at: instant) }
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        return zone.secondsFromGMT(for: date) * 1_000
    }

    /// The offset by the rule of Directive 2000/84/EC alone, for a machine without a table of zones.
    ///
    /// Summer time runs from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of October.
    /// True for Latvia from 2001 on.
    static func ruled(at instant: Instant) -> Int {
        let year = Instant.split(instant.milliseconds).day.parts.year
        let summer = change(year, 3)..<change(year, 10)
        return summer.contains(instant.milliseconds) ? 3 * 3_600_000 : 2 * 3_600_000
    }

    private static func change(_ year: Int, _ month: Int) -> Int {
        let last = Month(year, month).last
        return (last - last.weekday % 7).number * 86_400_000 + 3_600_000
    }
}

extension Instant {
    /// The moment it is now by the clock of the machine.
    public static func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1_000))
    }

    /// The day it is in Europe/Riga.
    public var day: Day { wall.day }

    /// The hour, 0 to 23, and the minute that a clock in Europe/Riga shows.
    public var time: (hour: Int, minute: Int) {
        let rest = wall.rest
        return (rest / 3_600_000, rest / 60_000 % 60)
    }

    private var wall: (day: Day, rest: Int) { Instant.split(milliseconds + Riga.offset(at: self)) }
}

extension Day {
    /// The moment the day begins in Europe/Riga.
    public var start: Instant {
        // The offset an hour or two away may differ, but clocks change at night after two, never at midnight.
        let midnight = Instant(milliseconds: number * 86_400_000)
        let guess = Instant(milliseconds: midnight.milliseconds - Riga.offset(at: midnight))
        return Instant(milliseconds: midnight.milliseconds - Riga.offset(at: guess))
    }
}
