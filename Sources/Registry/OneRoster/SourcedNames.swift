package import Frame
import Kernel
package import Storage

/// What rows are called in files for other systems: as the system that they came from calls them, else by Sekme's
/// own name of tenant, kind and number, which never changes.
package struct SourcedNames {
    private struct Row: Hashable {
        let kind: SourcedKind
        let id: Int
    }

    private let tenant: TenantID
    private var kept: [Row: String] = [:]

    /// Loads the names of a tenant; of several the one that was kept first counts.
    package init(_ tenant: TenantID, _ connection: Connection) throws {
        self.tenant = tenant
        var kept: [Row: String] = [:]
        try connection.each(
            "SELECT kind, entity_id, sourced_id FROM sourced_id WHERE tenant_id = \(tenant) ORDER BY id DESC"
        ) { row in
            let kind = SourcedKind(rawValue: try row.next())
            let id: Int = try row.next()
            let text: String = try row.next()
            if let kind { kept[Row(kind: kind, id: id)] = text }
        }
        self.kept = kept
    }

    /// The name of a row.
    package func name(_ kind: SourcedKind, _ id: Int) -> String {
        kept[Row(kind: kind, id: id)] ?? SekmeNumber(tenant, kind, id).text
    }
}
