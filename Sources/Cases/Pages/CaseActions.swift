internal import Frame
internal import Kernel
internal import Registry

/// The forms of the page of a case.
enum CaseActions {
    static let all: [any Page] = [
        move, close, transfer, give, handOver, note, task, finish, invite, answer, passOn, revoke, refer,
    ]

    private static let move = CaseAction("state", "state") { id, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let state = Int(request.field("state")).flatMap { CaseState(rawValue: $0) }
        if state == nil { reader.fail("state", .missingChoice) }
        var move = CaseWork.Move(reason: reader.words("reason", optional: true))
        move.outcome = Int(request.field("outcome")).flatMap { CaseOutcome(rawValue: $0) } ?? .none
        move.review = reader.day("review")
        guard let state else { throw reader.errors }
        // What is wanted beside the state is the case's to say, in the same round.
        try await work.move(
            id,
            to: state,
            move,
            version: Int(request.field("version")) ?? 0,
            besides: reader.errors
        )
        return Text(lv: "Stāvoklis saglabāts.", en: "The state was saved.")
    }

    private static let close = CaseAction("close", "close") { id, request, work in
        // What is missing in the form is told to nobody who may not close the case.
        try await work.requireManager(of: id)
        var reader = FieldReader(request.form.compactMapValues(\.last))
        var move = CaseWork.Move(reason: reader.words("reason"))
        move.outcome = Int(request.field("outcome")).flatMap { CaseOutcome(rawValue: $0) } ?? .none
        if move.outcome == .none { reader.fail("outcome", .missingChoice) }
        try reader.finish()
        try await work.move(id, to: .closed, move, version: Int(request.field("version")) ?? 0)
        return Text(lv: "Gadījums slēgts.", en: "The case is closed.")
    }

    private static let transfer = CaseAction("transfer", "transfer") { id, request, work in
        try await work.requireManager(of: id)
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let move = CaseWork.Move(reason: reader.words("reason"))
        try reader.finish()
        try await work.move(id, to: .transferred, move, version: Int(request.field("version")) ?? 0)
        return Text(lv: "Gadījums nodots.", en: "The case was transferred.")
    }

    private static let give = CaseAction("owner", "owner") { id, request, work in
        let account = AccountID(rawValue: Int(request.field("owner")) ?? 0)
        try await work.give(id, to: account, version: Int(request.field("version")) ?? 0)
        return Text(lv: "Gadījumam ir cits vadītājs.", en: "The case has another owner.")
    }

    private static let handOver = CaseAction("hand-over", "hand-over") { id, request, work in
        // What is missing in the form is told to nobody who may not hand the case over.
        try await work.requireManager(of: id)
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let reason = reader.words("reason")
        let account = AccountID(rawValue: Int(request.field("owner")) ?? 0)
        if account.rawValue == 0 { reader.fail("owner", .missingChoice) }
        let checked = Set((request.form["checked"] ?? []).compactMap { HandOverCheck(rawValue: $0) })
        if checked.count < HandOverCheck.allCases.count { reader.fail("checked", HandOverCheck.missing) }
        try reader.finish()
        try await work.handOver(id, to: account, reason, version: Int(request.field("version")) ?? 0)
        return Text(lv: "Gadījums nodots jaunajai iestādei.", en: "The case was handed over.")
    }

    private static let refer = CaseAction("referrals", "referral") { id, request, work in
        let referrals = ReferralWork(work.desk)
        // What is missing in the form is told to nobody who may not refer the case.
        try await referrals.requireSender(of: id)
        let account = AccountID(rawValue: Int(request.field("account")) ?? 0)
        var errors = FieldErrors()
        if account.rawValue == 0 { errors.add("account", .missingChoice) }
        let new = try await ReferralFields.read(request, work.desk, besides: errors)
        _ = try await referrals.send(of: id, to: account, new)
        return Text(lv: "Nosūtījums nosūtīts.", en: "The referral was sent.")
    }

    private static let note = CaseAction("notes", "note") { id, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let text = reader.words("text")
        let level = Int(request.field("level")).flatMap { NoteLevel(rawValue: $0) }
        if level == nil { reader.fail("level", .missingChoice) }
        try reader.finish()
        guard let level else { throw Refusal.noSuchPage }
        try await work.note(id, level, text)
        return Text(lv: "Piezīme pierakstīta.", en: "The note was written down.")
    }

    private static let task = CaseAction("tasks", "task") { id, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let doer = AccountID(rawValue: Int(request.field("doer")) ?? 0)
        let (text, due) = (reader.words("text"), reader.day("due", optional: false))
        let person = reader.words("person", optional: true)
        // Those who take part are of a body already; somebody else is named with theirs.
        let body = Int(request.field("body")).flatMap { CaseBody(rawValue: $0) }
        if doer.rawValue == 0 { TaskFields.check(person, body, &reader) }
        if let due, due < work.desk.today { reader.fail("due", .dayIsOver) }
        try reader.finish()
        guard let due else { throw FieldErrors("due", .missingAnswer) }
        if doer.rawValue != 0 {
            try await work.task(id, of: doer, due: due, text)
        } else {
            let new = CaseWork.NewTask(text: text, person: person, body: body ?? .school, due: due)
            try await work.task(id, new)
        }
        return Text(lv: "Uzdevums pierakstīts.", en: "The task was written down.")
    }

    private static let finish = CaseAction("tasks/:task/finish", "finish") { id, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let outcome = reader.words("outcome")
        try reader.finish()
        try await work.finish(try request.number("task"), of: id, outcome)
        return Text(lv: "Uzdevums pabeigts.", en: "The task is done.")
    }

    private static let invite = CaseAction("members", "invite") { id, request, work in
        var reader = FieldReader(request.form.compactMapValues(\.last))
        let purpose = reader.words("purpose")
        let ends = reader.day("ends", optional: false)
        let account = Int(request.field("account")) ?? 0
        if account == 0 { reader.fail("account", .missingChoice) }
        let body = Int(request.field("body")).flatMap { CaseBody(rawValue: $0) }
        if body == nil { reader.fail("body", .missingChoice) }
        let basis = Int(request.field("basis")).flatMap { LegalBasis(rawValue: $0) }
        if basis == nil { reader.fail("basis", .missingChoice) }
        if let ends, let wrong = CaseWork.wrongEnd(ends, on: work.desk.today) { reader.fail("ends", wrong) }
        try reader.finish()
        guard let ends, let body, let basis else { throw FieldErrors("ends", .missingAnswer) }
        let ticked = Set(request.form["parts"] ?? [])
        var parts: CaseParts = []
        if ticked.contains("notes") { parts.insert(.notes) }
        if ticked.contains("plan") { parts.insert(.plan) }
        let invitation = CaseWork.Invitation(
            account: AccountID(rawValue: account),
            body: body,
            level: ticked.contains("restricted") ? .restricted : .team,
            parts: parts,
            basis: basis,
            purpose: purpose,
            ends: ends
        )
        try await work.invite(id, invitation)
        return Text(lv: "Uzaicinājums nosūtīts.", en: "The invitation was sent.")
    }

    private static let answer = CaseAction("answer", "answer") { id, request, work in
        guard let state = Int(request.field("answer")).flatMap({ MemberState(rawValue: $0) }) else {
            throw Refusal.noSuchPage
        }
        try await work.answer(id, with: state)
        return switch state {
        case .accepted: Text(lv: "Jūs piedalāties gadījumā.", en: "You take part in the case.")
        case .rejected: Text(lv: "Uzaicinājums noraidīts.", en: "The invitation was declined.")
        default: Text(lv: "Jūs vairs nepiedalāties gadījumā.", en: "You no longer take part in the case.")
        }
    }

    private static let passOn = CaseAction("place", "place") { id, request, work in
        // What is missing in the form is told to nobody who has no place in the case.
        try await work.passOn(id, to: AccountID(rawValue: Int(request.field("successor")) ?? 0))
        return Text(
            lv: "Vieta nodota; gadījuma vadītājs to redzēs.",
            en: "The place was handed over; the owner of the case is told."
        )
    }

    private static let revoke = CaseAction("members/:member/revoke", "revoke") { id, request, work in
        try await work.revoke(id, try request.number("member"))
        return Text(lv: "Piekļuve atsaukta.", en: "Access was taken back.")
    }
}
