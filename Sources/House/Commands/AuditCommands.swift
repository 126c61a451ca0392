import Frame
package import Access
package import Kernel

/// What `sekme audit` does.
package struct AuditCommands: Sendable {
    let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    /// Verifies the chain, against anchors where a text of them is given.
    package func verify(anchors text: String?) async throws -> AuditVerification {
        let desk = session.desk
        try await AuditTrail.move(desk.tenant, desk.database)
        let anchors = text.map { AuditAnchor.all(in: $0) } ?? []
        return try await AuditTrail.verify(desk.tenant, against: anchors, desk.database)
    }

    /// The line that is kept outside the database.
    package func anchor() async throws -> String {
        let desk = session.desk
        try await AuditTrail.move(desk.tenant, desk.database)
        return try await AuditTrail.anchor(desk.tenant, day: desk.today, desk.database).line
    }

    /// The youngest records, one a line.
    package func list(limit: Int, _ language: Language) async throws -> String {
        var filter = AuditFilter()
        filter.limit = limit
        let desk = session.desk
        try await AuditTrail.move(desk.tenant, desk.database)
        return try await AuditTrail.list(desk.tenant, filter, desk.database).map { record in
            let kind = record.kindWords[language]
            return "\(record.seq)\t\(record.at)\t\(record.account.rawValue)\t\(kind)\t\(record.what)"
        }.joined(separator: "\n")
    }
}
