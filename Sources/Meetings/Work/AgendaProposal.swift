internal import Cases
internal import Frame
internal import Kernel
internal import Prevention
internal import Registry
internal import Storage

/// The pupils whom the system would put on an agenda, each with the reasons, by name; a person decides.
///
/// It knows what whoever asks for it knows: signs within their reach, cases that they take part in, requests about
/// pupils they work with.
struct AgendaProposal: Sendable {
    /// A pupil with the reasons.
    struct Line: Sendable {
        let pupil: PupilID
        let name: String
        let place: Text
        /// Where its class stands among those of the others, by number and letter; those without one come first.
        let classOrder: Int
        let reasons: AgendaReasons
        /// Whether a person took the pupil off this agenda before.
        let wasOff: Bool

        /// Whether the meeting owes the pupil a word: somebody asked, or a day has come; a new sign alone is none.
        var isUrgent: Bool { !reasons.subtracting(.signal).isEmpty }
    }

    let lines: [Line]

    /// Those of whom the meeting is to speak.
    var urgent: [Line] { lines.filter(\.isUrgent) }

    /// Those of whom there is a new sign and nothing else, by class.
    var fresh: [(place: Text, lines: [Line])] {
        let classes = Dictionary(grouping: lines.filter { !$0.isUrgent }, by: \.classOrder)
        return classes.sorted { $0.key < $1.key }.map {
            (place: $0.value.first?.place ?? Text(same: ""), lines: $0.value)
        }
    }

    static func load(_ meeting: Meeting, _ desk: Desk, _ connection: Connection) throws -> AgendaProposal {
        var found: [PupilID: AgendaReasons] = [:]
        let board = meeting.institution.rawValue == 0
        // New signs are for the team of the school; several institutions meet about cases and requests.
        if meeting.kind == .team {
            for sign in try SignalGlance.all(in: board ? nil : meeting.institution, desk, connection) {
                if sign.state == .new { found[sign.pupil, default: []].insert(.signal) }
                if let review = sign.review, review <= meeting.day {
                    found[sign.pupil, default: []].insert(.signalReview)
                }
            }
        }
        let cases = try CaseGlance.all(desk, connection).filter {
            $0.isActive && $0.takesPart && (board || $0.institution == meeting.institution)
        }
        for glance in cases {
            if let review = glance.review, review <= meeting.day {
                found[glance.pupil, default: []].insert(.caseReview)
            }
        }
        for pupil in try CaseGlance.plansWithoutResult(cases, on: meeting.day, desk, connection) {
            found[pupil, default: []].insert(.plan)
        }
        let place: SQL = board ? "1 = 1" : "q.institution_id = \(meeting.institution)"
        for request in try MeetingRequest.all(where: "q.item_id = 0 AND \(place)", desk.tenant, connection) {
            found[request.pupil, default: []].insert(.request)
        }
        let items = try AgendaItem.all(of: meeting.id, desk.tenant, connection)
        for item in items where !item.isOff { found[item.pupil] = nil }
        let off = Set(items.filter(\.isOff).map(\.pupil))
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        let seen = try names.sorted(.pupil, found.keys.map(\.rawValue)).compactMap { id -> (Int, Scope)? in
            let scope = try AgendaWork.scope(of: PupilID(rawValue: id), for: meeting, desk, connection)
            guard let scope, desk.asker.may(.workCases, in: scope, on: desk.today) else { return nil }
            return (id, scope)
        }
        let classes = names.sorted(.classGroup, Set(seen.compactMap { $0.1.classGroup?.rawValue }))
        let lines = seen.map { id, scope in
            let pupil = PupilID(rawValue: id)
            let place = scope.classGroup.map(\.rawValue)
            return Line(
                pupil: pupil,
                name: names.name(.pupil, id).lv,
                place: place.map { names.name(.classGroup, $0) } ?? Text(same: ""),
                classOrder: place.flatMap { classes.firstIndex(of: $0) } ?? -1,
                reasons: found[pupil] ?? [],
                wasOff: off.contains(pupil)
            )
        }
        return AgendaProposal(lines: lines)
    }
}
