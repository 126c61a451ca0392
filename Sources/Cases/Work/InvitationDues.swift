package import Frame
internal import Kernel
internal import Pages
package import Storage

/// Invitations to cases that wait for an answer: the invited answers, and whoever leads the work hears where nobody does.
package enum InvitationDues: DueSource {
    private static let words = Text(
        lv: "Atbildēt uz uzaicinājumu piedalīties atbalsta gadījumā",
        en: "Answer an invitation to take part in a case of support"
    )

    /// In how many days an invitation is answered: no rule says it, and a pupil who needs help does not wait longer.
    static let days = 7

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let whose: SQL =
            switch question.whose {
            case .own(let asker): "m.account_id = \(asker.account)"
            case .within(let reach): reach.rows("c.")
            }
        let rows: [CaseDueRow] = try connection.rows(
            """
            SELECT m.id, m.invited_on, m.name, c.institution_id, c.pupil_id, c.id, c.owner_id
            FROM prevention_case c JOIN case_member m ON m.tenant_id = c.tenant_id AND m.case_id = c.id
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND m.state = \(MemberState.invited)
                AND m.ends_on >= \(question.today) AND m.invited_on <= \(question.until - days) AND \(whose)
            ORDER BY m.id
            """
        )
        return try question.open(rows, connection).map { row in
            Due(
                "case-invitation-\(row.id)",
                by: row.day + days,
                words,
                of: row.pupil,
                owner: Text(same: row.person),
                at: row.institution,
                "/cases/\(row.caseID)"
            )
        }
    }
}

/// Places in cases whose last day comes: whoever is still needed is invited anew, as nothing is seen after it.
///
/// Once the day is over nothing of it is left to be done in time, so that it is late nowhere.
package enum SeatDues: DueSource {
    private static let words = Text(
        lv: "Beidzas dalībnieka piekļuve atbalsta gadījumam",
        en: "Somebody’s access to a case of support ends"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        guard case .own = question.whose else { return [] }
        let rows = try connection.rows(
            """
            SELECT m.id, m.ends_on, c.owner_name, c.institution_id, c.pupil_id, c.id
            FROM prevention_case c JOIN case_member m ON m.tenant_id = c.tenant_id AND m.case_id = c.id
            WHERE c.tenant_id = \(question.tenant) AND c.closed_on = 0 AND m.state = \(MemberState.accepted)
                AND m.ends_on >= \(question.today) AND m.ends_on <= \(question.until) AND \(question.cases)
            ORDER BY m.id
            """,
            Int.self,
            Day.self,
            String.self,
            InstitutionID.self,
            PupilID.self,
            Int.self
        )
        return rows.map { id, ends, owner, place, pupil, file in
            Due(
                "case-seat-\(id)",
                by: ends,
                words,
                of: pupil,
                owner: Text(same: owner),
                at: place,
                "/cases/\(file)"
            )
        }
    }
}
