package import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry
package import Storage

/// Requests to the support team that no agenda has taken in the days that the board gives for a look.
package enum RequestDues: DueSource {
    package static var kind: DueKind { .meetings }

    private static let words = Text(
        lv: "Iekļaut darba kārtībā lūgumu atbalsta komandai",
        en: "Put a request to the support team on an agenda"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        // Whoever asked can do no more, and the team is not one person: home counts what waits.
        guard case .within(let reach) = question.whose else { return [] }
        let rule = try Regulations.load(question.tenant, connection)
            .parameters(of: EscalationRule.self, on: question.today)
        guard let days = rule?.look else { return [] }
        let rows = try connection.rows(
            """
            SELECT q.id, q.asked_on, q.institution_id, q.pupil_id FROM meeting_request q
            WHERE q.tenant_id = \(question.tenant) AND q.item_id = 0 AND q.is_undone = 0
                AND q.asked_on <= \(question.until - days) AND \(reach.rows("q.")) ORDER BY q.id
            """,
            Int.self,
            Day.self,
            InstitutionID.self,
            PupilID.self
        )
        return rows.map { id, asked, place, pupil in
            Due(
                "meeting-request-\(id)",
                by: asked + days,
                words,
                of: pupil,
                at: place,
                "/pupils/\(pupil.rawValue)/meetings"
            )
        }
    }
}
