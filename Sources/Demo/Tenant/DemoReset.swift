internal import Access
internal import Foundation
internal import Kernel
package import Storage

/// Forgets a demo, so that it can be made anew.
package enum DemoReset {
    /// Takes away the database with its key, and the file of its logins; does nothing where there is no database.
    ///
    /// - Throws: a refusal, and then nothing was removed, where the database holds a board that is not made up, is
    ///   no database of Sekme's, is open elsewhere, or is on a server.
    package static func run(_ address: DatabaseAddress, logins: String) async throws {
        guard case .sqlite(let folder) = address else { throw Refusal.resetOnServer(address) }
        let wasThere = try await Database.remove(folder: folder) { connection in
            guard try isDemo(connection) else { throw Refusal.noDemo(address) }
        }
        guard wasThere, FileManager.default.fileExists(atPath: logins) else { return }
        try FileManager.default.removeItem(atPath: logins)
    }

    /// A database that was cut off while it was made has no tenants yet, and nothing else but what storage keeps.
    private static func isDemo(_ connection: Connection) throws -> Bool {
        let tables = Set(try connection.tables())
        if tables.contains("tenant") { return try Tenants.areMadeUp(connection) }
        return tables.isSubset(of: RoomMigrations.storage.migrations.flatMap { $0.tables.map(\.name) })
    }
}

extension Refusal {
    fileprivate static func noDemo(_ address: DatabaseAddress) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Datubāzē \(address) ir ne tikai parauga dati. Nekas nav dzēsts.",
                en: "The database \(address) holds more than the demo. Nothing was removed."
            ),
            advice: Text(
                lv: "Norādiet parauga mapi (--database sqlite:MAPE) un pārbaudiet SEKME_DATABASE.",
                en: "Name the folder of the demo (--database sqlite:FOLDER), and look at SEKME_DATABASE."
            )
        )
    }

    fileprivate static func resetOnServer(_ address: DatabaseAddress) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "PostgreSQL datubāzē \(address) paraugu no jauna nesāk. Nekas nav dzēsts.",
                en: "A demo on PostgreSQL, \(address), is not started anew. Nothing was removed."
            ),
            advice: Text(
                lv: """
                    Izveidojiet tukšu datubāzi vai adresē norādiet citu schema_prefix; iepriekšējo dzēš datubāzes \
                    pārvaldnieks.
                    """,
                en: """
                    Make an empty database, or give another schema_prefix in the address; the former one is for the \
                    database's administrator to drop.
                    """
            )
        )
    }
}
