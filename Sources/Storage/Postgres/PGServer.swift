internal import Dispatch
internal import Kernel

/// The three schemas of a database on a PostgreSQL server.
struct PGServer {
    let address: PGAddress
    /// What this opening of the database is called.
    let mark: String

    init(address: PGAddress) {
        self.address = address
        mark = ServerPresence.newMark()
    }

    /// Makes the schemas where they are missing and gives a pool for each.
    func open(create: Bool) async throws -> [StoreName: any Pool] {
        let schemas = StoreName.allCases.map(address.schema)
        let setup = PGPool(url: address.url, schema: address.schema(.data), mark: mark, size: 1)
        do {
            try await setup.write(Connection.Context(store: .data, writable: true, sealer: nil)) {
                connection in
                try PGServer.prepare(schemas, connection, create: create)
            }
        } catch {
            await setup.close()
            throw error
        }
        await setup.close()
        var pools: [StoreName: any Pool] = [:]
        for store in StoreName.allCases {
            pools[store] = PGPool(url: address.url, schema: address.schema(store), mark: mark)
        }
        return pools
    }

    /// Who has the database open, by the names of their connections.
    func presence(_ pool: any Pool) -> ServerPresence {
        ServerPresence(pool: pool, schemas: StoreName.allCases.map(address.schema), mark: mark)
    }

    /// One transaction, so that a database has all its schemas or none.
    private static func prepare(_ schemas: [String], _ connection: Connection, create: Bool) throws {
        // Two servers that start at once would both find nothing.
        try connection.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(\(schemas.joined(separator: "/")), 0))"
        )
        let present = Set(
            try connection.rows(
                "SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname IN (\(list: schemas))",
                String.self
            )
        )
        guard present.count < schemas.count else { return }
        if let missing = schemas.first(where: { !present.contains($0) }), !present.isEmpty {
            throw Refusal.incompleteDatabase(missing)
        }
        guard create else { throw Refusal.noDatabase(schemas.joined(separator: ", ")) }
        for schema in schemas { try connection.execute("CREATE SCHEMA \(try SQL.name(schema))") }
    }
}
