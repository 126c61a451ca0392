import Frame
import Kernel
import Storage

/// A person of a register, as a search reads it.
struct FoundPerson: Readable {
    let id: Int
    let name: String
    let key: String
    /// The place of the name in Latvian order.
    let order: [UInt8]

    /// The most names that begin with one word and are looked through for the others.
    static let most = 1000

    init(row: inout Row) throws {
        id = try row.next()
        let surname: String = try row.next()
        let forename: String = try row.next()
        name = PupilPage.name(surname, forename, try row.next())
        key = try row.next()
        order = try row.next()
    }

    /// The ids of people of whose names a word begins with the word.
    static func named(_ word: String, in table: SQL, _ tenant: TenantID) -> SQL {
        SearchWords.begins(anyWordOf: "search_key", word) { begins in
            "SELECT id FROM \(table) WHERE tenant_id = \(tenant) AND \(begins)"
        }
    }

    /// The people of whose names each word begins one, in Latvian order; `query` gives those of one word.
    static func matching(
        _ words: SearchWords,
        _ connection: Connection,
        _ answer: inout SearchAnswer,
        _ query: (String) -> SQL
    ) throws -> [FoundPerson] {
        var found: [Int: FoundPerson] = [:]
        // Whoever is looked for is among those of each word, so that one word all of whose names were read is enough.
        var isWhole = words.words.isEmpty
        for word in words.words {
            let rows = try connection.rows(query(word), as: FoundPerson.self)
            if rows.count <= most { isWhole = true }
            for person in rows where words.match(person.key) { found[person.id] = person }
        }
        if !isWhole { answer.isShort = true }
        return found.values.sorted { left, right in
            left.order == right.order
                ? left.id < right.id : left.order.lexicographicallyPrecedes(right.order)
        }
    }
}
