extension Parse {
    /// A day in one of the forms that schools use.
    ///
    /// They are `dd.mm.yyyy` and `d.m.yyyy`, with or without a last point, `dd/mm/yyyy`, `yyyy-mm-dd`, `yyyy.mm.dd.`
    ///
    /// A year in two digits and a day that the calendar does not have are faults of their own.
    public static func day(_ text: String) throws(ParseFault) -> Day {
        let bytes = Array(text.utf8)
        return try day(bytes.span)
    }

    /// A day in UTF-8, in any form that `day` reads.
    public static func day(_ bytes: Span<UInt8>) throws(ParseFault) -> Day {
        try DayForm(bytes).day()
    }

    /// A day in UTF-8 in the ISO 8601 form alone: `2025-09-01`.
    public static func isoDay(_ bytes: Span<UInt8>) throws(ParseFault) -> Day {
        let form = try DayForm(bytes)
        guard form.mark == UInt8(ascii: "-") else { throw .notADay }
        return try form.day()
    }

    /// A day in UTF-8 with points and the day first, such as `01.09.2025` or `1.9.2025.` alone.
    public static func latvianDay(_ bytes: Span<UInt8>) throws(ParseFault) -> Day {
        let form = try DayForm(bytes)
        guard form.mark == UInt8(ascii: "."), form.widths.first <= 2 else { throw .notADay }
        return try form.day()
    }
}

/// Three runs of digits with one kind of mark between them.
private struct DayForm {
    private(set) var mark: UInt8 = 0
    private(set) var widths: (first: Int, second: Int, third: Int) = (0, 0, 0)
    private var values: (first: Int, second: Int, third: Int) = (0, 0, 0)

    init(_ bytes: Span<UInt8>) throws(ParseFault) {
        let range = Blank.trimmed(bytes)
        guard !range.isEmpty else { throw .empty }
        var at = range.lowerBound
        let end = range.upperBound
        (values.first, widths.first) = DayForm.run(bytes, &at, end)
        guard at < end else { throw .notADay }
        mark = bytes[at]
        at += 1
        (values.second, widths.second) = DayForm.run(bytes, &at, end)
        guard at < end, bytes[at] == mark else { throw .notADay }
        at += 1
        (values.third, widths.third) = DayForm.run(bytes, &at, end)
        if at < end, mark == UInt8(ascii: "."), bytes[at] == mark { at += 1 }
        guard at == end else { throw .notADay }
    }

    func day() throws(ParseFault) -> Day {
        switch mark {
        case UInt8(ascii: "-"): try yearFirst(shortest: 2)
        case UInt8(ascii: "."): widths.first > 2 ? try yearFirst(shortest: 1) : try dayFirst()
        case UInt8(ascii: "/"): try dayFirst()
        default: throw .notADay
        }
    }

    private func yearFirst(shortest: Int) throws(ParseFault) -> Day {
        let short = shortest...2
        guard short.contains(widths.second), short.contains(widths.third) else { throw .notADay }
        return try made(year: values.first, width: widths.first, values.second, values.third)
    }

    private func dayFirst() throws(ParseFault) -> Day {
        guard (1...2).contains(widths.first), (1...2).contains(widths.second) else { throw .notADay }
        return try made(year: values.third, width: widths.third, values.second, values.first)
    }

    private func made(year: Int, width: Int, _ month: Int, _ day: Int) throws(ParseFault) -> Day {
        if width == 2 { throw .shortYear }
        guard width == 4 else { throw .notADay }
        guard let day = Day(year, month, day) else { throw .impossibleDay }
        return day
    }

    /// Reads at most five digits: a longer run is no part of a day, and stops at no mark.
    private static func run(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> (Int, Int) {
        let start = at
        var value = 0
        while at < end, at - start < 5, let digit = Numeral.digit(bytes[at]) {
            value = value * 10 + Int(digit)
            at += 1
        }
        return (value, at - start)
    }
}
