internal import Kernel

/// How many rows each table of a database has, as a backup notes it and a restored database is compared with.
public struct RowCounts: Sendable, Hashable {
    /// Rows by `store.table`.
    public private(set) var counts: [String: Int] = [:]

    init() {}

    /// Reads the text of a backup's list.
    init(text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, let count = Int(words[1]) { counts[String(words[0])] = count }
        }
    }

    var text: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    }

    /// The rows of all tables together.
    public var total: Int { counts.values.reduce(0, +) }

    /// Counts the tables of a store.
    mutating func add(_ store: Store) async throws {
        let found = try await store.read { connection in
            try connection.tables().map { table in
                (table, try connection.value("SELECT count(*) FROM \(try SQL.name(table))", Int.self) ?? 0)
            }
        }
        for (table, count) in found { counts["\(store.name.rawValue).\(table)"] = count }
    }

    /// The tables whose rows are not as many as in another count, by name.
    func differences(from other: RowCounts) -> [String] {
        Set(counts.keys).union(other.counts.keys).filter { counts[$0] != other.counts[$0] }.sorted()
    }
}
