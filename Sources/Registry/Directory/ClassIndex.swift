import Storage

/// Classes or teaching groups by what each is found by: institution, year and folded name.
struct ClassIndex<ID: IntegerID>: Sendable {
    private var keys: [ID: Directory.ClassKey] = [:]
    private var ids: [Directory.ClassKey: ID] = [:]

    /// What a row is found by.
    subscript(id: ID) -> Directory.ClassKey? { keys[id] }

    /// The row of a name.
    func find(_ key: Directory.ClassKey) -> ID? { ids[key] }

    /// Gives a row its name; the one that it had before leads to it no more.
    mutating func add(_ id: ID, _ key: Directory.ClassKey) {
        if let former = keys[id], ids[former] == id { ids[former] = nil }
        keys[id] = key
        ids[key] = id
    }
}
