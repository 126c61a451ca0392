package import Access
import Foundation
import Frame
package import Kernel
package import Storage

/// Checks a backup or what was restored from it: the key opens it, tables have their rows, the trails are whole.
package enum BackupCheck {
    /// Opens a backup in a folder of its own, looks through it, and leaves nothing.
    package static func run(
        _ backup: String,
        key: KeySource,
        today: Day?
    ) async throws -> (rows: RowCounts, trails: [AuditVerification]) {
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("sekme-check-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let address = DatabaseAddress.sqlite(folder: scratch)
        let rows = try await Database.restore(backup, to: address, key: key)
        let world = try await World.open(address, key: key, today: today, create: false)
        do {
            let trails = try await trail(world)
            await world.database.close()
            return (rows, trails)
        } catch {
            await world.database.close()
            throw error
        }
    }

    /// Verifies the audit trail of every board of a database.
    package static func trail(_ world: World) async throws -> [AuditVerification] {
        let tenants = try await world.database.data.read { try Tenants.all($0) }
        var found: [AuditVerification] = []
        for tenant in tenants {
            try await AuditTrail.move(tenant.id, world.database)
            found.append(try await AuditTrail.verify(tenant.id, against: [], world.database))
        }
        return found
    }

    /// What a check found, a line each.
    package static func words(
        _ rows: RowCounts,
        _ trails: [AuditVerification],
        _ language: Language
    ) -> String {
        let counted = Noun(lv: "rinda", "rindas", en: "row", "rows").counted(rows.total)
        let tables = Noun(lv: "tabulā", "tabulās", en: "table", "tables").counted(rows.counts.count)
        let whole = Text(
            lv: "Kopija ir vesela: \(counted.lv) \(tables.lv).",
            en: "The backup is whole: \(counted.en) in \(tables.en)."
        )
        let lines = trails.flatMap { [$0.words] + $0.findings.map(\.words) }
        return ([whole] + lines).map { $0[language] }.joined(separator: "\n")
    }
}
