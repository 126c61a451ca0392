import Storage
import Testing

struct SQLTests {
    @Test func `values are bound and never pasted`() {
        let sql: SQL = "SELECT \(7), \("x' OR '1'='1"), \([1, 2] as [UInt8]), \(nil as Int?), \(true)"
        #expect(sql.text(for: .sqlite) == "SELECT ?1, ?2, ?3, ?4, ?5")
        #expect(sql.text(for: .postgres) == "SELECT $1, $2, $3, $4, $5")
        #expect(
            sql.values == [.integer(7), .text("x' OR '1'='1"), .blob([1, 2]), .null, .integer(1)]
        )
    }

    @Test func `a piece brings its values along in order`() {
        let scope: SQL = "tenant_id = \(1) AND grade IN (\(list: [5, 6]))"
        let sql: SQL = "SELECT \(0) FROM pupil WHERE \(scope) AND name = \("a")"
        #expect(
            sql.text(for: .sqlite)
                == "SELECT ?1 FROM pupil WHERE tenant_id = ?2 AND grade IN (?3, ?4) AND name = ?5"
        )
        #expect(sql.values == [.integer(0), .integer(1), .integer(5), .integer(6), .text("a")])
    }

    @Test func `pieces are joined, and none make nothing`() {
        let joined = SQL.joined(["a = \(1)", "b = \(2)"], by: " AND ")
        #expect(joined.text(for: .postgres) == "a = $1 AND b = $2")
        #expect(SQL.joined([], by: ", ").text(for: .sqlite) == "")
    }

    @Test func `a list of nothing is NULL`() {
        let sql: SQL = "id IN (\(list: [Int]()))"
        #expect(sql.text(for: .sqlite) == "id IN (NULL)")
        #expect(sql.values.isEmpty)
    }

    @Test func `a name is quoted, and nothing else passes as one`() throws {
        #expect(try SQL.name("class_group").text(for: .sqlite) == "\"class_group\"")
        for bad in ["", "a b", "a\"b", "a;b", "ā", "A"] {
            #expect(throws: StorageError.self) { try SQL.name(bad) }
        }
    }
}
