import Frame
import Registry
import Storage

extension CommandSession {
    /// The number of the institution that a command names by name, registration number or number; 0 where it
    /// names none.
    package func institution(_ text: String?) async throws -> Int {
        guard let text else { return 0 }
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try RegistryLookup(tenant: tenant, connection).institution(text).rawValue
        }
    }
}
