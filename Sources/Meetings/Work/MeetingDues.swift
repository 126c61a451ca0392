package import Frame
internal import Kernel
internal import Pages
internal import Prevention
package import Storage

/// Planned meetings that one takes part in; those whose day has passed were not held or nobody has said so.
package enum MeetingDues: DueSource {
    package static var kind: DueKind { .meetings }

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let whose: SQL =
            switch question.whose {
            case .own(let asker):
                """
                EXISTS (SELECT 1 FROM meeting_member b WHERE b.tenant_id = m.tenant_id AND b.meeting_id = m.id
                    AND b.account_id = \(asker.account))
                """
            case .within(let reach):
                reach.everything ? "1 = 1" : "m.institution_id IN (\(list: reach.institutions.sorted()))"
            }
        let rows = try connection.rows(
            """
            SELECT m.id, m.kind, m.day, m.leader_name, m.institution_id FROM meeting m
            WHERE m.tenant_id = \(question.tenant) AND m.state = \(MeetingState.planned)
                AND m.day <= \(question.until) AND \(whose) ORDER BY m.id
            """,
            Int.self,
            MeetingKind.self,
            Day.self,
            String.self,
            InstitutionID.self
        )
        return rows.map { id, kind, day, leader, place in
            Due(
                "meeting-\(id)",
                by: day,
                kind.words.capitalised,
                of: nil,
                owner: Text(same: leader),
                at: place,
                "/meetings/\(id)"
            )
        }
    }
}

/// Tasks that meetings gave to somebody, but for those of a case, of which the case tells.
package enum MeetingTaskDues: DueSource {
    package static var kind: DueKind { .tasks }

    private static let words = Text(lv: "Sanāksmē lemtais uzdevums", en: "Task decided at a meeting")

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let whose: SQL =
            switch question.whose {
            case .own(let asker): "t.owner_id = \(asker.account)"
            case .within(let reach): reach.rows("i.")
            }
        let rows = try connection.rows(
            """
            SELECT t.id, t.due_on, t.person, i.institution_id, i.pupil_id
            FROM meeting_task t JOIN meeting_item i ON i.tenant_id = t.tenant_id AND i.id = t.item_id
            WHERE t.tenant_id = \(question.tenant) AND t.done_on = 0 AND t.due_on <= \(question.until)
                AND t.case_task_id = 0 AND \(whose) ORDER BY t.id
            """,
            Int.self,
            Day.self,
            String.self,
            InstitutionID.self,
            PupilID.self
        )
        return rows.map { id, day, person, place, pupil in
            Due(
                "meeting-task-\(id)",
                by: day,
                words,
                of: pupil,
                owner: Text(same: person),
                at: place,
                "/tasks"
            )
        }
    }
}
