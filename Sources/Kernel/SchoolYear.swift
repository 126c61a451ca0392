/// A school year, from 1 September to 31 August (Izglītības likums names the year by both calendar years).
public struct SchoolYear: Hashable, Comparable, Sendable, Codable {
    /// The calendar year in which it starts.
    public let start: Int

    /// The school year that starts in September of a year.
    public init(_ start: Int) {
        self.start = start
    }

    /// The school year that a day falls in.
    public init(containing day: Day) {
        let (year, month, _) = day.parts
        start = month >= 9 ? year : year - 1
    }

    /// 1 September.
    public var first: Day { Month(start, 9).first }

    /// 31 August of the next calendar year.
    public var last: Day { Month(start + 1, 8).last }

    /// Whether a day falls in the year.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// The year before.
    public var previous: SchoolYear { SchoolYear(start - 1) }

    /// The year after.
    public var next: SchoolYear { SchoolYear(start + 1) }

    /// Earlier years come first.
    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }
}

extension SchoolYear: CustomStringConvertible {
    /// The form that files and addresses carry: `2022/2023`.
    public var description: String { "\(start)/\(start + 1)" }

    /// The year as people write it, or nil where the text is something else or the two years do not follow.
    ///
    /// Reads `2022/2023`, `2022/23`, `2022./2023.`, with or without `m.g.`, `m. g.` or `mācību gads`.
    public init?(_ text: String) {
        // Tables repeat the plain form on each line.
        if let plain = SchoolYear.plain(text.utf8) {
            self = plain
            return
        }
        var words = text.split(whereSeparator: \.isWhitespace).joined().lowercased()
        for tail in ["m.g.", "mācībugads"] where words.hasSuffix(tail) {
            words.removeLast(tail.count)
        }
        let halves = words.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let digits = halves.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
        guard let from = SchoolYear.number(digits[0]), let to = SchoolYear.number(digits[1]) else {
            return nil
        }
        let full = digits[1].utf8.count == 4 && to == from + 1
        let short = digits[1].utf8.count == 2 && to == (from + 1) % 100
        guard digits[0].utf8.count == 4, full || short else { return nil }
        start = from
    }

    private static func plain(_ text: String.UTF8View) -> SchoolYear? {
        guard text.count == 9 else { return nil }
        var years = [0, 0]
        for (place, byte) in text.enumerated() where place != 4 {
            guard (48...57).contains(byte) else { return nil }
            years[place / 5] = years[place / 5] * 10 + Int(byte) - 48
        }
        let slash = text[text.index(text.startIndex, offsetBy: 4)]
        return slash == 47 && years[1] == years[0] + 1 ? SchoolYear(years[0]) : nil
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }
}

/// One of the two terms of a school year.
public enum Term: Int, CaseIterable, Comparable, Sendable, Codable {
    /// September to December.
    case first = 1
    /// January to the end of the year.
    case second = 2

    /// The first comes first.
    public static func < (left: Term, right: Term) -> Bool { left.rawValue < right.rawValue }
}
