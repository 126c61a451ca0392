package import Frame
package import Kernel
package import Registry
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

    /// A signal of a pupil in words, with the day on which it ended, for whoever may see it; nil for others, and for none.
    package static func named(
        _ id: Int,
        of pupil: PupilID,
        in scope: Scope,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (words: Text, ended: Day?)? {
        guard id > 0, desk.asker.may(.readSignals, in: scope, on: desk.today) else { return nil }
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        guard let signal = try store.find(id), signal.pupil == pupil else { return nil }
        let words = SignalWords(rules: try RiskRules.load(desk.tenant, connection))
        return (words.title(signal), signal.endedOn)
    }

    /// Takes the signals of a pupil that nobody has looked at into review, as whoever opens a case looks into them; nothing
    /// where whoever sits at the desk does not work with the pupil's signals.
    ///
    /// A signal that comes to be known later is new, case or not: somebody has yet to look at it.
    package static func review(
        of pupil: PupilID,
        in scope: Scope,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        guard desk.asker.may(.workSignals, in: scope, on: desk.today) else { return }
        let year = SchoolYear(containing: desk.today)
        let store = SignalStore(tenant: desk.tenant, connection: connection)
        for signal in try store.open(in: year, of: [pupil])
        where signal.state == .new && signal.notedOn <= desk.today {
            try SignalWork.move(
                signal.id,
                of: pupil,
                to: .review,
                version: signal.version,
                desk,
                connection
            )
        }
    }

    /// A signal with the days between which it held.
    package struct Dated: Sendable {
        /// The signal.
        package let signal: Int
        /// Whose it is.
        package let pupil: PupilID
        /// What it says; nil of a kind that this version does not know.
        package let quantity: RiskQuantity?
        /// Where the pupil learned.
        package let institution: InstitutionID
        /// The day from which it is known.
        package let noted: Day
        /// The school year that it is of.
        package let year: SchoolYear
        /// Whether it holds still.
        package let isOpen: Bool
    }

    /// The signals that became known from a day on, the earliest first.
    package static func dated(
        since day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Dated] {
        let rows = try connection.rows(
            """
            SELECT id, pupil_id, quantity, institution_id, noted_on, year, ended_on FROM risk_signal
            WHERE tenant_id = \(tenant) AND year >= \(SchoolYear(containing: day).start) AND noted_on >= \(day)
            ORDER BY noted_on, pupil_id, id
            """,
            Int.self,
            PupilID.self,
            Int.self,
            InstitutionID.self,
            Day.self,
            Int.self,
            Int.self
        )
        return rows.map { row in
            Dated(
                signal: row.0,
                pupil: row.1,
                quantity: RiskQuantity.allCases.first { $0.number == row.2 },
                institution: row.3,
                noted: row.4,
                year: SchoolYear(row.5),
                isOpen: row.6 == 0
            )
        }
    }
}
