import Frame
import Kernel
import Storage

/// What holds from a day until the next one that says otherwise: the addresses of a place, or its founder.
struct DatedTexts: Hashable, Sendable {
    /// What holds from a day on; 0 is since nobody knows when.
    struct Stretch: Hashable, Sendable {
        let from: Int
        var texts: [String]
    }

    /// By day, ascending.
    private(set) var stretches: [Stretch] = []

    /// What holds on a day; before the first known day, what that one says.
    func on(_ day: Day) -> [String] {
        (stretches.last { $0.from <= day.number } ?? stretches.first)?.texts ?? []
    }

    /// What holds last.
    var latest: [String] { stretches.last?.texts ?? [] }

    /// What begins on exactly this day.
    func beginning(_ from: Int) -> [String] { stretches.first { $0.from == from }?.texts ?? [] }

    /// Sets what holds from a day on.
    mutating func put(_ texts: [String], from: Int) {
        stretches.removeAll { $0.from == from }
        stretches.append(Stretch(from: from, texts: texts))
        stretches.sort { $0.from < $1.from }
    }

    /// Adds a text to what holds from a day on, as rows come in their order.
    mutating func add(_ text: String, from: Int) {
        guard !text.isEmpty else { return }
        put(beginning(from) + [text], from: from)
    }

    /// Several with `;` between, each once.
    static func parts(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmed }.reduce(into: []) { parts, part in
            if !part.isEmpty, !parts.contains(part) { parts.append(part) }
        }
    }

    /// The parts as one text.
    static func joined(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}

/// The dated addresses and founders of a tenant, or of one institution of it.
struct DatedPlaces: Sendable {
    var addresses: [InstitutionID: DatedTexts] = [:]
    var founders: [InstitutionID: DatedTexts] = [:]
    var programmes: [ProgrammeID: DatedTexts] = [:]

    /// Loads them; a blank text is one that was taken out.
    static func load(
        _ tenant: TenantID,
        of institution: InstitutionID? = nil,
        _ connection: Connection
    ) throws -> DatedPlaces {
        var places = DatedPlaces()
        let own: SQL = institution.map { "institution_id = \($0)" } ?? "1 = 1"
        try connection.each(
            """
            SELECT institution_id, from_day, address FROM institution_address
            WHERE tenant_id = \(tenant) AND \(own) ORDER BY institution_id, from_day, ordinal
            """
        ) { row in
            let (id, from) = (try row.next(InstitutionID.self), try row.next(Int.self))
            places.addresses[id, default: DatedTexts()].add(try row.next(), from: from)
        }
        try connection.each(
            """
            SELECT institution_id, from_day, founder FROM institution_founder
            WHERE tenant_id = \(tenant) AND \(own) ORDER BY institution_id, from_day
            """
        ) { row in
            let (id, from) = (try row.next(InstitutionID.self), try row.next(Int.self))
            places.founders[id, default: DatedTexts()].add(try row.next(), from: from)
        }
        try connection.each(
            """
            SELECT a.programme_id, a.from_day, a.address FROM programme_address a
            JOIN programme p ON p.tenant_id = a.tenant_id AND p.id = a.programme_id
            WHERE a.tenant_id = \(tenant) AND \(own) ORDER BY a.programme_id, a.from_day, a.ordinal
            """
        ) { row in
            let (id, from) = (try row.next(ProgrammeID.self), try row.next(Int.self))
            places.programmes[id, default: DatedTexts()].add(try row.next(), from: from)
        }
        return places
    }
}
