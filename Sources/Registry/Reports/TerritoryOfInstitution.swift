import Frame
import Kernel
import Storage

/// In which municipality each institution lay in a year, with the municipalities' names and order.
struct TerritoryOfInstitution {
    private var ofInstitution: [Int: TerritoryID] = [:]
    private var names: [TerritoryID: (name: String, order: [UInt8])] = [:]

    private static let none = TerritoryID(rawValue: 0)

    static func load(_ question: Question) throws -> TerritoryOfInstitution {
        var result = TerritoryOfInstitution()
        let tenant = question.tenant
        let connection = question.connection
        try connection.each(
            "SELECT id, territory_id FROM institution WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in result.ofInstitution[try row.next()] = try row.next() }
        // The latest of several rows comes last and stays.
        try connection.each(
            """
            SELECT institution_id, territory_id FROM institution_territory
            WHERE tenant_id = \(tenant) AND from_day <= \(question.selection.year.last)
            ORDER BY institution_id, from_day
            """
        ) { row in result.ofInstitution[try row.next()] = try row.next() }
        try connection.each(
            "SELECT id, name, sort_key FROM territory WHERE tenant_id = \(tenant) ORDER BY id"
        ) { row in
            let id: TerritoryID = try row.next()
            result.names[id] = (try row.next(), try row.next())
        }
        return result
    }

    func territory(of institution: MemberKey) -> TerritoryID {
        institution.first.flatMap { ofInstitution[$0] } ?? TerritoryOfInstitution.none
    }

    func name(_ id: TerritoryID) -> Text {
        names[id].map { Text(same: $0.name) }
            ?? Text(lv: "Pašvaldība nav norādīta", en: "Municipality not given")
    }

    /// In Latvian order; institutions without a municipality last.
    func sorted(_ ids: some Sequence<TerritoryID>) -> [TerritoryID] {
        ids.sorted { left, right in
            switch (names[left]?.order, names[right]?.order) {
            case (let one?, let other?) where one != other: one.lexicographicallyPrecedes(other)
            case (nil, _?): false
            case (_?, nil): true
            default: left < right
            }
        }
    }
}
