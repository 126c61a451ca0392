import Frame
import Kernel
import Storage

/// Finds pupils and staff within the asker's reach.
struct PeopleSearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }
    /// The most names that begin with one word and are looked through for the others.
    private static let most = 1000

    /// The pupil of a whole personal code, found by its keyed index.
    func pupil(_ code: PersonalCode, into answer: inout SearchAnswer) throws {
        guard !desk.asker.reach(.readPupils, on: desk.today).isEmpty else { return }
        let index = try connection.sealer.blindIndex(
            code.normal,
            tenant: tenant.rawValue,
            purpose: PersonalCodeIndex.pupil
        )
        let found = try connection.rows(
            """
            SELECT p.id, p.surname, p.forename, p.external_code, p.search_key FROM pupil p
            WHERE p.tenant_id = \(tenant) AND p.code_index = \(index)
            """,
            as: Person.self
        )
        try show(found, into: &answer)
    }

    /// Pupils by the beginnings of their names, in any order.
    func pupils(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readPupils, on: desk.today)
        guard !reach.isEmpty, !answer.isFull else { return }
        var found: [Int: Person] = [:]
        for word in words.words {
            let rows = try connection.rows(pupilQuery(word, reach), as: Person.self)
            if rows.count > PeopleSearch.most { answer.isShort = true }
            for person in rows where words.match(person.key) { found[person.id] = person }
        }
        try show(found.values.sorted { ($0.key, $0.id) < ($1.key, $1.id) }, into: &answer)
    }

    /// Pupils with a name that begins with a word and who learn today within a reach.
    func pupilQuery(_ word: String, _ reach: Reach) -> SQL {
        let today = desk.today
        let within: SQL =
            reach.everything
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM enrolment e WHERE e.tenant_id = p.tenant_id AND e.pupil_id = p.id
                AND e.from_day <= \(today) AND (e.to_day = 0 OR e.to_day >= \(today))
                AND \(reach.enrolments))
            """
        return """
            SELECT p.id, p.surname, p.forename, p.external_code, p.search_key FROM pupil p
            WHERE p.tenant_id = \(tenant) AND p.id IN (\(named(word, in: "pupil"))) AND \(within)
            ORDER BY p.search_key, p.id LIMIT \(PeopleSearch.most + 1)
            """
    }

    /// The ids of people of whose names a word begins with the word.
    private func named(_ word: String, in table: SQL) -> SQL {
        SearchWords.begins(anyWordOf: "search_key", word) { begins in
            "SELECT id FROM \(table) WHERE tenant_id = \(tenant) AND \(begins)"
        }
    }

    /// Adds pupils whose own page the asker may open.
    private func show(_ people: [Person], into answer: inout SearchAnswer) throws {
        let finder = ScopeFinder(tenant: tenant, connection)
        let names = RegistryNames(
            tenant: tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        var shown: Set<PupilID> = []
        for person in people where !answer.isFull {
            // A name of before two numbers became one leads to the one that counts.
            let id = try PupilAliases.target(of: PupilID(rawValue: person.id), tenant, connection)
            guard shown.insert(id).inserted else { continue }
            guard let scope = try finder.scope(of: id, on: desk.today) else { continue }
            guard desk.asker.may(.readPupils, in: scope, on: desk.today) else { continue }
            let place = [
                scope.institution.map { names.name(.institution, $0.rawValue).lv },
                scope.classGroup.map { names.name(.classGroup, $0.rawValue).lv },
            ]
            answer.add(
                SearchHit(
                    kind: .pupil,
                    id: id.rawValue,
                    name: person.name,
                    place: place.compactMap { $0 }.joined(separator: ", ")
                )
            )
        }
    }

    /// Staff by the beginnings of their names, of the institutions whose teachers the asker may see.
    func staff(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readTeacherFigures, on: desk.today)
        guard reach.everything || !reach.institutions.isEmpty, !answer.isFull else { return }
        let within: SQL =
            reach.everything
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM staff_post s WHERE s.tenant_id = p.tenant_id AND s.staff_id = p.id
                AND s.institution_id IN (\(list: reach.institutions.sorted())))
            """
        var found: [Int: Person] = [:]
        for word in words.words {
            let rows = try connection.rows(
                """
                SELECT p.id, p.surname, p.forename, p.external_code, p.search_key FROM staff p
                WHERE p.tenant_id = \(tenant) AND p.id IN (\(named(word, in: "staff"))) AND \(within)
                ORDER BY p.search_key, p.id LIMIT \(PeopleSearch.most + 1)
                """,
                as: Person.self
            )
            if rows.count > PeopleSearch.most { answer.isShort = true }
            for person in rows where words.match(person.key) { found[person.id] = person }
        }
        for person in found.values.sorted(by: { ($0.key, $0.id) < ($1.key, $1.id) }) where !answer.isFull {
            let posts = try posts(person.id, reach)
            answer.add(SearchHit(kind: .staff, id: person.id, name: person.name, place: posts))
        }
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

    private struct Person: Readable {
        let id: Int
        let name: String
        let key: String

        init(row: inout Row) throws {
            id = try row.next()
            let surname: String = try row.next()
            let forename: String = try row.next()
            name = PupilPage.name(surname, forename, try row.next())
            key = try row.next()
        }
    }
}
