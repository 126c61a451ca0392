internal import Cases
internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// How pupils stand since the last meeting of the same kind and place, by name, for those who work with them.
///
/// It is made of what holds today, so that it is shown while the agenda is open; minutes have what was said.
struct MeetingStandings: Sendable {
    /// What became of a pupil since the last meeting.
    enum Standing: Sendable {
        /// On this agenda, and not on the last.
        case new
        /// On both.
        case again
        /// Spoken of at the last, not on this agenda, and there are signs or an open case still.
        case open
        /// Spoken of at the last, and neither signs nor an open case are left here.
        case solved

        var words: Text {
            switch self {
            case .new: Text(lv: "jauns", en: "new")
            case .again: Text(lv: "nav mainījies: atkal darba kārtībā", en: "unchanged: on the agenda again")
            case .open:
                Text(
                    lv: "nav darba kārtībā, bet ir pazīmes vai atvērts gadījums",
                    en: "not on the agenda, yet there are signs or an open case"
                )
            case .solved:
                Text(
                    lv: "atrisināts: pazīmju un atvērta gadījuma šeit vairs nav",
                    en: "solved: neither signs nor an open case here any more"
                )
            }
        }
    }

    /// A pupil with what the last meeting decided, as far as the reader may know it.
    struct Line: Sendable {
        let pupil: PupilID
        let name: String
        let standing: Standing
        /// How many decisions of the last meeting the reader sees, and how many of them are done.
        let given: Int
        let done: Int
    }

    /// The day of the last meeting.
    let since: Day
    let lines: [Line]

    /// The standings; nil where there was no meeting before that the reader may see.
    static func load(
        _ meeting: Meeting,
        _ key: MeetingKey,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> MeetingStandings? {
        guard meeting.state.takesItems else { return nil }
        let gate = MeetingGate(desk, connection)
        let before = try Meeting.all(
            where: """
                m.kind = \(meeting.kind) AND m.institution_id = \(meeting.institution)
                    AND m.state IN (\(MeetingState.held), \(MeetingState.approved))
                    AND (m.day < \(meeting.day) OR (m.day = \(meeting.day) AND m.id < \(meeting.id)))
                """,
            desk.tenant,
            connection
        )
        guard let last = before.first, let lastKey = try gate.key(to: last) else { return nil }
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: meeting.day),
            connection
        )
        let former = try AgendaOrder.items(of: last, desk, connection)
        let present = try AgendaOrder.items(of: meeting, desk, connection)
        let place = meeting.institution.rawValue == 0 ? nil : meeting.institution
        let signed = Set(try SignalGlance.all(in: place, desk, connection).map(\.pupil))
        let reader = try AgendaReader([], names, desk, connection)
        let then = Set(former.map(\.pupil))
        let now = Set(present.map(\.pupil))
        var lines: [PupilID: Line] = [:]
        for item in present where !then.contains(item.pupil) {
            guard let opened = try gate.key(to: item, key), opened.works else { continue }
            lines[item.pupil] = line(item.pupil, .new, names)
        }
        for item in former {
            guard let opened = try gate.key(to: item, lastKey), opened.works else { continue }
            let tasks = try MeetingTask.all(of: [item.id], desk.tenant, connection)
            let shown = try reader.shown(tasks, opened).shown
            let holds = signed.contains(item.pupil) || opened.openCase != nil
            let standing: Standing = now.contains(item.pupil) ? .again : holds ? .open : .solved
            lines[item.pupil] = line(item.pupil, standing, names, shown)
        }
        let sorted = names.sorted(.pupil, lines.keys.map(\.rawValue)).compactMap {
            lines[PupilID(rawValue: $0)]
        }
        return MeetingStandings(since: last.day, lines: sorted)
    }

    private static func line(
        _ pupil: PupilID,
        _ standing: Standing,
        _ names: RegistryNames,
        _ tasks: [AgendaLine.Task] = []
    ) -> Line {
        Line(
            pupil: pupil,
            name: names.name(.pupil, pupil.rawValue).lv,
            standing: standing,
            given: tasks.count,
            done: tasks.count { $0.done != nil }
        )
    }
}
