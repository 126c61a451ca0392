import Foundation
import GRDBSQLite
import Synchronization

/// The statements that SQLite runs in this process, each once for each file, and how it means to answer them.
enum StatementLog {
    private struct Statement: Hashable {
        let path: String
        let text: String
    }

    private static let seen = Mutex<Set<Statement>>([])

    /// Begins to listen to all files that are opened from now on.
    static func begin() {
        let enter: Enter = { file, _, _ in
            sqlite3_trace_v2(file, UInt32(SQLITE_TRACE_STMT), { StatementLog.heard($2, $3, kind: $0) }, nil)
        }
        sqlite3_auto_extension(unsafeBitCast(enter, to: Plain.self))
    }

    private typealias Plain = @convention(c) () -> Void
    private typealias Enter =
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, OpaquePointer?
        ) -> Int32

    private static func heard(
        _ statement: UnsafeMutableRawPointer?,
        _ text: UnsafeMutableRawPointer?,
        kind: UInt32
    ) -> Int32 {
        guard let text, let file = sqlite3_db_handle(statement.map { OpaquePointer($0) }),
            let path = sqlite3_db_filename(file, "main")
        else { return 0 }
        let words = String(cString: text.assumingMemoryBound(to: CChar.self))
        guard words.hasPrefix("SELECT") || words.hasPrefix("WITH") else { return 0 }
        let statement = Statement(path: String(cString: path), text: words)
        _ = seen.withLock { $0.insert(statement) }
        return 0
    }

    /// A statement that reads a table by nothing but its tenant, or not even by that.
    struct Wide: Hashable {
        let table: String
        let statement: String
    }

    /// The statements on a file so far that read some of its tables whole.
    static func wide(_ tables: Set<String>, in path: String) throws -> Set<Wide> {
        var file: OpaquePointer?
        defer { sqlite3_close(file) }
        guard sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw CocoaError(.fileReadUnknown)
        }
        // The path as SQLite has it, where a folder may be a link.
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let statements = seen.withLock { $0 }.filter { $0.path == path || $0.path == real }.map(\.text)
            .filter { text in tables.contains { text.contains($0) } }
        return statements.reduce(into: []) { found, text in
            let names = aliases(text)
            for step in plan(text, file) {
                guard let match = step.wholeMatch(of: #/(SCAN|SEARCH) (\w+)(.*)/#) else { continue }
                let table = names[String(match.2)] ?? String(match.2)
                guard tables.contains(table), match.1 == "SCAN" || !match.3.contains(" AND ") else {
                    continue
                }
                // One row by its number is not the whole table.
                if match.3.contains("(rowid=?)") { continue }
                found.insert(Wide(table: table, statement: text))
            }
        }
    }

    /// How many statements were heard on a file.
    static func count(_ path: String) -> Int {
        seen.withLock { $0 }.count { $0.path.hasSuffix(path) }
    }

    private static func aliases(_ text: String) -> [String: String] {
        text.matches(of: #/(?:FROM|JOIN)\s+([a-z_]+)\s+(?:AS\s+)?([a-z_]+)/#)
            .reduce(into: [:]) { $0[String($1.2)] = String($1.1) }
    }

    private static func plan(_ text: String, _ file: OpaquePointer?) -> [String] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(file, "EXPLAIN QUERY PLAN \(text)", -1, &statement, nil) == SQLITE_OK else {
            return []
        }
        var steps: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if let words = sqlite3_column_text(statement, 3) { steps.append(String(cString: words)) }
        }
        return steps
    }
}
