import Frame
import Kernel
import Pages
import Storage

/// Dates as a calendar that other programs read (RFC 5545): whole days, and nothing of any pupil.
struct Calendar {
    /// A date with the name by which calendars know it again.
    struct Event: Sendable {
        let name: String
        let due: Due
    }

    let events: [Event]
    let title: Text
    /// The scheme and host under which pages are opened.
    let origin: String
    let now: Instant
    let language: Language

    /// The calendar's bytes.
    var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sekme//Sekme//LV", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Calendar.escaped(title[language]))",
        ]
        for event in events { lines += self.lines(event) }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Calendar.folded($0) }
    }

    /// Dates with names that tell nothing: a due's own code may hold a pupil's number, so that a fingerprint under the
    /// tenant's key stands for it, the same each time.
    static func events(_ dues: [Due], _ tenant: TenantID, _ connection: Connection) throws -> [Event] {
        try dues.map { due in
            let bytes = try connection.sealer.blindIndex(
                due.code,
                tenant: tenant.rawValue,
                purpose: "calendar"
            )
            let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            return Event(name: digits.joined(), due: due)
        }
    }

    /// Where a date leads from outside: the page of a pupil's matter has a number in its address, so the list stands for it.
    private static func address(_ due: Due) -> Address { due.pupil == nil ? due.address : "/dates" }

    private func lines(_ event: Event) -> [String] {
        let due = event.due
        return [
            "BEGIN:VEVENT", "UID:\(event.name)@sekme", "DTSTAMP:\(Calendar.stamp(now))",
            "DTSTART;VALUE=DATE:\(Calendar.date(due.day))", "DTEND;VALUE=DATE:\(Calendar.date(due.day + 1))",
            "SUMMARY:\(Calendar.escaped(due.words[language]))", "URL:\(origin)\(Calendar.address(due).text)",
            "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func date(_ day: Day) -> String {
        day.description.filter { $0.isNumber }
    }

    /// The instant in universal time, to the second: `20250901T134000Z`.
    private static func stamp(_ now: Instant) -> String {
        let parts = now.description.split(separator: ".")
        return parts.first.map { $0.filter { $0.isNumber || $0 == "T" } + "Z" } ?? ""
    }

    /// Text with the signs escaped that part values.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, sign in
            switch sign {
            case "\\", ";", ",": out += "\\\(sign)"
            case "\n", "\r\n": out += "\\n"
            default: out.append(sign)
            }
        }
    }

    /// A line of 75 bytes at most, continued on lines that begin with a blank; no letter is cut.
    static func folded(_ line: String) -> [UInt8] {
        var out: [UInt8] = []
        var room = 75
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if bytes.count > room {
                out += Array("\r\n ".utf8)
                room = 74
            }
            out += bytes
            room -= bytes.count
        }
        return out + Array("\r\n".utf8)
    }
}
