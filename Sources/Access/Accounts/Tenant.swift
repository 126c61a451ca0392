package import Frame
package import Kernel
package import Storage

/// What a tenant is.
package enum TenantKind: String, Sendable, CaseIterable, SQLValue, SQLReadable {
    /// An education board with its institutions.
    case board
    /// An institution on its own.
    case institution
}

/// One data controller.
package struct Tenant: Hashable, Sendable, Readable {
    /// Its id.
    package let id: TenantID
    /// Its name.
    package let name: String
    /// The host name that leads to it, in small letters; empty for none.
    package let host: String
    /// What it is.
    package let kind: TenantKind
    /// The language that visitors are met in.
    package let language: Language
    /// Whether all of it is made up; then no second factor is asked for.
    package let isDemo: Bool
    /// How many persons one export may hold without a second person's approval.
    package let exportCeiling: Int

    static let columns: SQL = "tenant_id, name, host, kind, language, is_demo, export_ceiling"

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        host = try row.next()
        kind = try row.next()
        language = Language(rawValue: try row.next(String.self)) ?? .lv
        isDemo = try row.next()
        exportCeiling = try row.next()
    }
}

/// The tenants of a database.
package enum Tenants {
    /// Makes a tenant and returns its id.
    package static func create(
        _ name: String,
        host: String = "",
        kind: TenantKind = .board,
        language: Language = .lv,
        isDemo: Bool = false,
        exportCeiling: Int = 50,
        at instant: Instant,
        _ database: Database
    ) async throws -> TenantID {
        let name = name.composed
        guard !name.allSatisfy(\.isWhitespace) else { throw Refusal.noTenantName }
        return try await database.data.write { connection in
            if !host.isEmpty, try byHost(host, connection) != nil { throw Refusal.hostTaken }
            let id = try connection.takeIds(tenant: 0, kind: "tenant", count: 1).lowerBound
            try connection.execute(
                """
                INSERT INTO tenant (tenant_id, name, sort_key, search_key, host, kind, language, is_demo,
                    export_ceiling, created_at, version)
                VALUES (\(id), \(name), \(LatvianKey.sort(name)), \(LatvianKey.search(name)),
                    \(host.lowercased()), \(kind), \(language.rawValue), \(isDemo), \(exportCeiling),
                    \(instant.milliseconds), 1)
                """
            )
            return TenantID(rawValue: id)
        }
    }

    /// The tenant with an id, or nil.
    package static func find(_ id: TenantID, _ connection: Connection) throws -> Tenant? {
        try connection.first("SELECT \(Tenant.columns) FROM tenant WHERE tenant_id = \(id)")
    }

    /// The tenant that a host name leads to, or nil.
    package static func byHost(_ host: String, _ connection: Connection) throws -> Tenant? {
        guard !host.isEmpty else { return nil }
        return try connection.first("SELECT \(Tenant.columns) FROM tenant WHERE host = \(host.lowercased())")
    }

    /// Whether all tenants are made up; true where there are none.
    package static func areMadeUp(_ connection: Connection) throws -> Bool {
        try connection.value("SELECT count(*) FROM tenant WHERE is_demo = 0", Int.self) == 0
    }

    /// All tenants, by name.
    package static func all(_ connection: Connection) throws -> [Tenant] {
        try connection.rows("SELECT \(Tenant.columns) FROM tenant ORDER BY sort_key, tenant_id")
    }
}

extension Tenants {
    /// Changes what a tenant is called, the host that leads to it, and the ceiling of its exports.
    package static func change(
        name: String?,
        host: String?,
        exportCeiling: Int?,
        _ desk: Desk
    ) async throws {
        try desk.require(.administer, in: .tenant)
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: 0)
            guard let tenant = try find(desk.tenant, connection) else { throw Refusal.noSuchPage }
            let name = (name ?? tenant.name).composed
            let host = (host ?? tenant.host).lowercased()
            guard !name.allSatisfy(\.isWhitespace) else { throw Refusal.noTenantName }
            if let other = try byHost(host, connection), other.id != tenant.id { throw Refusal.hostTaken }
            try connection.execute(
                """
                UPDATE tenant SET name = \(name), sort_key = \(LatvianKey.sort(name)),
                    search_key = \(LatvianKey.search(name)), host = \(host),
                    export_ceiling = \(max(0, exportCeiling ?? tenant.exportCeiling)), version = version + 1
                WHERE tenant_id = \(tenant.id)
                """
            )
            try AuditTrail.queue(desk.event(.change, "tenant \(tenant.id.rawValue)"), connection)
        }
    }
}

extension Refusal {
    fileprivate static let noTenantName = Refusal(
        .invalid,
        Text(
            lv: "Nav ierakstīts pārvaldes vai iestādes nosaukums.",
            en: "The name of the board or institution is not given."
        ),
        advice: Text(lv: "Ierakstiet to.", en: "Write it.")
    )
    static let hostTaken = Refusal(
        .conflict,
        Text(
            lv: "Šis domēna vārds jau pieder citai pārvaldei.",
            en: "This host name belongs to another board."
        ),
        advice: Text(lv: "Izvēlieties citu domēna vārdu.", en: "Choose another host name.")
    )
}
