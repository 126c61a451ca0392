import Frame
import Kernel
import Storage

/// Finds institutions, classes, pupils and staff that the asker may see, by the beginnings of words.
///
/// Latvian letters are found with or without their marks.
struct RegistrySearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// Looks for what was typed; persons are looked for only where they are asked for.
    func answer(_ text: String, persons: Bool) throws -> SearchAnswer {
        let words = SearchWords(text)
        var answer = SearchAnswer()
        guard words.isEnough else { return answer }
        let people = PeopleSearch(desk: desk, connection: connection)
        if let code = words.personalCode {
            if persons { try people.pupil(code, into: &answer) }
            return answer
        }
        try institutions(words, into: &answer)
        try classes(words, into: &answer)
        guard persons else { return answer }
        try people.pupils(words, into: &answer)
        try people.staff(words, into: &answer)
        return answer
    }

    /// Institutions by any name they have or had, or by their registration number.
    private func institutions(_ words: SearchWords, into answer: inout SearchAnswer) throws {
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

    /// Classes of the latest year, where the name begins with a grade: `10a`, `10. a`.
    private func classes(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let name = words.words.joined()
        let grade = String(name.prefix { $0.isASCII && $0.isNumber })
        guard !grade.isEmpty, !answer.isFull else { return }
        let year = try RegistryLookup(tenant: tenant, connection).latestYear(today: desk.today)
        let rows = try connection.rows(
            """
            SELECT c.id, c.name, c.institution_id, i.name FROM class_group c
            JOIN institution i ON i.tenant_id = c.tenant_id AND i.id = c.institution_id
            WHERE c.tenant_id = \(tenant) AND c.year = \(year.start)
                AND \(SearchWords.begins("c.name", grade))
            ORDER BY i.sort_key, i.id, c.sort_key, c.id
            """,
            ClassID.self,
            String.self,
            InstitutionID.self,
            String.self
        )
        for row in rows where ClassName.key(row.1).hasPrefix(name) {
            let scope = Scope(institution: row.2, classGroup: row.0)
            guard desk.asker.may(.readPupils, in: scope, on: desk.today) else { continue }
            answer.add(SearchHit(kind: .classGroup, id: row.0.rawValue, name: row.1, place: row.3))
        }
    }
}
