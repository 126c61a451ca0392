/// A PostgreSQL URL, parted into what libpq takes and what is Sekme's own.
struct PGAddress: Sendable {
    /// The URL for libpq.
    let url: String
    /// What schema names start with; empty, or ended by an underscore.
    let prefix: String

    /// Throws a ``StorageError`` for a prefix that no schema could have, and a refusal for a server on a network whose
    /// address does not say how it is reached.
    init(_ text: String) throws {
        let own = "schema_prefix="
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let items = parts.count > 1 ? parts[1].split(separator: "&") : []
        let kept = items.filter { !$0.hasPrefix(own) }
        url = String(parts[0]) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
        try PGTransport.check(url)
        guard let item = items.last(where: { $0.hasPrefix(own) }) else {
            prefix = ""
            return
        }
        prefix = "\(item.dropFirst(own.count))_"
        _ = try quoted(prefix)
    }

    /// The schema of a store.
    func schema(_ store: StoreName) -> String { prefix + store.rawValue }
}
