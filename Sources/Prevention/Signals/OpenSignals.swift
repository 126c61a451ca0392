package import Frame
package import Kernel
internal import Registry
package import Storage

/// Signals of a pupil that hold, for rooms that work with them.
package enum OpenSignals {
    /// The signals of this year with their words, for whoever may see them; none for others.
    package static func of(
        _ pupil: PupilID,
        in scope: Scope,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [(id: Int, words: Text)] {
        guard desk.asker.may(.readSignals, in: scope, on: desk.today) else { return [] }
        let year = SchoolYear(containing: desk.today)
        let words = SignalWords(rules: try RiskRules.load(desk.tenant, connection))
        return try SignalStore(tenant: desk.tenant, connection: connection).open(in: year, of: [pupil])
            .map { ($0.id, words.title($0)) }
    }

    /// Pupils of institutions who have signals of a year, each with the first of them, by pupil.
    package static func pupils(
        _ year: SchoolYear,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(pupil: PupilID, institution: InstitutionID, signal: Int)] {
        try connection.rows(
            """
            SELECT pupil_id, min(institution_id), min(id) FROM risk_signal
            WHERE tenant_id = \(tenant) AND year = \(year.start) AND ended_on = 0
            GROUP BY pupil_id ORDER BY pupil_id
            """,
            PupilID.self,
            InstitutionID.self,
            Int.self
        )
        .map { (pupil: $0.0, institution: $0.1, signal: $0.2) }
    }
}
