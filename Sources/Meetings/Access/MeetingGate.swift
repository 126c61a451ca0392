internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Proof that an account may see a meeting; ``MeetingGate`` alone makes one.
struct MeetingKey: MeetingOpener, Sendable {
    /// The meeting.
    let meeting: Int
    /// Whether they lead it: plan, write and approve the minutes.
    let manages: Bool
    /// Whether they are asked to it.
    let attends: Bool

    fileprivate init(_ meeting: Int, manages: Bool, attends: Bool) {
        self.meeting = meeting
        self.manages = manages
        self.attends = attends
    }

    func opens(_ need: MeetingNeed) -> Bool { need == .meeting(meeting) }
}

/// Proof that an account may know whom an item of a meeting is about.
struct ItemKey: MeetingOpener, Sendable {
    /// The item.
    let item: Int
    /// The pupil.
    let pupil: PupilID
    /// Whether they work with the pupil; others know the pupil by a case alone, and read what the case gives.
    let works: Bool
    /// The cases of the pupil that they know of, the latest first.
    let cases: [CaseGlance]

    fileprivate init(_ item: Int, _ pupil: PupilID, works: Bool, _ cases: [CaseGlance]) {
        self.item = item
        self.pupil = pupil
        self.works = works
        self.cases = cases
    }

    /// The case that is worked on.
    var openCase: CaseGlance? { cases.first(where: \.isActive) }

    /// Whether they take part in a case of the pupil.
    var takesPart: Bool { cases.contains(where: \.takesPart) }

    func opens(_ need: MeetingNeed) -> Bool {
        works && (need == .item(item) || need == .pupil(pupil))
    }

    /// The reasons that may be told: those of a case to those who take part, those of signs to those who see them.
    func told(_ reasons: AgendaReasons) -> AgendaReasons {
        var told = reasons
        if !takesPart { told.subtract(.ofCase) }
        if !works { told.subtract([.signal, .signalReview, .request]) }
        return told
    }
}

/// The one way to a meeting and to the names on its agenda: reads in the caller's transaction.
struct MeetingGate {
    let desk: Desk
    let connection: Connection

    init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// A meeting with the key to it, or a refusal as if there were no such page.
    func enter(_ id: Int) throws -> (meeting: Meeting, key: MeetingKey) {
        guard let meeting = try Meeting.find(id, desk.tenant, connection), let key = try key(to: meeting)
        else {
            throw Refusal.noSuchPage
        }
        return (meeting, key)
    }

    /// A meeting that whoever sits at the desk leads.
    func enterToManage(_ id: Int) throws -> Meeting {
        let (meeting, key) = try enter(id)
        guard key.manages else { throw Refusal.notYourMeeting }
        return meeting
    }

    /// The key to a meeting; nil where nothing of it may be known.
    ///
    /// Nobody sees meetings through another's eyes, as nobody sees cases so.
    func key(to meeting: Meeting) throws -> MeetingKey? {
        let (asker, today) = (desk.asker, desk.today)
        guard asker.viewing == nil, asker.account.rawValue > 0,
            !asker.reach(.joinCases, on: today).isEmpty
        else { return nil }
        let manages = asker.may(.workCases, in: meeting.scope, on: today)
        let attends = try MeetingMember.has(asker.account, in: meeting.id, desk.tenant, connection)
        guard manages || attends else { return nil }
        return MeetingKey(meeting.id, manages: manages, attends: attends)
    }

    /// What the gate would let through of meetings `m`, as a condition that spares looking at all of a board's.
    static func condition(_ desk: Desk) -> SQL {
        let reach = desk.asker.reach(.workCases, on: desk.today)
        guard !reach.everything else { return "1 = 1" }
        return """
            (m.institution_id IN (\(list: reach.institutions.sorted())) OR m.id IN (
                SELECT b.meeting_id FROM meeting_member b
                WHERE b.tenant_id = \(desk.tenant) AND b.account_id = \(desk.asker.account)))
            """
    }

    /// The key to an item of a meeting that they see; nil where they have no right to the pupil.
    func key(to item: AgendaItem, _ key: MeetingKey) throws -> ItemKey? {
        guard item.meeting == key.meeting else { return nil }
        return try self.key(item.id, item.pupil, in: try item.scope(on: desk.today, connection))
    }

    /// The key to a pupil whom they were asked to do something for, or are asked about, at no meeting in particular.
    func key(_ item: Int, _ pupil: PupilID, in scope: Scope) throws -> ItemKey? {
        let asker = desk.asker
        guard asker.viewing == nil, asker.account.rawValue > 0 else { return nil }
        let works = asker.may(.readSignals, in: scope, on: desk.today)
        let cases = try CaseGlance.all(of: pupil, desk, connection)
        guard works || !cases.isEmpty else { return nil }
        return ItemKey(item, pupil, works: works, cases)
    }

    /// An item of a meeting with both keys, for those who know the pupil.
    func enterItem(_ id: Int, of meeting: Int) throws -> Entered {
        let (found, key) = try enter(meeting)
        guard let item = try AgendaItem.find(id, desk.tenant, connection), item.meeting == meeting,
            let itemKey = try self.key(to: item, key)
        else { throw Refusal.noSuchPage }
        return Entered(meeting: found, key: key, item: item, itemKey: itemKey)
    }

    /// An item with its meeting and both keys.
    struct Entered {
        let meeting: Meeting
        let key: MeetingKey
        let item: AgendaItem
        let itemKey: ItemKey
    }
}

extension Refusal {
    static let notYourMeeting = Refusal(
        .conflict,
        Text(
            lv: "To var tie, kas sanāksmi vada.",
            en: "Those who lead the meeting can do that."
        ),
        advice: Text(
            lv: "Sanāksmes vadītājs nosaukts tās lapā.",
            en: "The leader is named on the page of the meeting."
        )
    )

    static let minutesFrozen = Refusal(
        .conflict,
        Text(
            lv: "Protokols ir apstiprināts vai sanāksme nenotika, tāpēc to nemaina.",
            en: "The minutes are approved or the meeting did not take place, so nothing is changed."
        ),
        advice: Text(
            lv: "Apstiprinātam protokolam var pievienot papildinājumu.",
            en: "An addition can be written to approved minutes."
        )
    )

    static let notHeldYet = Refusal(
        .conflict,
        Text(lv: "Sanāksme vēl nav notikusi.", en: "The meeting has not taken place yet."),
        advice: Text(
            lv: "Sanāksmes lapā vispirms atzīmējiet, ka tā notiek, un kas piedalās.",
            en: "On its page say first that it takes place, and who came."
        )
    )
}
