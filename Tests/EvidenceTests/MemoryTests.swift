import Synchronization
import Testing

@testable import Evidence

final class MemoryTests: Sendable {
    private let memory = Memory<String, Int>(room: 10) { $0 }
    private let made = Mutex<[String]>([])

    private func value(_ key: String, _ version: String, _ number: Int) throws -> Int {
        try memory.value(key, version: version) {
            made.withLock { $0.append("\(key)\(version)") }
            return number
        }
    }

    @Test func `a value is made once while the data stand still, and anew for others`() throws {
        #expect(try value("a", "1", 4) == 4)
        #expect(try value("a", "1", 5) == 4)
        #expect(try value("a", "2", 5) == 5)
        #expect(made.withLock { $0 } == ["a1", "a2"])
    }

    @Test func `what was not asked for the longest is forgotten for want of room`() throws {
        _ = try value("a", "1", 4)
        _ = try value("b", "1", 4)
        _ = try value("a", "1", 4)
        _ = try value("c", "1", 4)
        _ = try value("a", "1", 4)
        #expect(made.withLock { $0 } == ["a1", "b1", "c1"])
        _ = try value("b", "1", 4)
        #expect(made.withLock { $0 } == ["a1", "b1", "c1", "b1"])
    }

    @Test func `who asks for a value in the making waits for it`() async throws {
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...8 { group.addTask { try self.value("a", "1", number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(values).count == 1)
        #expect(made.withLock { $0 } == ["a1"])
    }

    @Test func `a failure is not remembered`() throws {
        #expect(throws: Failure.self) { try memory.value("a", version: "1") { throw Failure() } }
        #expect(try value("a", "1", 4) == 4)
    }
}

private struct Failure: Error {}
