extension Format {
    /// The time in Europe/Riga: `16.40` in Latvian, `16:40` in English.
    public func time(_ instant: Instant) -> String {
        let (hour, minute) = instant.time
        return "\(padded(hour, 2))\(language == .lv ? "." : ":")\(padded(minute, 2))"
    }

    /// The day and time in Europe/Riga: `01.09.2025. plkst. 16.40`, `1 Sep 2025, 16:40`.
    public func moment(_ instant: Instant) -> String {
        let join = language == .lv ? " plkst.\u{a0}" : ", "
        return day(instant.day) + join + time(instant)
    }

    /// A school year without the words for it: `2022./2023.`, `2022/2023`.
    public func schoolYear(_ year: SchoolYear) -> String {
        language == .lv ? "\(year.start)./\(year.start + 1)." : year.description
    }
}
