import Frame
import Kernel
import Storage

/// Finds institutions within the asker's reach of figures.
struct InstitutionSearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// Institutions by any name they have or had, or by their registration number.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readFigures, on: desk.today)
        let seen: SQL =
            reach.everything ? "1 = 1" : "i.id IN (\(list: reach.institutions.sorted()))"
        var found: Set<Int> = []
        // A board has some hundred institutions: their names are read, and the words looked for in each.
        try connection.each(
            """
            SELECT i.id, i.search_key, i.reg_no FROM institution i WHERE i.tenant_id = \(tenant) AND \(seen)
            """
        ) { row in
            let id: Int = try row.next()
            let key: String = try row.next()
            let number: String = try row.next()
            let isNumber = !words.digits.isEmpty && number == words.digits
            if isNumber || words.match(key) { found.insert(id) }
        }
        try connection.each(
            """
            SELECT n.institution_id, n.search_key FROM institution_name n
            JOIN institution i ON i.tenant_id = n.tenant_id AND i.id = n.institution_id
            WHERE n.tenant_id = \(tenant) AND \(seen)
            """
        ) { row in
            let id: Int = try row.next()
            if words.match(try row.next(String.self)) { found.insert(id) }
        }
        let rows = try connection.rows(
            """
            SELECT i.id, i.name, i.address FROM institution i
            WHERE i.tenant_id = \(tenant) AND i.id IN (\(list: found.sorted()))
            ORDER BY i.is_reference, i.sort_key, i.id LIMIT \(SearchAnswer.most + 1)
            """,
            Int.self,
            String.self,
            String.self
        )
        for row in rows {
            answer.add(SearchHit(kind: .institution, id: row.0, name: row.1, place: row.2))
        }
    }
}
