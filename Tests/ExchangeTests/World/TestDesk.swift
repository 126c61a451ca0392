import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization

let testRoom = Room(
    "test",
    Text(same: "test"),
    migrations: [TestTables.migration],
    registers: [TestTables.classes, TestTables.pupils],
    facts: [TestTables.lessons],
    imports: [PupilList.self, LessonList.self],
    mappings: [
        Mapping("complete-lessons", Text(same: "c"), format: "lesson-list", removes: true),
        Mapping("first-lessons", Text(same: "f"), format: "lesson-list", precedence: .first),
        Mapping("last-lessons", Text(same: "l"), format: "lesson-list", precedence: .last),
    ]
)

/// A board with nothing in it yet, and files to import.
struct TestWorld: Sendable {
    let database: Database
    let desk: Desk
    let folder: String

    var importer: Importer { Importer(desk) }

    static func with(
        _ engine: Engine,
        _ body: (TestWorld) async throws -> Void
    ) async throws {
        let rooms = [accessRoom, testRoom, exchangeRoom]
        try await withPlace(engine) { place in
            let migrations = rooms.map { RoomMigrations(room: $0.name, migrations: $0.migrations) }
            let database = try await place.open(migrations)
            let clock = TestClock()
            let grant = Grant(
                role: "operator",
                roleWords: Text(same: "operator"),
                permissions: Set(Permission.common),
                scope: .tenant,
                from: Day(number: 0),
                to: nil
            )
            let asker = Asker(account: AccountID(rawValue: 7), name: "Test", language: .lv, grants: [grant])
            let desk = Desk(
                database: database,
                tenant: TenantID(rawValue: 3),
                asker: asker,
                house: HouseBook(rooms),
                clock: { clock.tick() }
            )
            let world = TestWorld(database: database, desk: desk, folder: place.folder)
            do { try await body(world) } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    /// Writes a file and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Imports a text as a file, whatever the plan says.
    @discardableResult
    func take(_ text: String, mapping: String? = nil, name: String = "file.csv") async throws -> BatchReport {
        let staged = try await stage(text, mapping: mapping, name: name)
        return try await importer.apply(staged, acceptRemovals: true)
    }

    /// Stages a text as a file.
    func stage(_ text: String, mapping: String? = nil, name: String = "file.csv") async throws -> StagedImport
    {
        try await importer.stage(ImportRequest(files: [try file(name, text)], mapping: mapping))
    }

    /// Every row of every table of the room, as text.
    func dump() async throws -> [String] {
        let tables = ["class_group", "pupil", "lesson", "pupil_cell", "class_cell", "month_cell"]
        return try await database.data.read { connection in
            var out: [String] = []
            for table in tables {
                let width = try connection.columns(table)
                try connection.each("SELECT * FROM \(SQL.name(table)) ORDER BY 1, 2, 3") { row in
                    let values = try (0..<width).map { _ in try row.next(Value.self).words }
                    out.append("\(table): \(values.joined(separator: " "))")
                }
            }
            return out.sorted()
        }
    }

    func count(_ table: String) async throws -> Int {
        try await database.data.read { connection in
            try connection.value("SELECT count(*) FROM \(SQL.name(table))", Int.self) ?? 0
        }
    }
}

extension Connection {
    fileprivate func columns(_ table: String) throws -> Int {
        switch table {
        case "class_group", "month_cell": 4
        case "pupil", "lesson": 8
        case "class_cell", "pupil_cell": 5
        default: 0
        }
    }
}

/// A clock that goes on by a second each time it is looked at.
final class TestClock: Sendable {
    private let now = Mutex(1_800_000_000_000)

    func tick() -> Instant {
        now.withLock { now in
            now += 1_000
            return Instant(milliseconds: now)
        }
    }
}

extension Value {
    fileprivate var words: String {
        switch self {
        case .null: "–"
        case .integer(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): bytes.map { String($0) }.joined(separator: ",")
        }
    }
}
