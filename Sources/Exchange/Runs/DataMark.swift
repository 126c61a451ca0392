import Frame
import Storage

/// Tells whether any batch was applied or taken back between two moments.
enum DataMark {
    /// The mark of the present data of a tenant.
    static func now(_ tenant: TenantID, _ connection: Connection) throws -> String {
        let last = try connection.value(
            "SELECT coalesce(max(id), 0) FROM batch WHERE tenant_id = \(tenant)",
            Int.self
        )
        let undone = try connection.value(
            "SELECT count(*) FROM batch WHERE tenant_id = \(tenant) AND undone_at > 0",
            Int.self
        )
        return "\(last ?? 0)/\(undone ?? 0)"
    }
}
