import Exchange
import Frame
import Kernel
import Storage

/// One changed mark: staged by one run of the program and applied by another, so that the other does that alone.
struct MarkBench {
    let database: String

    /// Reads a file with one changed mark and leaves the import planned; gives its number.
    func stage(_ file: String) async throws -> [String: Figure] {
        let board = try await Board(database)
        let watch = Stopwatch()
        let staged = try await board.importer.stage(ImportRequest(files: [file]))
        guard staged.plan.changes == 1, staged.plan.rejected == 0 else { throw Untaken(plan: staged.plan) }
        let milliseconds = watch.seconds * 1_000
        await board.close()
        return ["import": .whole(staged.id.rawValue), "stage_ms": .decimal(milliseconds)]
    }

    /// Applies the import of a number; 0 opens and closes the database, which is to be taken off.
    func apply(_ number: Int) async throws -> [String: Figure] {
        let board = try await Board(database)
        var line: [String: Figure] = ["import": .whole(number)]
        if number > 0 {
            let staged = try await board.importer.find(ImportID(rawValue: number))
            let before = try await rows(board)
            let watch = Stopwatch()
            let report = try await board.importer.apply(staged)
            line["apply_ms"] = .decimal(watch.seconds * 1_000)
            if let before, let after = try await rows(board) { line["rows"] = .whole(after - before) }
            guard report.plan.changes == 1 else { throw Untaken(plan: report.plan) }
        }
        await board.close()
        return line
    }

    /// Rows that the writing connection of SQLite has changed so far; nil on PostgreSQL, which counts by itself.
    private func rows(_ board: Board) async throws -> Int? {
        try await board.desk.database.data.write { connection in
            guard connection.dialect == .sqlite else { return nil }
            return try connection.value("SELECT total_changes()", Int.self)
        }
    }
}
