import Frame
import Kernel

/// Institutions by registration number, by names past and present, and by alias.
struct InstitutionIndex: Sendable {
    struct Entry: Sendable {
        let id: InstitutionID
        var search: String
        var isReference: Bool
        var isClosed: Bool
        /// Whether it has a registration number.
        var isNumbered = false
        /// Official names by the day from which they hold, ascending.
        var names: [(from: Int, search: String)] = []
        /// How many aliases it has.
        var aliases = 0
        /// The aliases, folded.
        var aliasTexts: Set<String> = []
        /// Municipalities by the day from which it lies there, ascending.
        var territories: [(from: Int, id: TerritoryID)] = []

        /// The official name on a day; nil where no dated name reaches back so far.
        func name(on day: Day) -> String? { names.last { $0.from <= day.number }?.search }

        /// Whether it goes or went by a folded name.
        func knows(_ name: String) -> Bool {
            search == name || aliasTexts.contains(name) || names.contains { $0.search == name }
        }

        func territory(on day: Day) -> TerritoryID? { territories.last { $0.from <= day.number }?.id }
    }

    private(set) var entries: [InstitutionID: Entry] = [:]
    private var byRegNo: [String: InstitutionID] = [:]
    private var byName: [String: Set<InstitutionID>] = [:]

    /// A registration number without the blanks that spreadsheets put in it.
    static func regNo(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    mutating func add(_ entry: Entry, regNo: String) {
        entries[entry.id] = entry
        number(entry.id, regNo)
        byName[entry.search, default: []].insert(entry.id)
    }

    mutating func number(_ id: InstitutionID, _ regNo: String) {
        guard !regNo.isEmpty else { return }
        byRegNo[InstitutionIndex.regNo(regNo)] = id
        entries[id]?.isNumbered = true
    }

    mutating func addName(_ search: String, of id: InstitutionID, from: Int, isAlias: Bool) {
        byName[search, default: []].insert(id)
        guard !isAlias else {
            entries[id]?.aliases += 1
            entries[id]?.aliasTexts.insert(search)
            return
        }
        entries[id]?.names.removeAll { $0.from == from }
        entries[id]?.names.append((from, search))
        entries[id]?.names.sort { $0.from < $1.from }
    }

    mutating func addTerritory(_ territory: TerritoryID, of id: InstitutionID, from: Int) {
        entries[id]?.territories.removeAll { $0.from == from }
        entries[id]?.territories.append((from, territory))
        entries[id]?.territories.sort { $0.from < $1.from }
    }

    mutating func rename(_ id: InstitutionID, to search: String) {
        entries[id]?.search = search
    }

    func find(regNo: String) -> InstitutionID? { byRegNo[InstitutionIndex.regNo(regNo)] }

    /// The institution of a folded name.
    ///
    /// Of several, those that bore the name on the day come first, then the tenant's own, then those that are
    /// open.
    func find(
        search: String,
        on day: Day,
        territory: TerritoryID?,
        where fits: (Entry) -> Bool = { _ in true }
    ) -> Found<InstitutionID> {
        var hits = (byName[search] ?? []).compactMap { entries[$0] }.filter(fits)
        if let territory { hits = hits.filter { $0.territory(on: day) == territory } }
        let preferences: [(Entry) -> Bool] = [
            { ($0.name(on: day) ?? $0.search) == search }, { !$0.isReference }, { !$0.isClosed },
        ]
        for preferred in preferences where hits.count > 1 && hits.contains(where: preferred) {
            hits = hits.filter(preferred)
        }
        return Found(hits.map(\.id))
    }
}
