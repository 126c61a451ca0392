import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Synchronization
import Testing

struct ReportMemoryTests {
    private let made = Made()
    private let memory = ReportMemory { _, _ in "1" }

    private final class Made: Sendable {
        let count = Mutex(0)
    }

    private enum Still: Report {
        static let name = "still"
        static let title = Text(same: "still")
        static let purpose = Text(same: "still")
        static let standsStill = true
        static func answer(_ question: Question) throws -> ReportDocument { ReportDocument([]) }
    }

    private func asker(_ account: Int, _ permissions: Set<Permission>, from: Int) -> Asker {
        let grant = Grant(
            role: "role\(account)",
            roleWords: Text(same: "role"),
            permissions: permissions,
            scope: .tenant,
            from: Day(number: from),
            to: nil
        )
        return Asker(account: AccountID(rawValue: account), name: "", language: .lv, grants: [grant])
    }

    private func ask(_ asker: Asker, on day: Int, _ connection: Connection) throws {
        let question = Question(
            selection: Selection(year: SchoolYear(2025)),
            tenant: World.tenant,
            asker: asker,
            today: Day(number: day),
            measures: MeasureBook([]),
            members: PlainNames(),
            connection: connection
        )
        _ = try memory.answer(Still.self, "test/still", question) {
            made.count.withLock { $0 += 1 }
            return ReportDocument([])
        }
    }

    @Test func `an answer serves whoever has the same rights on the same day, and nobody else`() async throws
    {
        try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { connection in
                try ask(asker(1, [.readFigures], from: 0), on: 20_000, connection)
                try ask(asker(2, [.readFigures], from: 19_000), on: 20_000, connection)
                #expect(made.count.withLock { $0 } == 1)
                try ask(asker(3, [.readFigures, .readPupils], from: 0), on: 20_000, connection)
                #expect(made.count.withLock { $0 } == 2)
                try ask(asker(1, [.readFigures], from: 0), on: 20_001, connection)
                #expect(made.count.withLock { $0 } == 3)
                // To whoever has no rights yet the answer is not theirs.
                try ask(asker(4, [.readFigures], from: 20_500), on: 20_000, connection)
                #expect(made.count.withLock { $0 } == 4)
            }
        }
    }
}
