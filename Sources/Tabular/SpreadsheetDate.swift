import Kernel

/// Dates that spreadsheets store as ISO 8601 text.
enum SpreadsheetDate {
    /// The day, where the time is midnight or missing; "2025-09-01 12:30" otherwise; else the text itself.
    static func value(_ stored: String) -> CellValue {
        if stored.isEmpty { return .blank }
        let halves = stored.split(separator: "T", maxSplits: 1)
        guard let day = halves.first.flatMap(day) else { return .text(stored) }
        guard halves.count > 1 else { return .day(day) }
        let time = halves[1].prefix { $0 != "." && $0 != "Z" }
        let clock = time.hasSuffix(":00") && time.utf8.count == 8 ? time.dropLast(3) : time
        return clock == "00:00" ? .day(day) : .text("\(day) \(clock)")
    }

    /// "PT12H30M00S" as "12:30".
    static func time(_ duration: String) -> String {
        var parts: [Character: Int] = [:]
        var digits = ""
        for character in duration {
            if character.isASCII, character.isNumber || character == "." {
                digits.append(character)
            } else {
                parts[character] = digits.split(separator: ".").first.flatMap { Int($0) }
                digits = ""
            }
        }
        let clock = [parts["H"] ?? 0, parts["M"] ?? 0, parts["S"] ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (clock[2] == "00" ? clock.dropLast() : clock[...]).joined(separator: ":")
    }

    private static func day(_ text: Substring) -> Day? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        return Day(year, month, day)
    }
}
