import Frame
import Storage

/// People by personal code, by external code within an institution, by name within a class or institution.
struct PeopleIndex<ID: IntegerID>: Sendable {
    private var people: [ID: Person] = [:]
    private var byCode: [CodeKey: ID] = [:]
    private var byExternal: [PlacedText: ID] = [:]
    private var members: [Int: [ID]] = [:]
    /// Numbers that lead to another one's, and those that lead to each.
    private var targets: [ID: ID] = [:]
    private var aliases: [ID: [ID]] = [:]

    subscript(id: ID) -> Person? { people[id] }

    /// The number that counts of somebody.
    func leading(from id: ID) -> ID { targets[id] ?? id }

    mutating func add(_ id: ID, _ person: Person, code: [UInt8]?) {
        people[id] = person
        if let code { byCode[CodeKey(code)] = targets[id] ?? id }
    }

    /// Lets a number lead to another one: whoever is found by what the register says of it is the other.
    ///
    /// It is told before anybody is added.
    mutating func lead(_ alias: ID, to target: ID) {
        targets[alias] = target
        aliases[target, default: []].append(alias)
        aliases[target]?.sort()
    }

    /// Remembers that somebody belongs to a group in which names are looked for.
    mutating func place(_ id: ID, in group: Int) {
        // Rows come by person, so the same pair comes twice in a row only.
        guard members[group]?.last != (aliases[id]?.last ?? id) else { return }
        members[group, default: []].append(id)
        if let aliases = aliases[id] { members[group]?.append(contentsOf: aliases) }
    }

    /// Remembers that an institution knows somebody by their external code.
    mutating func placeExternal(_ id: ID, in institution: Int) {
        placeExternal(of: id, id, institution)
        for alias in aliases[id] ?? [] { placeExternal(of: alias, id, institution) }
    }

    private mutating func placeExternal(of named: ID, _ id: ID, _ institution: Int) {
        guard let external = people[named]?.external, !external.isEmpty else { return }
        let key = PlacedText(group: institution, text: external)
        if byExternal[key] == nil { byExternal[key] = id }
    }

    /// Whether somebody belongs to a group.
    func isPlaced(_ id: ID, in group: Int) -> Bool { members[group]?.contains(id) ?? false }

    func find(code: [UInt8]) -> ID? { byCode[CodeKey(code)] }

    func find(external: String, in institution: Int) -> ID? {
        byExternal[PlacedText(group: institution, text: external)]
    }

    /// Whether somebody may be called so: one of the names has all words of the other, or there is none to compare.
    ///
    /// Files leave out a second forename, and whoever was registered twice has the names of both numbers.
    func isCalled(_ id: ID, _ search: String) -> Bool {
        let line = Set(search.split(separator: " "))
        return ([id] + (aliases[id] ?? [])).contains { named in
            let known = Set((people[named]?.search ?? "").split(separator: " "))
            return line.isSubset(of: known) || known.isSubset(of: line)
        }
    }

    /// Somebody by folded name; `fits` leaves out those who are known to be another person of the same name.
    func find(search: String, in group: Int, where fits: (Person) -> Bool = { _ in true }) -> Found<ID> {
        // Whose person was taken away has no name, and a line without one means nobody.
        guard !search.isEmpty else { return .none }
        let named = (members[group] ?? []).filter { id in
            people[id].map { $0.search == search && fits($0) } ?? false
        }
        return Found(named.map { targets[$0] ?? $0 })
    }
}

/// The 16 bytes of a blind index as a value that costs no allocation.
private struct CodeKey: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    init(_ bytes: [UInt8]) {
        var halves: [UInt64] = [0, 0]
        for (index, byte) in bytes.prefix(16).enumerated() {
            halves[index / 8] = halves[index / 8] << 8 | UInt64(byte)
        }
        high = halves[0]
        low = halves[1]
    }
}
