import Access
import Frame
import Kernel
import Meetings
import Prevention
import Registry
import Storage

/// The team's last months of the demo: signs that people took, meetings twice a month, meetings of institutions; of the
/// years before it meetings of institutions alone.
struct DemoMeetings: Sendable {
    let desk: Desk
    let plan: BoardPlan
    /// The institution whose social pedagogue has an account.
    let home: InstitutionID

    var stage: MeetingStage { MeetingStage(desk) }

    /// Plays everything; a house without meetings has none.
    func play() async throws {
        guard desk.house.rooms.contains(where: { room in room.pages.contains { $0.path == "/meetings" } })
        else { return }
        let accounts = Accounts(desk)
        let pedagogue = try await accounts.asker(login: Role.socialPedagogue.name)
        let colleague = try await accounts.asker(login: Role.supportSpecialist.name)
        let head = try await accounts.asker(login: Role.head.name)
        let teacher = try await accounts.asker(login: Role.classTeacher.name)
        let coordinator = try await accounts.asker(login: Role.preventionCoordinator.name)
        let (tenant, year) = (desk.tenant, SchoolYear(containing: plan.today))
        let signals = try await desk.database.data.read {
            try OpenSignals.dated(since: year.previous.first, tenant, $0)
        }
        let open = signals.filter { $0.isOpen && $0.year == year }
        try await take(open, [pedagogue, colleague], coordinator)
        // Since when somebody has had a sign, this year or the one before.
        let since = Dictionary(signals.map { ($0.pupil, $0.noted) }) { first, _ in first }
        func pupils(_ isIn: (OpenSignals.Dated) -> Bool) -> [Known] {
            Set(open.filter(isIn).map(\.pupil)).sorted()
                .map { Known(pupil: $0, since: since[$0] ?? plan.today) }
        }
        let own = pupils { $0.institution == home }
        let far = pupils { $0.institution != home }
        let shared = try await shared(with: teacher)
        try await past(pedagogue, coordinator, colleague, head)
        try await team(own, shared, pedagogue, [colleague, head, teacher])
        try await bodies(own, pedagogue, [colleague, head])
        try await board(own + far, coordinator, [pedagogue, head])
        // The class teacher asks about one of the own class.
        let reason = "Pēdējās nedēļās turas savrup; lūdzu pārrunāt, kā klasē palīdzēt."
        for known in own where !shared.contains(known.pupil) {
            if try await stage.ask(known.pupil, by: teacher, on: plan.today - 3, reason) { break }
        }
    }

    /// The pupils of cases that somebody was asked into and that are worked on.
    private func shared(with teacher: Asker) async throws -> [PupilID] {
        let (tenant, today) = (desk.tenant, plan.today)
        return try await desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT DISTINCT c.pupil_id FROM prevention_case c
                JOIN case_member m ON m.tenant_id = c.tenant_id AND m.case_id = c.id
                WHERE c.tenant_id = \(tenant) AND c.closed_on = 0 AND m.account_id = \(teacher.account)
                    AND m.ends_on >= \(today)
                ORDER BY c.pupil_id
                """,
                PupilID.self
            )
        }
    }

    /// A pupil with a sign, and the day from which one is known.
    private struct Known {
        let pupil: PupilID
        let since: Day
    }

    /// The pupils who had a sign by a day.
    private func pupils(_ all: [Known], by day: Day) -> [PupilID] {
        all.filter { $0.since <= day }.map(\.pupil)
    }

    /// Signs are looked into within days or weeks, and then watched; those of the last days wait, and some are late.
    private func take(_ signals: [OpenSignals.Dated], _ staff: [Asker], _ coordinator: Asker) async throws {
        var turns: [SignalStage.Turn] = []
        for (index, signal) in signals.enumerated() {
            let isHome = signal.institution == home
            let asker = isHome ? staff[index % staff.count] : coordinator
            let looked = min(signal.noted + 1 + index % 6, plan.today)
            let isNew = plan.today < signal.noted + 10
            guard isNew ? index % 3 == 0 : index % 8 != 0 else { continue }
            // Who was asked about lately is under review; the others are watched since the team spoke of them.
            let late = plan.today - (index % 5 == 0 ? 20 : 2 + index % 9)
            turns.append(
                SignalStage.Turn(
                    signal.signal,
                    of: signal.pupil,
                    to: .review,
                    by: asker,
                    on: isNew || index % 4 == 1 ? max(looked, late) : looked
                )
            )
            guard !isNew, index % 4 != 1 else { continue }
            let watched = min(max(looked + 7, plan.today - 45 + index % 40), plan.today)
            turns.append(
                SignalStage.Turn(signal.signal, of: signal.pupil, to: .watched, by: asker, on: watched)
            )
        }
        try await SignalStage(desk).play(turns)
    }

    /// The team meets twice a month; the last minutes wait for approval, and the next meeting is planned.
    private func team(
        _ all: [Known],
        _ shared: [PupilID],
        _ pedagogue: Asker,
        _ staff: [Asker]
    ) async throws {
        for number in 0..<6 {
            let day = (plan.today - 80 + 14 * number).workday
            let id = try await meeting(home, false, pedagogue, day, staff, [])
            let known = pupils(all, by: day)
            let turn = known.indices.filter { $0 % 6 == number }.prefix(4).map { known[$0] }
            try await hold(id, turn, pedagogue, day, isApproved: number < 5)
        }
        let next = try await meeting(home, false, pedagogue, (plan.today + 4).workday, staff, [])
        // Of the five one is known to the class teacher, who is at the meeting.
        let others = pupils(all, by: plan.today).filter { !shared.contains($0) }
        try await stage.gather(
            Array((shared.prefix(1) + others).prefix(5)),
            for: next,
            by: pedagogue,
            on: plan.today
        )
    }

    private func bodies(_ all: [Known], _ pedagogue: Asker, _ staff: [Asker]) async throws {
        for number in 0..<3 {
            let day = (plan.today - 75 + 28 * number).workday
            let id = try await meeting(home, true, pedagogue, day, staff, DemoMeetings.besideSchool)
            let turn = pupils(all, by: day).dropFirst(number).prefix(2)
            try await hold(id, Array(turn), pedagogue, day, isApproved: true)
        }
    }

    private func board(_ all: [Known], _ coordinator: Asker, _ staff: [Asker]) async throws {
        let day = (plan.today - 40).workday
        let id = try await meeting(nil, true, coordinator, day, staff, DemoMeetings.besideBoard)
        try await hold(id, Array(pupils(all, by: day).prefix(4)), coordinator, day, isApproved: true)
    }

    func meeting(
        _ institution: InstitutionID?,
        _ isOfBodies: Bool,
        _ asker: Asker,
        _ day: Day,
        _ staff: [Asker],
        _ bodies: [(name: String, body: Int)]
    ) async throws -> Int {
        try await stage.plan(
            institution,
            isOfBodies: isOfBodies,
            by: asker,
            on: day,
            starts: isOfBodies ? 600 : 870,
            place: institution == nil ? "Domes sēžu zāle" : "Skolotāju istaba",
            staff: staff,
            bodies: bodies
        )
    }

    private func hold(
        _ id: Int,
        _ pupils: [PupilID],
        _ asker: Asker,
        _ day: Day,
        isApproved: Bool
    ) async throws {
        try await stage.gather(pupils, for: id, by: asker, on: day)
        try await stage.hold(id, by: asker, on: day)
        try await stage.write(MeetingWords.all, for: id, by: asker, on: day, until: plan.today)
        try await stage.general(id, by: asker, on: day, MeetingWords.general)
        if isApproved { try await stage.approve(id, by: asker, on: min(day + 2, plan.today)) }
    }

    /// People of other bodies at meetings of the school.
    static let besideSchool = [
        (name: "Paraugs Sociālais darbinieks", body: 2), (name: "Paraugs Bāriņtiesas loceklis", body: 3),
    ]
    /// People of other bodies at meetings of the board.
    static let besideBoard = [
        (name: "Paraugs Pašvaldības policists", body: 4),
        (name: "Paraugs Atbalsta centra psihologs", body: 6),
    ]
}

/// What is said at meetings of the demo.
private enum MeetingWords {
    static let general = "Pārrunāta iepriekšējo lēmumu izpilde. Nākamā sanāksme pēc divām nedēļām."

    static let all: [MeetingStage.Word] = [
        MeetingStage.Word(
            said:
                "Kavējumi sakrājas pirmdienās. Klases audzinātājs runājis ar māti; no rīta zvanīs vecmāmiņa.",
            task: "Sazināties ar vecākiem un vienoties par rīta zvanu",
            person: "Klases audzinātājs",
            outcome: "Vienošanās panākta, nedēļu bez kavējumiem."
        ),
        MeetingStage.Word(
            said:
                "Kavēto stundu saturs nav apgūts. Konsultācijas apmeklē neregulāri, jo tās sakrīt ar autobusu.",
            task: "Pārcelt konsultāciju uz starpbrīdi un izstāstīt ģimenei",
            person: "Priekšmeta skolotājs",
            outcome: nil
        ),
        MeetingStage.Word(
            said: "Klasē turas savrup, bet patīk robotika. Pulciņā ir vieta no nākamās nedēļas.",
            task: "Iepazīstināt ar robotikas pulciņa vadītāju",
            person: "Direktora vietnieks",
            outcome: "Pulciņu apmeklē, ir divi draugi."
        ),
        MeetingStage.Word(
            said: "Situācija uzlabojas; nākamajā sanāksmē pārskatām vēlreiz.",
            task: "Pārskatīt kavējumus pēc divām nedēļām",
            person: "Sociālais pedagogs",
            outcome: nil
        ),
    ]
}
