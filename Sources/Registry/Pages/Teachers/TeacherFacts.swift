import Evidence
import Frame
import Kernel
import Storage

/// A teacher, and the institutions whose figures about the teacher this reader may see.
struct TeacherFacts: Sendable {
    let id: StaffID
    let name: String
    let isOwn: Bool
    /// Where the teacher teaches, within what the reader may see, in Latvian order.
    let institutions: [(id: InstitutionID, name: String)]
    /// Years with teaching there, the latest first.
    let years: [SchoolYear]

    /// Nil where there is no such teacher, or none that the reader may know of.
    static func load(_ id: StaffID, _ desk: Desk, _ connection: Connection) throws -> TeacherFacts? {
        let found = try connection.rows(
            "SELECT surname, forename, external_code FROM staff WHERE tenant_id = \(desk.tenant) AND id = \(id)",
            String.self,
            String.self,
            String.self
        ).first
        guard let found else { return nil }
        let isOwn = desk.asker.staff == id
        let reach = desk.asker.reach(.readTeacherFigures, on: desk.today)
        let rows = try connection.rows(
            """
            SELECT DISTINCT i.id, i.name, i.sort_key, t.year FROM teaching t
            JOIN institution i ON i.tenant_id = t.tenant_id AND i.id = t.institution_id
            WHERE t.tenant_id = \(desk.tenant) AND t.staff_id = \(id)
            ORDER BY i.sort_key, i.id, t.year DESC
            """,
            InstitutionID.self,
            String.self,
            [UInt8].self,
            Int.self
        )
        let open = rows.filter { isOwn || reach.everything || reach.institutions.contains($0.0) }
        guard isOwn || !open.isEmpty else { return nil }
        var institutions: [(id: InstitutionID, name: String)] = []
        for row in open where institutions.last?.id != row.0 { institutions.append((row.0, row.1)) }
        return TeacherFacts(
            id: id,
            name: TeacherFacts.name(id.rawValue, found.0, found.1, found.2),
            isOwn: isOwn,
            institutions: institutions,
            years: Set(open.map(\.3)).filter { $0 > 0 }.sorted(by: >).map { SchoolYear($0) }
        )
    }

    /// What a teacher is called; whose person was taken away goes by the number.
    static func name(_ id: Int, _ surname: String, _ forename: String, _ code: String) -> String {
        let name = PupilPage.name(surname, forename, code)
        return name.isEmpty ? "#\(id)" : name
    }
}
