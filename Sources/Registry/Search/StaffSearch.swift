import Frame
import Kernel
import Storage

/// Finds staff of the institutions about whose teachers the asker may see figures.
struct StaffSearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// Staff by the beginnings of their names; who teaches leads to the page of own figures.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readTeacherFigures, on: desk.today)
        guard reach.everything || !reach.institutions.isEmpty, !answer.isFull else { return }
        let found = try FoundPerson.matching(words, connection, &answer) { query($0, reach) }
        for person in found where !answer.isFull {
            answer.add(
                SearchHit(
                    kind: .staff,
                    id: person.id,
                    name: person.name,
                    place: try posts(person.id, reach),
                    way: try teaches(person.id, reach) ? "/teachers/\(person.id)" : nil
                )
            )
        }
    }

    private func query(_ word: String, _ reach: Reach) -> SQL {
        let within: SQL =
            reach.everything
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM staff_post s WHERE s.tenant_id = p.tenant_id AND s.staff_id = p.id
                AND s.institution_id IN (\(list: reach.institutions.sorted())))
            """
        return """
            SELECT p.id, p.surname, p.forename, p.external_code, p.search_key, p.sort_key FROM staff p
            WHERE p.tenant_id = \(tenant) AND p.id IN (\(FoundPerson.named(word, in: "staff", tenant)))
                AND \(within)
            ORDER BY p.search_key, p.id LIMIT \(FoundPerson.most + 1)
            """
    }

    /// Whether the page of a teacher opens: with teaching in an institution within reach.
    private func teaches(_ staff: Int, _ reach: Reach) throws -> Bool {
        let seen: SQL =
            reach.everything ? "1 = 1" : "institution_id IN (\(list: reach.institutions.sorted()))"
        let first = try connection.value(
            "SELECT min(id) FROM teaching WHERE tenant_id = \(tenant) AND staff_id = \(staff) AND \(seen)",
            Int?.self
        )
        return first.flatMap { $0 } != nil
    }

    /// The institutions within reach that somebody has a post in.
    private func posts(_ staff: Int, _ reach: Reach) throws -> String {
        let seen: SQL =
            reach.everything ? "1 = 1" : "i.id IN (\(list: reach.institutions.sorted()))"
        return try connection.rows(
            """
            SELECT DISTINCT i.name, i.sort_key, i.id FROM staff_post s
            JOIN institution i ON i.tenant_id = s.tenant_id AND i.id = s.institution_id
            WHERE s.tenant_id = \(tenant) AND s.staff_id = \(staff) AND \(seen) ORDER BY i.sort_key, i.id
            """,
            String.self,
            [UInt8].self,
            Int.self
        )
        .map(\.0).joined(separator: ", ")
    }
}
