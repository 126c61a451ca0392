import Access
import Foundation
import Frame
import Kernel
import Pages
import Storage

/// Looks at the subscribed reports of a tenant after its data changed, and tells of those whose figures did.
struct SubscriptionRun: Sendable {
    let desk: Desk
    let delivery: Delivery

    /// How long a server may take for one report before another takes it over.
    private static let lease = Duration.seconds(300)
    /// How often a mail or a file is tried.
    private static let attempts = 3

    /// What a run did.
    struct Outcome: Hashable, Sendable {
        /// Reports looked at.
        var looked = 0
        /// Reports with new figures.
        var changed = 0
        /// Mails and files that did not go.
        var failed = 0
    }

    /// Looks at every report that is due.
    func run() async throws -> Outcome {
        let version = try await SubscriptionLook.version(desk)
        let tenant = desk.tenant
        let due = try await desk.database.data.read {
            try Subscriptions(tenant: tenant, connection: $0).due(version)
        }
        var outcome = Outcome()
        for one in due where try await take(one, version) {
            let look = try await look(at: one, version)
            try await desk.database.data.write {
                try Subscriptions(tenant: tenant, connection: $0).settle(one, look)
            }
            outcome.looked += 1
            if look.changedAt != one.changedAt { outcome.changed += 1 }
            if look.problem != nil { outcome.failed += 1 }
        }
        return outcome
    }

    private func take(_ one: Subscription, _ version: String) async throws -> Bool {
        let (tenant, now) = (desk.tenant, desk.clock())
        return try await desk.database.data.write {
            try Subscriptions(tenant: tenant, connection: $0)
                .take(one, version, until: now + SubscriptionRun.lease, now: now)
        }
    }

    /// What to note of a report: unchanged, changed and told, or changed and to be tried again.
    private func look(at one: Subscription, _ version: String) async throws -> Subscriptions.Look {
        var look = Subscriptions.Look(
            version: version,
            fingerprint: one.fingerprint,
            changedAt: one.changedAt
        )
        guard let (account, asker) = try await subscriber(one) else {
            look.problem = Text(lv: "Konts ir slēgts.", en: "The account is closed.")
            return look
        }
        do {
            let seen = try await SubscriptionLook(desk: desk).look(one.request, as: asker)
            look.version = seen.version
            guard seen.fingerprint != one.fingerprint else { return look }
            look.changedAt = desk.clock()
            try await tell(one, seen, account, &look)
        } catch let refusal as Refusal {
            // The report is gone, or the subscriber may no longer ask it.
            look.problem = refusal.message + Text(same: " ") + refusal.advice
        }
        return look
    }

    /// Sends the mail or writes the file.
    ///
    /// The home page tells of news all the same; what did not go is tried again, but not for ever.
    private func tell(
        _ one: Subscription,
        _ seen: SubscriptionLook.Seen,
        _ account: Account,
        _ look: inout Subscriptions.Look
    ) async throws {
        do {
            try await deliver(one, seen.answer, account)
            look.fingerprint = seen.fingerprint
        } catch let refusal as Refusal {
            look.problem = refusal.message + Text(same: " ") + refusal.advice
            if one.attempts + 1 < SubscriptionRun.attempts {
                look.attempts = one.attempts + 1
                look.version = one.dataVersion
            } else {
                look.fingerprint = seen.fingerprint
            }
        }
    }

    /// Who subscribed; nil where the account is closed.
    private func subscriber(_ one: Subscription) async throws -> (Account, Asker)? {
        let tenant = desk.tenant
        let account = try await desk.database.data.read {
            try Accounts.find(one.account, tenant: tenant, $0)
        }
        guard let account, account.isOpen(on: desk.today),
            let asker = try await Accounts(desk).asker(for: one.account)
        else { return nil }
        return (account, asker)
    }

    private func deliver(_ one: Subscription, _ answer: AnsweredReport, _ account: Account) async throws {
        switch one.way {
        case .home: return
        case .mail: try await mail(one, account)
        case .folder: try file(one, answer, account.language)
        }
    }

    private func mail(_ one: Subscription, _ account: Account) async throws {
        guard let sendmail = delivery.sendmail else { throw Refusal.mailFailed }
        guard MailAddress.isGood(account.email) else { throw Refusal.noMailAddress }
        let tenant = desk.tenant
        let host = try await desk.database.data.read { try Tenants.find(tenant, $0)?.host ?? "" }
        let mail = Mail.report(
            one.title(desk.house),
            at: (host.isEmpty ? "" : "https://\(host)") + one.address.text,
            to: account.email,
            from: delivery.sender,
            account.language
        )
        try Sendmail(path: sendmail).send(mail)
    }

    /// The file stands under one name and is replaced as a whole.
    private func file(_ one: Subscription, _ answer: AnsweredReport, _ language: Language) throws {
        // A report may have come to need another permission since somebody subscribed to it.
        guard SubscriptionRule.isOfFigures(one.request, desk.house) else { throw Refusal.noFileOfPersons }
        guard let folder = delivery.folder else { throw Refusal.noFolder }
        let report = answer.id.split(separator: "/").joined(separator: "-")
        let name = "\(desk.tenant.rawValue)-\(one.id)-\(report)-\(answer.selection.year.start).xlsx"
        let bytes = try answer.bytes(.xlsx, language: language)
        do {
            try Data(bytes).write(
                to: URL(fileURLWithPath: folder).appendingPathComponent(name),
                options: .atomic
            )
        } catch {
            throw Refusal.noFolder
        }
    }
}

extension Refusal {
    fileprivate static let noFolder = Refusal(
        .invalid,
        Text(lv: "Failu nevarēja ierakstīt mapē.", en: "The file could not be written to the folder."),
        advice: Text(
            lv: "Administratoram jāpārbauda SEKME_REPORT_FOLDER norādītā mape.",
            en: "The administrator should check the folder that SEKME_REPORT_FOLDER names."
        )
    )
}
