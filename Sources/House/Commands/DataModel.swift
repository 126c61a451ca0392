package import Frame
import Kernel
import Storage

/// The list of all tables: whose data each holds, what is sealed, how long it is kept.
package enum DataModel {
    /// The page `docs/data-model.md`.
    package static func markdown(_ house: HouseBook) -> String {
        var lines = [
            "# Tables",
            "",
            "Made by `sekme db tables`. Each table names whose data it holds and its retention class from its",
            "first migration. Every key of tenant data begins with `tenant_id`.",
        ]
        let rooms =
            [RoomMigrations.storage]
            + house.rooms.map {
                RoomMigrations(room: $0.name, migrations: $0.migrations)
            }
        for room in rooms {
            let all = room.migrations.flatMap { migration in migration.tables.map { (migration.store, $0) } }
            // Of a table that was made anew the last note holds.
            let notes = all.filter { store, note in
                all.last { $0.0 == store && $0.1.name == note.name }?.1 == note
            }
            guard !notes.isEmpty else { continue }
            lines += ["", "## \(room.room)", "", "| table | store | holds | key | sealed | retention |"]
            lines.append("|---|---|---|---|---|---|")
            lines += notes.map { store, note in
                let key = note.key.joined(separator: ", ")
                let sealed = note.sealed.joined(separator: ", ")
                return "| `\(note.name)` | \(store.rawValue) | \(note.holds) | \(key) | \(sealed) | "
                    + "\(note.retention) |"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
