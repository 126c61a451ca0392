import Frame
import Kernel
import Storage

/// Finds pupils within the asker's reach.
struct PupilSearch {
    let desk: Desk
    let connection: Connection

    private var tenant: TenantID { desk.tenant }

    /// The pupil of a whole personal code, found by its keyed index.
    func find(_ code: PersonalCode, into answer: inout SearchAnswer) throws {
        guard !desk.asker.reach(.readPupils, on: desk.today).isEmpty else { return }
        let index = try PersonalCodeIndex.index(of: code, for: PersonalCodeIndex.pupil, tenant, connection)
        let found = try connection.rows(
            """
            SELECT p.id, p.surname, p.forename, p.external_code, p.search_key, p.sort_key FROM pupil p
            WHERE p.tenant_id = \(tenant) AND p.code_index = \(index) AND p.is_reference = 0
            """,
            as: FoundPerson.self
        )
        try show(found, into: &answer)
    }

    /// Pupils by the beginnings of their names, in any order.
    func find(_ words: SearchWords, into answer: inout SearchAnswer) throws {
        let reach = desk.asker.reach(.readPupils, on: desk.today)
        guard !reach.isEmpty, !answer.isFull else { return }
        let found = try FoundPerson.matching(words, connection, &answer) { query($0, reach) }
        try show(found, into: &answer)
    }

    /// Pupils with a name that begins with a word and who learn today within a reach.
    func query(_ word: String, _ reach: Reach) -> SQL {
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
            SELECT p.id, p.surname, p.forename, p.external_code, p.search_key, p.sort_key FROM pupil p
            WHERE p.tenant_id = \(tenant) AND p.id IN (\(FoundPerson.named(word, in: "pupil", tenant)))
                AND p.is_reference = 0 AND \(within)
            ORDER BY p.search_key, p.id LIMIT \(FoundPerson.most + 1)
            """
    }

    /// Adds pupils whose own page the asker may open.
    private func show(_ people: [FoundPerson], into answer: inout SearchAnswer) throws {
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
}
