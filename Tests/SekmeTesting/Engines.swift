internal import Foundation
internal import Kernel
package import Storage
package import Testing

/// The engines that every test of a store runs on.
package enum Engine: String, CaseIterable, CustomTestStringConvertible, Sendable {
    /// A folder of files.
    case sqlite
    /// A server, whose URL stands in the environment variable `SEKME_TEST_POSTGRES`.
    case postgres

    /// The engines that there are here: arguments of a test.
    package static var available: [Engine] {
        postgresURL == nil ? [.sqlite] : allCases
    }

    /// Why PostgreSQL is left out: the comment of a test that is skipped without it.
    package static let withoutPostgres: Comment = """
        SEKME_TEST_POSTGRES names no server: what runs on both engines was run on SQLite only
        """

    /// The name of the engine in the list of tests.
    package var testDescription: String { rawValue }

    fileprivate static var postgresURL: String? {
        ProcessInfo.processInfo.environment["SEKME_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Where a test may make a database that nobody else uses.
package struct DatabasePlace: Sendable {
    /// Its address.
    package let address: DatabaseAddress
    /// The path of its key file, which is there once the database was opened.
    package let keyPath: String
    /// A folder for files of the test.
    package let folder: String
    fileprivate let prefix: String

    /// Opens the database at the place, or makes it.
    package func open(_ migrations: [RoomMigrations], create: Bool = true) async throws -> Database {
        try await Database.open(address, migrations: migrations, key: .file(keyPath), create: create)
    }
}

/// Runs the body with a private, empty database and removes it afterwards.
@discardableResult
package func withDatabase<T>(
    _ engine: Engine,
    migrations: [RoomMigrations] = [],
    _ body: (Database) async throws -> T
) async throws -> T {
    try await withPlace(engine) { place in
        let database = try await place.open(migrations)
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}

/// Runs the body with a place for a database, which may be opened and closed there several times, and removes
/// everything afterwards.
///
/// A body that `isLong` goes before all that wait: it would still run when everything else is over.
@discardableResult
package func withPlace<T>(
    _ engine: Engine,
    isLong: Bool = false,
    _ body: (DatabasePlace) async throws -> T
) async throws -> T {
    let place = try newPlace(engine)
    let turnstile = turnstiles[engine]
    await turnstile?.enter(isLong: isLong)
    let result: Result<T, any Error>
    do {
        result = .success(try await body(place))
    } catch {
        result = .failure(error)
    }
    if engine == .postgres { await dropSchemas(of: place) }
    await turnstile?.leave()
    try FileManager.default.removeItem(atPath: place.folder)
    return try result.get()
}

private func newPlace(_ engine: Engine) throws -> DatabasePlace {
    let name = "t" + String(UInt64.random(in: .min ... .max), radix: 16)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sekme-\(name)").path
    try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
    )
    let address: DatabaseAddress
    switch engine {
    case .sqlite:
        address = .sqlite(folder: "\(folder)/database")
    case .postgres:
        address = .postgres(url: try url(prefix: name))
    }
    return DatabasePlace(address: address, keyPath: "\(folder)/key", folder: folder, prefix: name)
}

private func url(prefix: String) throws -> String {
    guard let url = Engine.postgresURL else {
        throw Refusal(
            .usage,
            Text(same: "SEKME_TEST_POSTGRES"),
            advice: Text(same: "SEKME_TEST_POSTGRES=postgres://…")
        )
    }
    return "\(url)\(url.contains("?") ? "&" : "?")schema_prefix=\(prefix)"
}

/// Drops what a test has made, from a database of its own: the test's may be one that refuses to open.
private func dropSchemas(of place: DatabasePlace) async {
    let own = "\(place.prefix)_end"
    do {
        let database = try await Database.open(
            .postgres(url: try url(prefix: own)),
            migrations: [],
            key: .file("\(place.folder)/end.key")
        )
        try await database.data.write { connection in
            for prefix in [place.prefix, own] {
                for store in StoreName.allCases {
                    let schema = try SQL.name("\(prefix)_\(store.rawValue)")
                    try connection.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE")
                }
            }
        }
        await database.close()
    } catch {
        Issue.record(error, "The schemas \(place.prefix)_… could not be dropped")
    }
}

private let turnstiles: [Engine: Turnstile] = [
    .sqlite: Turnstile(places: 24), .postgres: Turnstile(places: 6),
]

/// Lets a few through at a time: a server has a limited number of connections, and a process a limited number of
/// threads, of which each import of a file holds some that wait for each other.
private actor Turnstile {
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func enter(isLong: Bool) async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.insert($0, at: isLong ? 0 : waiting.count) }
        }
    }

    func leave() {
        if waiting.isEmpty {
            places += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
