import Access
import Frame
package import Kernel
import Storage

/// What `sekme subscription` does.
package struct SubscriptionCommands: Sendable {
    let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    /// All subscriptions of the board, one a line: number, login, report, how it tells, when figures last changed,
    /// what went wrong.
    package func list(_ language: Language) async throws -> String {
        let desk = session.desk
        try desk.require(.administer, in: .tenant)
        return try await desk.database.data.read { connection in
            try Subscriptions(tenant: desk.tenant, connection: connection).list().map { one in
                let login = try Accounts.find(one.account, tenant: desk.tenant, connection)?.login ?? "–"
                return [
                    String(one.id), login, one.request.report, one.way.rawValue,
                    one.changedAt.map { Format(language).moment($0) } ?? "–", one.problem?[language] ?? "",
                ].joined(separator: "\t")
            }.joined(separator: "\n")
        }
    }

    /// Looks at what is due now, as a server does every minute.
    package func run() async throws -> Text {
        try session.desk.require(.administer, in: .tenant)
        let done = try await SubscriptionRun(desk: session.desk, delivery: .configured).run()
        return Text(
            lv:
                "Pārbaudītas atskaites: \(done.looked). Ar jauniem datiem: \(done.changed). Neizdevās: \(done.failed).",
            en:
                "Reports looked at: \(done.looked). With new figures: \(done.changed). Failed: \(done.failed)."
        )
    }
}
