import Storage
import Frame
import Registry

/// Writes what every new tenant begins with: code lists, scales, regulations.
enum RegistrySeedOfTenant {
    static func write(_ tenant: TenantID, _ world: World) async throws {
        try await world.database.data.write { try RegistrySeed.write(tenant, $0) }
    }
}
