import Dispatch
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

@Suite(.enabled(if: Engine.available.contains(.postgres), Engine.withoutPostgres))
struct PostgresTests {
    @Test func `a connection that broke is replaced`() async throws {
        try await withDatabase(.postgres, migrations: [things]) { database in
            let process = try await database.data.read { try $0.value("SELECT pg_backend_pid()", Int.self) }
            try await database.audit.write { connection in
                try connection.execute("SELECT pg_terminate_backend(\(process)::int4, 5000)")
            }
            let other = try await database.data.read { try $0.value("SELECT pg_backend_pid()", Int.self) }
            #expect(other != nil)
            #expect(other != process)
        }
    }

    @Test func `a connection that breaks at work is an error, and the next one works`() async throws {
        try await withDatabase(.postgres, migrations: [things]) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.data.write { connection in
                    try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                    try connection.execute("SELECT 1")
                }
            }
            #expect(error?.code == .unavailable)
            let left = try await database.data.read(Thing.all)
            #expect(left.isEmpty)
        }
    }

    @Test func `a server that is not there is unavailable`() async throws {
        try await withPlace(.sqlite) { place in
            let error = await #expect(throws: StorageError.self) {
                try await Database.open(
                    .postgres(url: "postgres://user:hidden@/none?host=\(place.folder)"),
                    migrations: [],
                    key: .file(place.keyPath)
                )
            }
            #expect(error?.code == .unavailable)
            #expect(error?.debugDescription.contains("hidden") == false)
        }
    }

    @Test func `two transactions that wait for each other both end well`() async throws {
        try await withDatabase(.postgres, migrations: [things]) { database in
            try await database.data.write { connection in
                for id in 1...2 {
                    try Thing(number: 0, name: "n\(id)", bytes: nil).insert(connection, id: id)
                }
            }
            let meeting = Meeting()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await database.data.write { connection in
                            try connection.execute(
                                "UPDATE thing SET number = number + 1 WHERE id = \(order[0])"
                            )
                            meeting.wait()
                            try connection.execute(
                                "UPDATE thing SET number = number + 1 WHERE id = \(order[1])"
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.data.read(Thing.all).map(\.number) == [2, 2])
            // One of the two had to begin again.
            #expect(meeting.arrivals > 2)
        }
    }

    @Test func `more readers than connections take their turns`() async throws {
        try await withDatabase(.postgres, migrations: [things]) { database in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...40 {
                    group.addTask {
                        try await database.data.read { try $0.value("SELECT \(number)", Int.self) ?? 0 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 820)
        }
    }

    @Test func `a prefix that no schema could have is refused`() async throws {
        await #expect(throws: StorageError.self) {
            try await Database.open(
                .postgres(url: "postgres://localhost/none?schema_prefix=a%22b"),
                migrations: [],
                key: .file("none")
            )
        }
    }
}

/// Lets the first two go on when both are there, and everybody after them at once.
private final class Meeting: Sendable {
    private let count = Mutex(0)
    private let bothHere = DispatchSemaphore(value: 0)

    var arrivals: Int { count.withLock { $0 } }

    func wait() {
        let number = count.withLock { count in
            count += 1
            return count
        }
        switch number {
        case 1: bothHere.wait()
        case 2: bothHere.signal()
        default: break
        }
    }
}
