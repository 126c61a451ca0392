import Frame
import Kernel
import Storage

/// Finds pupils who may be one person: by their names, days of birth, codes and classes.
///
/// It costs what pupils of one name there are, not what there are in all.
struct PairFinder {
    let tenant: TenantID
    let connection: Connection

    /// Of more pupils of one name codes are not compared one with another: there it would be by chance.
    private static let most = 20

    /// What is compared of a pupil.
    private struct Person: Readable {
        let id: PupilID
        let name: String
        let birthday: Day?
        let hasCode: Bool
        let sealed: [UInt8]?

        init(row: inout Row) throws {
            id = try row.next()
            name = try row.next()
            birthday = try row.next()
            sealed = try row.next()
            hasCode = sealed != nil
        }
    }

    /// The pairs that some pupils are in, or all, with the sum of their reasons.
    func find(_ pupils: Set<PupilID>?) throws -> [PupilPair.Key: Int] {
        var found: [PupilPair.Key: Int] = [:]
        func add(_ one: PupilID, _ other: PupilID, _ reason: PairReason) {
            guard one != other else { return }
            found[PupilPair.Key(one, other), default: 0] |= reason.rawValue
        }
        let names = try names(of: pupils)
        for start in stride(from: 0, to: names.count, by: 300) {
            let people = try people(Array(names[start..<min(start + 300, names.count)]))
            let groups = Dictionary(grouping: people) { $0.name }.values.filter { $0.count > 1 }
            let classes = try classes(of: groups.flatMap { $0.map(\.id) })
            for group in groups { try compare(group, classes, add) }
        }
        try compareCodes(pupils, add)
        guard let pupils else { return found }
        return found.filter { pupils.contains($0.key.first) || pupils.contains($0.key.second) }
    }

    /// Folded names that several pupils may have.
    private func names(of pupils: Set<PupilID>?) throws -> [String] {
        guard let pupils else {
            return try connection.rows(
                """
                SELECT search_key FROM pupil WHERE tenant_id = \(tenant) AND search_key <> ''
                GROUP BY search_key HAVING count(*) > 1 ORDER BY search_key
                """,
                String.self
            )
        }
        return Set(
            try pieces(pupils.sorted()) { some in
                try connection.rows(
                    """
                    SELECT search_key FROM pupil
                    WHERE tenant_id = \(tenant) AND id IN (\(list: some)) AND search_key <> '' ORDER BY id
                    """,
                    String.self
                )
            }
        )
        .sorted()
    }

    private func people(_ names: [String]) throws -> [Person] {
        try connection.rows(
            """
            SELECT p.id, p.search_key, p.birth_day, p.code_sealed FROM pupil p
            WHERE p.tenant_id = \(tenant) AND p.search_key IN (\(list: names)) AND \(counts)
            ORDER BY p.search_key, p.id
            """,
            as: Person.self
        )
    }

    /// Whether a number is a pupil's and leads nowhere else.
    private var counts: SQL {
        """
        p.is_reference = 0
            AND NOT EXISTS (SELECT 1 FROM pupil_alias a WHERE a.tenant_id = p.tenant_id AND a.pupil_id = p.id)
        """
    }

    private func classes(of pupils: [PupilID]) throws -> [PupilID: Set<Int>] {
        var classes: [PupilID: Set<Int>] = [:]
        let rows = try pieces(pupils) { some in
            try connection.rows(
                """
                SELECT pupil_id, class_id FROM enrolment
                WHERE tenant_id = \(tenant) AND pupil_id IN (\(list: some)) AND class_id > 0
                ORDER BY pupil_id, institution_id, from_day
                """,
                PupilID.self,
                Int.self
            )
        }
        for (pupil, id) in rows { classes[pupil, default: []].insert(id) }
        return classes
    }

    /// Compares pupils of one name.
    private func compare(
        _ group: [Person],
        _ classes: [PupilID: Set<Int>],
        _ add: (PupilID, PupilID, PairReason) -> Void
    ) throws {
        for same in Dictionary(grouping: group.filter { $0.birthday != nil }, by: \.birthday).values {
            pairs(same) { add($0.id, $1.id, .birthday) }
        }
        var members: [Int: [Person]] = [:]
        for person in group {
            for id in classes[person.id] ?? [] { members[id, default: []].append(person) }
        }
        for same in members.values {
            pairs(same) { if !$0.hasCode || !$1.hasCode { add($0.id, $1.id, .sameClass) } }
        }
        let coded = group.filter(\.hasCode)
        guard coded.count > 1, coded.count <= PairFinder.most else { return }
        let codes = try coded.map { (id: $0.id, digits: try digits($0)) }
        for (index, one) in codes.enumerated() {
            for other in codes[..<index] where PairFinder.areSimilar(one.digits, other.digits) {
                add(one.id, other.id, .similarCode)
            }
        }
    }

    private func digits(_ person: Person) throws -> [UInt8] {
        guard let sealed = person.sealed else { return [] }
        let place = SealedPlace(table: "pupil", column: "code_sealed", key: tenant, person.id)
        return try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            .filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Whether two codes differ in one digit, or in two neighbours that stand in each other's place.
    static func areSimilar(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        let places = one.indices.filter { one[$0] != other[$0] }
        guard let first = places.first else { return false }
        if places.count == 1 { return true }
        return places == [first, first + 1] && one[first] == other[first + 1]
            && one[first + 1] == other[first]
    }

    /// Pupils without a personal code whose code of the source is that of somebody.
    private func compareCodes(
        _ pupils: Set<PupilID>?,
        _ add: (PupilID, PupilID, PairReason) -> Void
    ) throws {
        let texts =
            try pupils.map { all in
                try pieces(all.sorted()) { some in try uncoded("p.id IN (\(list: some))") }
            } ?? uncoded("1 = 1")
        for (id, text) in texts where text.utf8.count >= 11 {
            guard let code = try? PersonalCode(text) else { continue }
            let index = try PersonalCodeIndex.index(
                of: code,
                for: PersonalCodeIndex.pupil,
                tenant,
                connection
            )
            let other = try connection.value(
                "SELECT p.id FROM pupil p WHERE p.tenant_id = \(tenant) AND p.code_index = \(index) AND \(counts)",
                PupilID.self
            )
            if let other { add(id, other, .code) }
        }
    }

    /// The codes of the source that may be personal codes, of those without any.
    private func uncoded(_ among: SQL) throws -> [(PupilID, String)] {
        try connection.rows(
            """
            SELECT p.id, p.external_code FROM pupil p
            WHERE p.tenant_id = \(tenant) AND \(among) AND p.code_index IS NULL AND p.external_code >= '0'
                AND p.external_code < ':' AND \(counts) ORDER BY p.id
            """,
            PupilID.self,
            String.self
        )
    }

    private func pairs(_ people: [Person], _ body: (Person, Person) -> Void) {
        for (index, one) in people.enumerated() {
            for other in people[..<index] { body(other, one) }
        }
    }

    /// What is asked in pieces, so that no list is too long for a query.
    private func pieces<T>(_ pupils: [PupilID], _ body: ([PupilID]) throws -> [T]) rethrows -> [T] {
        try stride(from: 0, to: pupils.count, by: 400).flatMap {
            try body(Array(pupils[$0..<min($0 + 400, pupils.count)]))
        }
    }
}
