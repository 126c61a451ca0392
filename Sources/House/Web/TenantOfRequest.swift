import Access
import Frame
import Hummingbird
import Kernel
import Storage

/// The tenant that a request is for: the one set for this server, the one of the host name, the only one, or, where
/// none of these tells, the one that the browser chose.
struct TenantOfRequest {
    /// The tenant; nil where the browser has still to choose one.
    let tenant: Tenant?
    /// Whether it is for the browser to choose, as neither server nor host name tells.
    let isChoice: Bool

    /// The cookie that keeps the choice.
    static let cookie = "board"

    /// Finds the tenant.
    ///
    /// `chosen` is what the browser's cookie says: it is no secret and opens nothing, as every session is one tenant's.
    static func find(
        _ request: Request,
        chosen: String?,
        _ world: World,
        _ options: ServeOptions
    ) async throws -> TenantOfRequest {
        let host = request.head.authority?.split(separator: ":").first.map(String.init) ?? ""
        let set = options.tenant
        let found = try await world.database.data.read { connection -> TenantOfRequest? in
            if let set { return told(try Tenants.find(set, connection)) }
            if let own = try Tenants.byHost(host, connection) { return told(own) }
            return among(try Tenants.all(connection), chosen)
        }
        guard let found else { throw noTenant }
        return found
    }

    private static func told(_ tenant: Tenant?) -> TenantOfRequest? {
        tenant.map { TenantOfRequest(tenant: $0, isChoice: false) }
    }

    private static func among(_ all: [Tenant], _ chosen: String?) -> TenantOfRequest? {
        guard all.count > 1 else { return told(all.first) }
        let id = chosen.flatMap { Int($0) }.map { TenantID(rawValue: $0) }
        return TenantOfRequest(tenant: all.first { $0.id == id }, isChoice: true)
    }

    private static let noTenant = Refusal(
        .unknown,
        Text(lv: "Šai adresei nav pārvaldes.", en: "No board belongs to this address."),
        advice: Text(
            lv: "Pārbaudiet adresi. Administrators to piešķir ar „sekme tenant”.",
            en: "Check the address. The administrator assigns it with “sekme tenant”."
        )
    )
}
