package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// New signs of risk that nobody has looked at yet.
///
/// Whoever works with the pupils has them from the first day on, as a number; those who lead the work hear of each that
/// nobody has looked at in the days that the board gives for it.
package enum SignalDues: DueSource {
    package static var kind: DueKind { .signals }

    private static let words = Text(lv: "Izskatīt jaunu riska pazīmi", en: "Look at a new sign of risk")
    private static let several = Text(lv: "Izskatīt jaunas riska pazīmes", en: "Look at new signs of risk")
    private static let about = Text(lv: "Riska pazīmes", en: "Signs of risk")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let rule = try Regulations.load(question.tenant, connection)
            .parameters(of: EscalationRule.self, on: question.today)
        switch question.whose {
        case .own(let asker): return try own(asker, rule?.look, question, connection)
        case .within(let reach):
            guard let days = rule?.look else { return [] }
            return try late(reach, days, question, connection)
        }
    }

    /// How many signs wait for somebody, by the day on which they came.
    private static func own(
        _ asker: Asker,
        _ days: Int?,
        _ question: DueQuestion,
        _ connection: Connection
    ) throws -> [Due] {
        let reach = reach(of: asker, on: question.today)
        guard !reach.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            SELECT s.institution_id, s.noted_on, count(*) FROM risk_signal s
            WHERE \(open(question)) AND \(SignalStore.condition(reach))
            GROUP BY s.institution_id, s.noted_on ORDER BY s.institution_id, s.noted_on
            """,
            InstitutionID.self,
            Day.self,
            Int.self
        )
        return rows.map { place, noted, count in
            Due(
                "signals-\(place.rawValue)-\(noted.number)",
                // Where no rule gives days, they are looked at today.
                by: days.map { noted + $0 } ?? question.today,
                several + Text(same: ": \(count)"),
                of: nil,
                at: place,
                "/signals",
                about: about,
                count: count,
                isNew: true
            )
        }
    }

    private static func late(
        _ reach: Reach,
        _ days: Int,
        _ question: DueQuestion,
        _ connection: Connection
    ) throws -> [Due] {
        let rows = try connection.rows(
            """
            SELECT s.pupil_id, s.institution_id, min(s.noted_on) FROM risk_signal s
            WHERE \(open(question)) AND s.noted_on <= \(question.until - days) AND \(reach.rows("s."))
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

    /// The condition on signs `s` of this year that hold and that nobody has looked at.
    private static func open(_ question: DueQuestion) -> SQL {
        """
        s.tenant_id = \(question.tenant) AND s.year = \(SchoolYear(containing: question.today).start)
            AND s.ended_on = 0 AND s.state = \(SignalState.new) AND \(SignalStore.ofSomebody(question.tenant))
        """
    }

    /// Whose signs somebody is to look at: whoever leads the work hears of what is late instead.
    private static func reach(of asker: Asker, on day: Day) -> Reach {
        asker.grants.reduce(into: Reach()) { reach, grant in
            guard grant.holds(on: day), grant.permissions.contains(.workSignals),
                !grant.permissions.contains(.superviseCases)
            else { return }
            reach.add(grant.scope)
        }
    }
}
