/// Numbers and dates as people of one language write them; the only place that makes them.
public struct Format: Sendable {
    /// The language whose habits are followed.
    public let language: Language

    /// The habits of one language.
    public init(_ language: Language) {
        self.language = language
    }

    /// A whole number in groups of three, from five digits on in Latvian and from four in English.
    public func integer(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let least = language == .lv ? 5 : 4
        let grouped = digits.count < least ? digits : Format.group(digits, with: separator)
        return number < 0 ? "−\(grouped)" : grouped
    }

    /// A number given in units of 10^-`decimals`: `decimal(812, 2)` is "8,12".
    public func decimal(_ scaled: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return integer(scaled) }
        let digits = padded(scaled.magnitude, decimals + 1)
        let whole = Int(digits.dropLast(decimals)) ?? 0
        let point = language == .lv ? "," : "."
        return "\(scaled < 0 ? "−" : "")\(integer(whole))\(point)\(digits.suffix(decimals))"
    }

    /// A range or an interval by its ends, in units of 10^-`decimals`: `range(612, 788, 2)` is "6,12–7,88".
    ///
    /// Beside a minus sign the dash stands apart.
    public func range(_ low: Int, _ high: Int, _ decimals: Int = 0) -> String {
        let dash = low < 0 || high < 0 ? "\u{a0}– " : "–"
        return "\(decimal(low, decimals))\(dash)\(decimal(high, decimals))"
    }

    /// From when something is in force; the beginning of all days, from which shipped rules hold, is none to be told.
    public func inForce(since day: Day) -> String {
        guard day.number > 0 else {
            return Text(lv: "spēkā no sākuma", en: "in force from the beginning")[language]
        }
        return Text(lv: "spēkā no \(self.day(day))", en: "in force from \(self.day(day))")[language]
    }

    /// A day: `01.09.2025.` in Latvian, `1 Sep 2025` in English.
    public func day(_ day: Day) -> String {
        let (year, month, date) = day.parts
        return switch language {
        case .lv: "\(padded(date, 2)).\(padded(month, 2)).\(year)."
        case .en: "\(date)\u{a0}\(Format.englishMonths[month - 1])\u{a0}\(year)"
        }
    }

    /// A month by its short name, without the year: `sept.`, `Sep`.
    public func shortMonth(_ month: Month) -> String {
        (language == .lv ? Format.latvianMonths : Format.englishMonths)[month.month - 1]
    }

    private var separator: String { language == .lv ? "\u{a0}" : "," }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let latvianMonths = [
        "janv.", "febr.", "marts", "apr.", "maijs", "jūn.", "jūl.", "aug.", "sept.", "okt.", "nov.", "dec.",
    ]

    private static func group(_ digits: String, with separator: String) -> String {
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += separator }
            out.append(digit)
        }
        return out
    }
}
