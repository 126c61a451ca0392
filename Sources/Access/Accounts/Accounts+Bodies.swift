package import Frame
package import Kernel
internal import Storage

extension Migration {
    /// The body that the holder of a role works for, 0 where the role names none or was given before it was asked.
    static let bodiesOfRoles = Migration(
        id: "2027-01-bodies-of-roles",
        tables: [],
        sql: """
            ALTER TABLE grant_role ADD COLUMN body INTEGER NOT NULL DEFAULT 0;
            """
    )
}

extension Accounts {
    /// Says for which body a role is held, from now on; what was registered before stays with the body of then.
    package func setBody(_ body: CaseBody, ofRole role: Int, of id: AccountID) async throws {
        let accounts = self
        try await desk.writeAndRecord { connection in
            let desk = accounts.desk
            try connection.lock(tenant: desk.tenant.rawValue)
            let listed = try accounts.managed(id, connection)
            guard let held = listed.roles.first(where: { $0.id == role }), let kind = Role.named(held.role),
                desk.asker.may(.administer, in: held.scope, on: desk.today)
            else { throw Refusal.noSuchPage }
            try Accounts.requireBody(body, of: kind)
            try connection.execute(
                """
                UPDATE grant_role SET body = \(body), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(role)
                """
            )
            let what = "account \(id.rawValue) role \(held.role) grant \(role) body \(body.code)"
            try AuditTrail.queue(desk.event(.accountChanged, what, scope: held.scope), connection)
        }
    }

    /// Refuses a role of other bodies that names none, and a body where the role has none.
    static func requireBody(_ body: CaseBody?, of role: Role) throws(Refusal) {
        guard role.namesBody else {
            if body != nil { throw Refusal.noBody(role) }
            return
        }
        guard let body, CaseBody.outside.contains(body) else { throw Refusal.needsBody(role) }
    }
}

extension CaseBody {
    /// The body of a code; nil where it is none.
    init?(code: String) {
        guard let body = CaseBody.allCases.first(where: { $0.code == code }) else { return nil }
        self = body
    }

    /// The body that a code means; nil where nothing was typed.
    package static func typed(_ text: String) throws(Refusal) -> CaseBody? {
        guard !text.isEmpty else { return nil }
        guard let body = CaseBody(code: text) else { throw Refusal.noSuchBody(text) }
        return body
    }
}

extension Refusal {
    private static var codes: String { CaseBody.outside.map(\.code).joined(separator: ", ") }

    static func noSuchBody(_ typed: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "Nav institūcijas „\(typed)”.", en: "There is no body “\(typed)”."),
            advice: Text(lv: "Institūcijas: \(codes).", en: "The bodies are: \(codes).")
        )
    }

    static func needsBody(_ role: Role) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Lomai „\(role.words.lv)” jānorāda institūcija, kurā cilvēks strādā.",
                en: "The role “\(role.words.en)” names the body that the person works for."
            ),
            advice: Text(
                lv: "Izvēlieties institūciju; komandā – --body ar vienu no: \(codes).",
                en: "Choose the body; in the command --body with one of: \(codes)."
            )
        )
    }

    static func noBody(_ role: Role) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Lomai „\(role.words.lv)” institūciju nenorāda.",
                en: "The role “\(role.words.en)” names no body."
            ),
            advice: Text(
                lv: "Atstājiet institūciju tukšu vai izvēlieties citu lomu.",
                en: "Leave the body empty, or choose another role."
            )
        )
    }
}
