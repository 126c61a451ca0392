import Exchange
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The end of keeping of what imports need to be undone.
struct UndoKeepingTests {
    @Test(arguments: Engine.available)
    func `an old import cannot be undone any more, and what it replaced is gone`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["undo": 30])
            try await world.desk(on: today + 30).beginDay()
            #expect(try await Importer(world.desk).list().allSatisfy(\.canBeUndone))
            #expect(try await world.count("undo_row") > 0)
            let later = world.desk(on: today + 31)
            try await later.beginDay()
            #expect(try await world.count("undo_row") == 0)
            let batches = try await Importer(later).list()
            #expect(batches.allSatisfy { $0.undoEnded == later.today })
            #expect(try await world.trail().contains { $0.hasPrefix("retention batches 1,2") })
            let last = try #require(batches.first)
            await #expect(throws: Refusal.self) { try await Importer(later).undo(last.id) }
            #expect(try await world.count("mark") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `the page of such an import says so and offers no undoing`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            #expect(try await shown("/imports/batches/:batch", world.desk).contains("/undo"))
            try await world.keep(["undo": 30])
            let later = world.desk(on: today + 31)
            try await later.beginDay()
            let page = try await shown("/imports/batches/:batch", later)
            #expect(page.contains("vairs nevar atsaukt"))
            #expect(!page.contains("/undo"))
            let history = try await shown("/imports", later)
            #expect(history.contains("spēkā, vairs neatsaucams"))
            #expect(history.contains("atsaukšanas dati vairs netiek glabāti"))
        }
    }

    @Test(arguments: Engine.available)
    func `what was replaced goes in pieces, a piece a day`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                for number in 1...UndoKeeping.most {
                    try connection.execute(
                        """
                        INSERT INTO undo_row (tenant_id, batch_id, table_name, row_no, kind, row_key, old)
                        VALUES (\(tenant), 1, 'filler', \(number), 1, \([UInt8]()), \([UInt8]()))
                        """
                    )
                }
            }
            let all = try await world.count("undo_row")
            try await world.keep(["undo": 30])
            try await world.desk(on: today + 31).beginDay()
            #expect(try await world.count("undo_row") == all - UndoKeeping.most)
            await #expect(throws: Refusal.self) {
                try await Importer(world.desk(on: today + 31)).undo(BatchID(rawValue: 1))
            }
            try await world.desk(on: today + 32).beginDay()
            #expect(try await world.count("undo_row") == 0)
        }
    }

    /// What a page of the import shows of the first batch.
    private func shown(_ path: String, _ desk: Desk) async throws -> String {
        let pages = desk.house.rooms.flatMap { $0.pages }
        let page = try #require(pages.first { $0.path == path && $0.method == .get })
        guard case .page(let content) = try await page.answer(PageRequest(parts: ["batch": "1"]), desk) else {
            throw Refusal.noSuchPage
        }
        return content.body.string
    }
}
