internal import Kernel

/// Fills a database on a PostgreSQL server from the files of an opened backup.
struct PGRestore {
    let url: String
    let rooms: [RoomMigrations]

    /// Makes the schemas, which must not be there or hold no table, and copies every row.
    ///
    /// Where something fails, no table is left.
    ///
    /// - Returns: how many rows each table has.
    func run(_ source: SQLiteFolder) async throws -> RowCounts {
        let address = try PGAddress(url)
        let pools = try await PGServer(address: address).open(create: true)
        let stores = StoreName.allCases.compactMap { name in
            pools[name].map { Store(name, $0, sealer: nil) }
        }
        do {
            for store in stores where try await !store.read({ try $0.tables().isEmpty }) {
                throw Refusal.restoreOver(address.schema(store.name))
            }
            let counts = try await fill(stores, source, address)
            for store in stores { await store.pool.close() }
            return counts
        } catch {
            for store in stores { await store.pool.close() }
            throw error
        }
    }

    private func fill(
        _ stores: [Store],
        _ source: SQLiteFolder,
        _ address: PGAddress
    ) async throws -> RowCounts {
        do {
            var counts = RowCounts()
            // `data` goes last: where it is, the others are whole.
            for store in stores.reversed() {
                try await Migrator(store, rooms).run()
                try await store.fill(from: source.file(store.name), rooms)
                try await counts.add(store)
            }
            return counts
        } catch {
            for store in stores {
                let schema = try SQL.name(address.schema(store.name))
                try await store.write { connection in
                    try connection.execute("DROP SCHEMA \(schema) CASCADE")
                    try connection.execute("CREATE SCHEMA \(schema)")
                }
            }
            throw error
        }
    }
}
