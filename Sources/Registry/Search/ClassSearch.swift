import Frame
import Kernel
import Storage

/// Finds classes with whose pupils the asker works.
struct ClassSearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// Classes of the latest year: `10a`, `10. a` by the grade that the name begins with, `zīļu` by words of the name,
    /// with Latvian letters or without.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        guard !answer.isFull, !desk.asker.reach(.readPupils, on: desk.today).isEmpty else { return }
        let name = words.words.joined()
        let grade = String(name.prefix { $0.isASCII && $0.isNumber })
        // Of a year there are some thousand classes at most: where no grade is typed, all their keys are looked through.
        let begins: SQL = grade.isEmpty ? "1 = 1" : SearchWords.begins("c.search_key", grade)
        let year = try RegistryLookup(tenant: tenant, connection).latestYear(today: desk.today)
        let rows = try connection.rows(
            """
            SELECT c.id, c.name, c.institution_id, i.name, c.search_key FROM class_group c
            JOIN institution i ON i.tenant_id = c.tenant_id AND i.id = c.institution_id
            WHERE c.tenant_id = \(tenant) AND c.year = \(year.start)
                AND \(begins)
            ORDER BY i.sort_key, i.id, c.sort_key, c.id
            """,
            ClassID.self,
            String.self,
            InstitutionID.self,
            String.self,
            String.self
        )
        for row in rows where ClassName.joined(row.4).hasPrefix(name) || words.match(row.4) {
            let scope = Scope(institution: row.2, classGroup: row.0)
            guard desk.asker.may(.readPupils, in: scope, on: desk.today) else { continue }
            answer.add(SearchHit(kind: .classGroup, id: row.0.rawValue, name: row.1, place: row.3))
        }
    }
}
