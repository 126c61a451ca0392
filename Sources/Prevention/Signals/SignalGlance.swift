package import Frame
package import Kernel
internal import Registry
package import Storage

/// A sign of risk that holds, in words and with how far people are with it, for rooms that work beside signals.
package struct SignalGlance: Sendable {
    /// The signal.
    package let id: Int
    /// Whose it is.
    package let pupil: PupilID
    /// Where the pupil learns.
    package let institution: InstitutionID
    /// The class; 0 where it is not known.
    package let classGroup: ClassID
    /// The sign and what it shows: "Neattaisnoti kavējumi: 25 stundas".
    package let words: Text
    /// How far people are with it.
    package let state: SignalState
    /// Since when it is known.
    package let since: Day
    /// Who took it last, and when; nil where nobody has looked.
    package let taken: Taken?

    /// Who moved a signal to its state.
    package struct Taken: Sendable {
        /// The account.
        package let account: AccountID
        /// Its owner's name.
        package let name: String
        /// The day.
        package let day: Day
    }

    /// When somebody should look again.
    package var review: Day? {
        state.days.flatMap { days in taken.map { $0.day + days } }
    }
}

extension SignalGlance {
    /// The signs of this year that hold today, of those whose signals whoever sits at the desk may see; by
    /// institution, class and pupil.
    package static func all(
        in institution: InstitutionID? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [SignalGlance] {
        let (tenant, year) = (desk.tenant, SchoolYear(containing: desk.today))
        let reach = desk.asker.reach(.readSignals, on: desk.today)
        guard !reach.isEmpty else { return [] }
        let words = SignalWords(rules: try RiskRules.load(tenant, connection))
        let steps = try connection.rows(
            """
            SELECT t.signal_id, t.at, t.account_id, t.account_name FROM risk_step t
            JOIN risk_signal s ON s.tenant_id = t.tenant_id AND s.id = t.signal_id
            WHERE t.tenant_id = \(tenant) AND s.year = \(year.start) AND s.ended_on = 0
                AND \(SignalStore.condition(reach))
            ORDER BY t.signal_id, t.ordinal
            """,
            Int.self,
            Int.self,
            AccountID.self,
            String.self
        )
        let taken = Dictionary(
            steps.map {
                ($0.0, Taken(account: $0.2, name: $0.3, day: Instant(milliseconds: $0.1).day))
            }
        ) { _, last in last }
        return try SignalStore(tenant: tenant, connection: connection)
            .open(on: desk.today, in: year, within: reach)
            .filter { institution == nil || $0.institution == institution }
            .map { signal in
                SignalGlance(
                    id: signal.id,
                    pupil: signal.pupil,
                    institution: signal.institution,
                    classGroup: signal.classGroup,
                    words: words.title(signal) + Text(same: ": ") + words.fact(signal.rule, signal.shown),
                    state: signal.state,
                    since: signal.notedOn,
                    taken: taken[signal.id]
                )
            }
    }
}
