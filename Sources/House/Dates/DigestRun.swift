import Access
import Frame
import Kernel
import Storage

/// Sends mails that say how much waits and how much is late, and nothing of what or of whom.
struct DigestRun: Sendable {
    let desk: Desk
    let delivery: Delivery

    /// How long a server may take for one mail before another takes it over.
    private static let lease = Duration.seconds(120)
    /// How often a mail is tried on a day.
    private static let attempts = 3
    /// How far ahead a mail looks, in days.
    private static let ahead = 7

    /// What a run did.
    struct Outcome: Hashable, Sendable {
        /// Mails that went.
        var sent = 0
        /// Mails that did not go.
        var failed = 0
    }

    /// How much waits for somebody.
    struct Count: Hashable, Sendable {
        /// Own things that are late.
        var late = 0
        /// Own things of the next days.
        var soon = 0
        /// Own things that nobody has looked at yet and that are not late.
        var new = 0
        /// What is late where they lead the work.
        var led = 0

        var isEmpty: Bool { late + soon + new + led == 0 }
    }

    /// Sends every mail that is due; does nothing where the server has no program for mail.
    func run() async throws -> Outcome {
        guard delivery.sendmail != nil else { return Outcome() }
        let (tenant, today) = (desk.tenant, desk.today)
        let stored = try await desk.database.data.read { try Digests(tenant, $0).stored() }
        var outcome = Outcome()
        for listed in try await Accounts(desk).list() {
            let one = listed.account
            guard one.isOpen(on: today), MailAddress.isGood(one.email) else { continue }
            let own = stored[one.id]
            let mayHave = listed.roles.contains { $0.holds(on: today) && DigestRun.isTold($0) }
            let rhythm = own?.rhythm ?? (mayHave ? .weekly : .never)
            // What the account reaches in the end says whether it is told, as on its page of dates.
            guard rhythm.isDue(after: own?.sent ?? Day(number: 0), on: today),
                let asker = try await Accounts(desk).asker(for: one.id),
                own != nil || Digests.usual(asker, on: today) == rhythm
            else { continue }
            switch try await send(one, asker, rhythm, attempts: own?.attempts ?? 0) {
            case true?: outcome.sent += 1
            case false?: outcome.failed += 1
            case nil: break
            }
        }
        return outcome
    }

    /// Whether a role works with signs, cases or programmes, or leads that work.
    private static func isTold(_ held: HeldRole) -> Bool {
        guard let role = Role.named(held.role) else { return false }
        return Digests.told.contains { !role.breadths($0).isEmpty }
    }

    /// Whether a mail went; nil where there was nothing to say or another server has it in hand.
    private func send(
        _ account: Account,
        _ asker: Asker,
        _ rhythm: DigestRhythm,
        attempts: Int
    ) async throws -> Bool? {
        let (tenant, today, now) = (desk.tenant, desk.today, desk.clock())
        let isMine = try await desk.database.data.write {
            try Digests(tenant, $0).take(account.id, rhythm, until: now + DigestRun.lease, now: now)
        }
        guard isMine else { return nil }
        let count = try await count(asker)
        var problem: Refusal?
        if !count.isEmpty {
            do { try await mail(count, account) } catch let refusal as Refusal { problem = refusal }
        }
        let failed = problem.map { $0.message + Text(same: " ") + $0.advice }
        // What did not go is tried again, but not for ever: the home page says it all the same.
        let isOver = failed == nil || attempts + 1 >= DigestRun.attempts
        try await desk.database.data.write {
            let all = Digests(tenant, $0)
            let before = try all.stored()[account.id]?.sent ?? Day(number: 0)
            try all.settle(
                account.id,
                sent: isOver ? today : before,
                attempts: isOver ? 0 : attempts + 1,
                failed
            )
        }
        return count.isEmpty ? nil : failed == nil
    }

    private func count(_ asker: Asker) async throws -> Count {
        let own = desk.seated(asker)
        return try await desk.database.data.read { connection in
            let dues = try DueList.own(own, ahead: DigestRun.ahead, connection)
            let late = dues.filter { $0.day < own.today }
            let ahead = dues.filter { $0.day >= own.today }
            return Count(
                late: DigestRun.sum(late),
                soon: DigestRun.sum(ahead.filter { !$0.isNew }),
                new: DigestRun.sum(ahead.filter(\.isNew)),
                led: DigestRun.sum(try DueList.late(own, connection).dues)
            )
        }
    }

    /// How many things dates stand for.
    private static func sum(_ dues: [Due]) -> Int { dues.reduce(0) { $0 + $1.count } }

    private func mail(_ count: Count, _ account: Account) async throws {
        guard let sendmail = delivery.sendmail else { throw Refusal.mailFailed }
        let tenant = desk.tenant
        let host = try await desk.database.data.read { try Tenants.find(tenant, $0)?.host ?? "" }
        let base = host.isEmpty ? "" : "https://\(host)"
        let mail = DigestMail(count: count, base: base, language: account.language)
        try Sendmail(path: sendmail).send(mail.mail(to: account.email, from: delivery.sender))
    }
}

/// The words of a mail of what waits.
struct DigestMail: Sendable {
    let count: DigestRun.Count
    /// The scheme and host of the board's pages, or empty.
    let base: String
    let language: Language

    func mail(to: String, from: String) -> Mail {
        Mail(
            to: to,
            from: from,
            subject: Text(lv: "Sekme: termiņi", en: "Sekme: dates"),
            words: words,
            language: language
        )
    }

    private var words: Text {
        var lines: [Text] = []
        func add(_ number: Int, _ words: Text, _ path: String) {
            guard number > 0 else { return }
            lines.append(words + Text(same: ": \(number)\n\(base)\(path)\n"))
        }
        add(
            count.late,
            Text(lv: "Jūsu darbi, kuru termiņš ir pagājis", en: "Your things whose date has passed"),
            "/dates"
        )
        add(
            count.soon,
            Text(lv: "Jūsu darbi nākamajās septiņās dienās", en: "Your things of the next seven days"),
            "/dates"
        )
        add(
            count.new,
            Text(lv: "Jauni darbi, kas vēl nav apskatīti", en: "New things not looked at yet"),
            "/dates"
        )
        add(
            count.led,
            Text(lv: "Nokavētie darbi Jūsu pārziņā", en: "Late where you lead the work"),
            "/late"
        )
        lines.append(
            Text(
                lv: "Cik bieži sūtīt šo vēstuli, izvēlas lapā „Mani termiņi”.",
                en: "How often this letter is sent is chosen on “My dates”."
            )
        )
        return lines.reduce(Text(same: "")) { $0 + Text(same: $0.lv.isEmpty ? "" : "\n") + $1 }
    }
}
