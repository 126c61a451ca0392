package import Frame
internal import Kernel
internal import Pages
package import Storage

extension SignalState {
    /// After how many days somebody looks again; nil for a new sign, which waits for its first look.
    ///
    /// A team meets twice a month, so what is under review is spoken of by the next meeting, and what is watched after
    /// two months.
    var days: Int? {
        switch self {
        case .new: nil
        case .review: 14
        case .watched: 60
        }
    }
}

/// Signs of risk that somebody has taken and that are to be looked at again.
package enum SignalReviewDues: DueSource {
    package static var kind: DueKind { .signals }

    private static let words = Text(
        lv: "Izlemt par riska pazīmi, kas tiek izvērtēta vai novērota",
        en: "Decide about a sign of risk under review or watched"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let whose: SQL =
            switch question.whose {
            // Whoever works with the pupil no longer cannot look again.
            case .own(let asker):
                "t.account_id = \(asker.account) AND \(asker.reach(.workSignals, on: question.today).rows("s."))"
            case .within(let reach): reach.rows("s.")
            }
        let year = SchoolYear(containing: question.today)
        let rows = try connection.rows(
            """
            SELECT s.id, s.pupil_id, s.institution_id, s.state, t.at, t.account_name
            FROM risk_signal s JOIN risk_step t ON t.tenant_id = s.tenant_id AND t.signal_id = s.id
            WHERE s.tenant_id = \(question.tenant) AND s.year = \(year.start) AND s.ended_on = 0
                AND s.state <> \(SignalState.new) AND \(whose)
                AND t.ordinal = (SELECT max(u.ordinal) FROM risk_step u
                    WHERE u.tenant_id = s.tenant_id AND u.signal_id = s.id)
            ORDER BY s.id
            """,
            Int.self,
            PupilID.self,
            InstitutionID.self,
            SignalState.self,
            Int.self,
            String.self
        )
        return rows.compactMap { id, pupil, place, state, at, who in
            guard let days = state.days else { return nil }
            let day = Instant(milliseconds: at).day + days
            guard day <= question.until else { return nil }
            return Due(
                "signal-review-\(id)",
                by: day,
                words,
                of: pupil,
                owner: Text(same: who),
                at: place,
                "/pupils/\(pupil.rawValue)/signals"
            )
        }
    }
}
