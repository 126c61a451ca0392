package import Frame
import Kernel
import Storage

extension RegistryLookup {
    /// Institutions within reach, those of the tenant before those kept for comparison, each in Latvian order.
    package func institutions(_ reach: Reach) throws -> [(id: Int, name: String)] {
        let among: SQL =
            reach.everything ? "1 = 1" : "id IN (\(list: try institutionIDs(reach)))"
        return try connection.rows(
            """
            SELECT id, name FROM institution WHERE tenant_id = \(tenant) AND \(among)
            ORDER BY is_reference, sort_key, id
            """,
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Classes of the year and institution chosen, within reach; without an institution none.
    package func classes(_ selection: Selection) throws -> [(id: Int, name: String)] {
        guard let institution = selection.institution else { return [] }
        let reach = selection.reach
        let everything = reach.everything || reach.institutions.contains(institution)
        let among: SQL = everything ? "1 = 1" : "id IN (\(list: reach.classes.sorted()))"
        return try connection.rows(
            """
            SELECT id, name FROM class_group
            WHERE tenant_id = \(tenant) AND year = \(selection.year.start)
                AND institution_id = \(institution) AND \(among)
            ORDER BY sort_key, id
            """,
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Subjects in Latvian order.
    package func subjects() throws -> [(id: Int, name: String)] {
        try connection.rows(
            "SELECT id, name FROM subject WHERE tenant_id = \(tenant) ORDER BY sort_key, id",
            Int.self,
            String.self
        )
        .map { (id: $0.0, name: $0.1) }
    }

    /// Institutions reached as a whole or through a class of theirs.
    private func institutionIDs(_ reach: Reach) throws -> [Int] {
        let ofClasses = try connection.rows(
            """
            SELECT DISTINCT institution_id FROM class_group
            WHERE tenant_id = \(tenant) AND id IN (\(list: reach.classes.sorted()))
            ORDER BY institution_id
            """,
            Int.self
        )
        return (reach.institutions.map(\.rawValue) + ofClasses).sorted()
    }
}
