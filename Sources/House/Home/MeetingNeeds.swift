import Frame
import Kernel
import Meetings
import Pages
import Storage

/// Tasks that meetings gave, meetings that come and those that are not finished, requests that wait for an agenda.
enum MeetingNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let waiting = try MeetingReminders.count(desk, connection)
        return [tasks(waiting), unfinished(waiting), soon(waiting), requests(waiting)].compactMap { $0 }
    }

    private static func tasks(_ waiting: MeetingReminders.Waiting) -> Matter? {
        guard waiting.tasks > 0 else { return nil }
        var matter = Matter(
            waiting.tasks,
            Noun(
                lv: "sanāksmes uzdevums jāizdara",
                "sanāksmju uzdevumi jāizdara",
                en: "task of a meeting is yours to do",
                "tasks of meetings are yours to do"
            )
        )
        matter.isLate = waiting.late > 0
        if waiting.late > 0 {
            matter.more = Text(lv: "Nokavēti: \(waiting.late).", en: "Late: \(waiting.late).")
        }
        matter.way = (Text(lv: "Atvērt", en: "Open"), "/tasks")
        return matter
    }

    private static func unfinished(_ waiting: MeetingReminders.Waiting) -> Matter? {
        Matter.counted(
            waiting.unfinished.count,
            Noun(
                lv: "sanāksmei nav apstiprināta protokola",
                "sanāksmēm nav apstiprināta protokola",
                en: "meeting has no approved minutes",
                "meetings have no approved minutes"
            ),
            Text(lv: "Atvērt", en: "Open"),
            address(waiting.unfinished)
        )
    }

    private static func soon(_ waiting: MeetingReminders.Waiting) -> Matter? {
        Matter.counted(
            waiting.soon.count,
            Noun(
                lv: "sanāksme paredzēta tuvākās nedēļas laikā",
                "sanāksmes paredzētas tuvākās nedēļas laikā",
                en: "meeting is within a week",
                "meetings are within a week"
            ),
            Text(lv: "Skatīt darba kārtību", en: "See the agenda"),
            address(waiting.soon)
        )
    }

    /// The meeting where there is one, and the list of several.
    private static func address(_ meetings: [Int]) -> Address {
        guard let only = meetings.first, meetings.count == 1 else { return "/meetings" }
        return Address("/meetings/\(only)")
    }

    private static func requests(_ waiting: MeetingReminders.Waiting) -> Matter? {
        Matter.counted(
            waiting.requests,
            Noun(
                lv: "lūgums atbalsta komandai vēl nav iekļauts darba kārtībā",
                "lūgumi atbalsta komandai vēl nav iekļauti darba kārtībā",
                en: "request to the support team waits for an agenda",
                "requests to the support team wait for an agenda"
            ),
            Text(lv: "Uz sanāksmēm", en: "To the meetings"),
            "/meetings"
        )
    }
}
