import Foundation
import GRDBSQLite
import Synchronization

/// What SQLite is asked in the files of one folder, each question once for each file, and how it means to answer.
///
/// Tests run beside each other in one process: the files of the others are not listened to.
enum StatementLog {
    private struct Heard {
        /// The name of the folder, which one test alone has; the way to it may lead over links, and SQLite tells
        /// the way without them.
        var folder = ""
        /// The statements by the path of their file.
        var statements: [String: Set<String>] = [:]
    }

    private static let seen = Mutex(Heard())

    /// Begins to listen to the files of a folder that are opened from now on.
    static func listen(to folder: String) {
        let name = URL(fileURLWithPath: folder).lastPathComponent
        seen.withLock { $0 = Heard(folder: name) }
        let enter: Enter = opened
        sqlite3_auto_extension(unsafeBitCast(enter, to: Plain.self))
    }

    /// Forgets what was asked so far, and goes on listening.
    static func forget() { seen.withLock { $0.statements = [:] } }

    private typealias Plain = @convention(c) () -> Void
    private typealias Enter =
        @convention(c) (
            OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, OpaquePointer?
        ) -> Int32

    /// What was asked of a file so far.
    static func heard(on path: String) -> Set<String> {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let statements = seen.withLock { $0.statements }
        return statements.first { $0.key.hasSuffix("/\(name)") }?.value ?? []
    }

    fileprivate static func listens(to path: String) -> Bool {
        seen.withLock { path.contains("/\($0.folder)/") }
    }

    fileprivate static func hear(_ words: String, on path: String) {
        guard words.hasPrefix("SELECT") || words.hasPrefix("WITH") else { return }
        _ = seen.withLock { $0.statements[path, default: []].insert(words) }
    }

    /// A statement that reads a table by nothing but its tenant, or not even by that.
    struct Wide: Hashable, Comparable {
        let table: String
        /// How SQLite means to read the table.
        let step: String
        /// The statement with single blanks.
        let statement: String

        static func < (left: Wide, right: Wide) -> Bool {
            (left.table, left.statement, left.step) < (right.table, right.statement, right.step)
        }
    }

    /// The statements on a file so far that read some of its tables whole.
    static func wide(_ tables: Set<String>, in path: String) throws -> Set<Wide> {
        var file: OpaquePointer?
        defer { sqlite3_close(file) }
        guard sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw CocoaError(.fileReadUnknown)
        }
        let statements = heard(on: path).filter { text in tables.contains { text.contains($0) } }
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
                let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                found.insert(Wide(table: table, step: step, statement: words))
            }
        }
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

// SQLite calls functions of C, which know nothing of their surroundings: these two stand by themselves.

/// Called for every file that is opened.
private func opened(
    _ file: OpaquePointer?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ routines: OpaquePointer?
) -> Int32 {
    guard let path = filePath(file), StatementLog.listens(to: path) else { return SQLITE_OK }
    return sqlite3_trace_v2(file, UInt32(SQLITE_TRACE_STMT), traced, nil)
}

/// Called for every statement that is begun.
private func traced(
    _ kind: UInt32,
    _ context: UnsafeMutableRawPointer?,
    _ statement: UnsafeMutableRawPointer?,
    _ text: UnsafeMutableRawPointer?
) -> Int32 {
    let file = sqlite3_db_handle(statement.map { OpaquePointer($0) })
    guard let text, let path = filePath(file) else { return 0 }
    StatementLog.hear(String(cString: text.assumingMemoryBound(to: CChar.self)), on: path)
    return 0
}

/// The path of an opened file.
private func filePath(_ file: OpaquePointer?) -> String? {
    guard let file, let path = sqlite3_db_filename(file, "main") else { return nil }
    return String(cString: path)
}
