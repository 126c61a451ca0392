package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// New signs of risk that nobody has looked at in the days that the board gives for it.
package enum SignalDues: DueSource {
    private static let words = Text(lv: "Izskatīt jaunu riska pazīmi", en: "Look at a new sign of risk")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        // They wait for whoever works with the pupil, so they are nobody's own; home counts them.
        guard case .within(let reach) = question.whose else { return [] }
        let rule = try Regulations.load(question.tenant, connection)
            .parameters(of: EscalationRule.self, on: question.today)
        guard let days = rule?.look else { return [] }
        let year = SchoolYear(containing: question.today)
        let rows = try connection.rows(
            """
            SELECT s.pupil_id, s.institution_id, min(s.noted_on) FROM risk_signal s
            WHERE s.tenant_id = \(question.tenant) AND s.year = \(year.start) AND s.ended_on = 0
                AND s.state = \(SignalState.new) AND s.noted_on <= \(question.until - days) AND \(reach.rows("s."))
                AND \(SignalStore.ofSomebody(question.tenant))
            GROUP BY s.pupil_id, s.institution_id ORDER BY s.pupil_id, s.institution_id
            """,
            PupilID.self,
            InstitutionID.self,
            Day.self
        )
        return rows.map { pupil, place, noted in
            Due(
                "signal-\(pupil)",
                by: noted + days,
                words,
                of: pupil,
                at: place,
                "/pupils/\(pupil.rawValue)/signals"
            )
        }
    }
}
