import Frame
import Kernel
import Storage

/// The municipality of today in which each institution lies, whatever it belonged to in the years compared.
///
/// It is the latest one known; where a reform has ended that one since, its heir.
struct TerritoryToday {
    /// A municipality of today.
    struct Place: Hashable {
        /// Its name folded for search; empty where none is known.
        let search: String
        let name: String
        /// A row of the register that leads to it.
        let id: TerritoryID
    }

    private var ofInstitution: [Int: Place] = [:]

    /// The places of institutions that no municipality is known of.
    static let unknown = Place(search: "", name: "", id: TerritoryID(rawValue: 0))

    static func load(_ question: Question) throws -> TerritoryToday {
        let (tenant, today, connection) = (question.tenant, question.today, question.connection)
        let reforms = try TerritoryReforms.load(tenant, connection)
        var places: [Int: Place] = [:]
        // Of rows that lead to one place, the first stands for it.
        var bySearch: [String: Place] = [:]
        try connection.each(
            "SELECT id, name, search_key, from_day FROM territory WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let id: TerritoryID = try row.next()
            let (name, search) = (try row.next(String.self), try row.next(String.self))
            let heir = reforms.heir(of: search, from: try row.next(), on: today)
            let place =
                bySearch[heir]
                ?? Place(search: heir, name: heir == search ? name : reforms.name(heir) ?? name, id: id)
            bySearch[heir] = place
            places[id.rawValue] = place
        }
        var result = TerritoryToday()
        try connection.each(
            "SELECT id, territory_id FROM institution WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let institution = try row.next(Int.self)
            result.ofInstitution[institution] = places[try row.next(Int.self)]
        }
        // The latest of several rows comes last and stays.
        try connection.each(
            """
            SELECT institution_id, territory_id FROM institution_territory
            WHERE tenant_id = \(tenant) AND from_day <= \(today) ORDER BY institution_id, from_day
            """
        ) { row in
            let institution = try row.next(Int.self)
            if let place = places[try row.next(Int.self)] { result.ofInstitution[institution] = place }
        }
        return result
    }

    func place(of institution: MemberKey) -> Place {
        institution.first.flatMap { ofInstitution[$0] } ?? TerritoryToday.unknown
    }
}
