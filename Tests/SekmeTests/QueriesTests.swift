import Foundation
import Testing

/// Which queries of the sources `scripts/queries` misses on an engine.
struct QueriesTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What the script says of a source where each engine was asked these statements, and how it ends.
    private func found(
        _ source: String,
        sqlite: [String],
        postgres: [String],
        tests: String = ""
    ) throws -> (said: String, status: Int32) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [("Sources", source), ("Tests", tests)] {
            let place = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let file = place.appendingPathComponent("Asked.swift")
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for (name, statements) in [("sqlite", sqlite), ("postgres", postgres)] {
            let text = statements.map { $0 + "\0" }.joined()
            try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let (process, output) = (Process(), Pipe())
        process.executableURL = Self.root.appendingPathComponent("scripts/queries")
        process.arguments = ["heard", folder.path, "\(folder.path)/Sources", "\(folder.path)/Tests"]
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), process.terminationStatus)
    }

    private static let pupils = #"""
        let pupils: SQL = """
            SELECT id, name FROM pupil
            WHERE tenant_id = \(tenant) AND grade IN (\(list: grades.map { "\($0)" })) \(more)
            ORDER BY id
            """
        """#

    @Test func `a query is heard whatever its values, blanks and pieces are, and by a cursor too`() throws {
        let answer = try found(
            Self.pupils,
            sqlite: ["SELECT id, name FROM pupil\nWHERE tenant_id = ?1 AND grade IN (?2, ?3) \nORDER BY id"],
            postgres: [
                """
                DECLARE cursor_0 NO SCROLL CURSOR FOR SELECT id, name FROM pupil
                WHERE tenant_id = $1 AND grade IN ($2) AND id IN (SELECT pupil_id FROM stay) ORDER BY id
                """
            ]
        )
        #expect(answer.status == 0, "\(answer.said)")
    }

    @Test func `a query that one engine was not asked is named by its file and line`() throws {
        let answer = try found(
            "let one = 1\nlet names: SQL = \"SELECT name FROM school\"\n" + Self.pupils,
            sqlite: [
                "SELECT name FROM school", "SELECT id, name FROM pupil WHERE tenant_id = ?1 ORDER BY id",
            ],
            postgres: ["SELECT 1"]
        )
        #expect(answer.status == 1)
        #expect(answer.said.contains("Asked.swift:2: not heard on PostgreSQL: SELECT name FROM school"))
        #expect(answer.said.contains("Asked.swift:3: not heard on SQLite or PostgreSQL: SELECT id, name"))
    }

    @Test func `nothing heard at all is no good news`() throws {
        let answer = try found("", sqlite: ["SELECT 1"], postgres: [])
        #expect(answer.status == 1 && answer.said.contains("nothing at all was heard on PostgreSQL"))
    }

    @Test func `a statement of one engine says so, and is held to it`() throws {
        let marked = "// SQLite alone: its own list.\nlet all: SQL = \"SELECT name FROM sqlite_schema\"\n"
        let list = "SELECT name FROM sqlite_schema"
        let right = try found(marked, sqlite: [list], postgres: ["SELECT 1"])
        #expect(right.status == 0, "\(right.said)")
        let wrong = try found(marked, sqlite: [list], postgres: [list])
        #expect(wrong.status == 1 && wrong.said.contains("SQLite alone, and was heard on PostgreSQL"))
        let idle = try found("// SQLite alone: nothing.\n", sqlite: ["SELECT 1"], postgres: ["SELECT 1"])
        #expect(idle.status == 1 && idle.said.contains("Asked.swift:1: no statement follows the mark"))
    }

    @Test func `what another query says more of, a test among them, is not taken for the one that says less`()
        throws
    {
        let any = "let any: SQL = \"SELECT \\(columns) FROM \\(table) WHERE \\(rows)\"\n"
        let one = "let one: SQL = \"SELECT id FROM pupil WHERE code = \\(code)\"\n"
        let asked = ["SELECT id FROM pupil WHERE code = ?1"]
        let beside = try found(any + one, sqlite: asked, postgres: asked)
        #expect(
            beside.status == 1 && beside.said.contains("Asked.swift:1: not heard on SQLite or PostgreSQL")
        )
        #expect(!beside.said.contains("Asked.swift:2: not heard"))
        let tested = try found(any, sqlite: asked, postgres: asked, tests: one)
        #expect(tested.status == 1 && tested.said.contains("says more of the same statement"))
        let alone = try found(any, sqlite: asked, postgres: asked)
        #expect(alone.status == 0, "\(alone.said)")
    }

    @Test func `a query that is put into another is heard there`() throws {
        let source = #"""
            let inner: SQL = "SELECT pupil_id FROM stay WHERE tenant_id = \(tenant)"
            let outer: SQL = "DELETE FROM mark WHERE tenant_id = \(tenant) AND pupil_id IN (\(inner))"
            """#
        let asked = """
            DELETE FROM mark WHERE tenant_id = ?1
            AND pupil_id IN (SELECT pupil_id FROM stay WHERE tenant_id = ?2)
            """
        let answer = try found(source, sqlite: [asked], postgres: [asked])
        #expect(answer.status == 0, "\(answer.said)")
    }

    @Test func `what stands in a piece of the same source belongs to the words of a query`() throws {
        let source = #"""
            let old: SQL = "tenant_id = \(tenant) AND touched_at < \(before)"
            try connection.execute("DELETE FROM run WHERE \(old)")
            func same(_ key: Int) -> SQL {
                let parts = [key]
                return "tenant_id = \(tenant) AND id = \(parts[0])"
            }
            try connection.execute("DELETE FROM \(table.name.sql) WHERE \(same(1))")
            """#
        let any =
            "let any: SQL = \"DELETE FROM \\(try SQL.name(name)) WHERE tenant_id = \\(tenant) AND \\(rest)\"\n"
        let asked = [
            "DELETE FROM run WHERE tenant_id = ?1 AND touched_at < ?2",
            "DELETE FROM walk WHERE tenant_id = ?1 AND id = ?2",
            "DELETE FROM \"walk\" WHERE tenant_id = ?1 AND id = ?2 AND day = ?3",
        ]
        let right = try found(source + "\n" + any, sqlite: asked, postgres: asked)
        #expect(right.status == 0, "\(right.said)")
        // A name in quotes is none without them, and another condition is another statement.
        let wrong = try found(
            source + "\n" + any,
            sqlite: [
                "DELETE FROM run WHERE tenant_id = ?1 AND id = ?2",
                "DELETE FROM \"walk\" WHERE tenant_id = ?1",
            ],
            postgres: asked
        )
        #expect(wrong.said.contains("Asked.swift:2: not heard on SQLite: DELETE FROM run"))
        #expect(wrong.said.contains("Asked.swift:8: not heard on SQLite: DELETE FROM"))
    }

    @Test func `each statement of a text of several is asked about, whole numbers by either name`() throws {
        let source = #"""
            let step = """
                UPDATE cell SET n = 0 WHERE kind = ';';
                UPDATE cell SET n = (SELECT CAST(sum(n) AS INTEGER) FROM fact);
                """
            """#
        let first = "UPDATE cell SET n = 0 WHERE kind = ';'"
        let second = "UPDATE cell SET n = (SELECT CAST(sum(n) AS INTEGER) FROM fact)"
        let whole = "\(first);\n\(second.replacing("INTEGER", with: "BIGINT"));"
        let right = try found(source, sqlite: [first, second], postgres: [whole])
        #expect(right.status == 0, "\(right.said)")
        let wrong = try found(source, sqlite: [first], postgres: [whole])
        #expect(wrong.said.contains("Asked.swift:1: not heard on SQLite: UPDATE cell SET n = (SELECT"))
        #expect(!wrong.said.contains("n = 0"))
    }

    @Test func `a general statement is heard in others that name no table, and may name none itself`() throws
    {
        let more =
            "let more: SQL = \"SELECT \\(columns) FROM \\(table) WHERE tenant_id = \\(tenant) AND \\(rows)\"\n"
        let less = "let less: SQL = \"SELECT \\(columns) FROM \\(table) WHERE \\(rows)\"\n"
        let named =
            "let one: SQL = \"SELECT id FROM pupil WHERE tenant_id = \\(tenant) AND code = \\(code)\"\n"
        let mark = "// General: the table and the rows are handed in.\n"
        let asked = ["SELECT id FROM pupil WHERE tenant_id = ?1 AND code = ?2"]
        let bare = try found(more + less, sqlite: asked, postgres: asked)
        #expect(bare.status == 1 && bare.said.contains("Asked.swift:2: not heard"))
        let right = try found(more + mark + less, sqlite: asked, postgres: asked)
        #expect(right.status == 0, "\(right.said)")
        let taken = try found(named + mark + less, sqlite: asked, postgres: asked)
        #expect(taken.status == 1 && taken.said.contains("Asked.swift:3: not heard on SQLite or PostgreSQL"))
        let wrong = try found(mark + named, sqlite: asked, postgres: asked)
        #expect(wrong.status == 1 && wrong.said.contains("names a table, and is said to be general"))
    }

    @Test func `the run of the tests listens and asks afterwards`() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("scripts/test"), encoding: .utf8)
        let tests = try #require(text.range(of: "env \"${ears[@]}\" swift test"))
        let heard = try #require(text.range(of: "scripts/queries heard \"$folder/heard\""))
        #expect(tests.lowerBound < heard.lowerBound)
        #expect(text.components(separatedBy: "env \"${ears[@]}\" swift test").count == 3)
    }
}
