import Storage
import Access
import Frame
import Hummingbird
import Kernel

/// The tenant that a request is for: the one set for this server, the one of the host name, the only one.
enum TenantOfRequest {
    static func find(_ request: Request, _ world: World, _ options: ServeOptions) async throws -> Tenant {
        let host = request.head.authority?.split(separator: ":").first.map(String.init) ?? ""
        let chosen = options.tenant
        let found = try await world.database.data.read { connection in
            if let chosen { return try Tenants.find(chosen, connection) }
            return try Tenants.byHost(host, connection) ?? Tenants.only(connection)
        }
        guard let found else { throw noTenant }
        return found
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
