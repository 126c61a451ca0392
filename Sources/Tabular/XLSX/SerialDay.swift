import Kernel

/// Days and times as spreadsheets count them: whole days since an epoch and a fraction of the day.
struct SerialDay {
    private let days: Int
    private let seconds: Int

    /// A serial number as it is stored; nil where it is no number, or none that a calendar holds.
    init?(_ stored: String) {
        guard let number = Double(stored), number >= 0, number < 2_958_466 else { return nil }
        let whole = Int(number)
        let rest = Int(((number - Double(whole)) * 86_400).rounded())
        days = rest == 86_400 ? whole + 1 : whole
        seconds = rest == 86_400 ? 0 : rest
    }

    /// The value of a cell that shows it by a format.
    func value(_ format: NumberFormat, from1904: Bool) -> CellValue? {
        switch format {
        case .elapsed: return .text(SerialDay.clock(days * 24 + seconds / 3600, seconds))
        case .time where days == 0: return .text(clock)
        case .date where days == 0 && seconds > 0 && !from1904: return .text(clock)
        default:
            guard let day = SerialDay.day(days, from1904) else { return nil }
            return seconds == 0 ? .day(day) : .text("\(day) \(clock)")
        }
    }

    /// The calendar day of a whole serial number.
    ///
    /// The system from 1900 holds a 29 February 1900 that never was: number 60 is no day, and the numbers before
    /// it are one lower than the count of days.
    static func day(_ serial: Int, _ from1904: Bool) -> Day? {
        if from1904 { return Day(number: serial - 24_107) }
        if serial == 60 || serial < 1 { return nil }
        return Day(number: serial - (serial < 60 ? 25_568 : 25_569))
    }

    private var clock: String { SerialDay.clock(seconds / 3600, seconds) }

    private static func clock(_ hours: Int, _ seconds: Int) -> String {
        let minutes = "\(two(hours)):\(two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : "\(minutes):\(two(seconds % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
