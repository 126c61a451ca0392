import Frame
import Kernel
import Storage

/// Pupils of one institution who came and left within a year, by kind, and its pupils at both ends.
struct Moves {
    private(set) var byKind: [MoveKind: Int] = [:]
    private var start = 0
    private var end = 0

    var arrived: Int { byKind[.arrived] ?? 0 }
    var left: Int { MoveKind.departures.reduce(0) { $0 + (byKind[$1] ?? 0) } }
    /// How many fewer pupils there are at the end than at the start.
    var loss: Int { left - arrived }
    /// Whether there were pupils at all.
    var isKnown: Bool { start + end + arrived + left > 0 }
    /// The fewest people that the loss tells of: whoever knows it and one end knows the other end.
    var fewestPupils: Int { Moves.fewest(start, end) }
    /// The fewest people that the arrivals tell of: with the loss, which everybody can make, they give the
    /// departures.
    var fewestMovers: Int { Moves.fewest(arrived, left) }

    private mutating func add(_ other: Moves) {
        byKind.merge(other.byKind, uniquingKeysWith: +)
        start += other.start
        end += other.end
    }

    private static func fewest(_ one: Int, _ other: Int) -> Int {
        one == 0 || other == 0 ? max(one, other) : min(one, other)
    }

    /// Those of each institution in a selection; none where it asks for a part of an institution.
    static func load(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Int: Moves] {
        guard Set(selection.members.keys).isSubset(of: [.institution, .term]) else { return [:] }
        let counts = PupilCounts(selection, tenant: tenant)
        var all: [Int: Moves] = [:]
        for (institution, count) in try counts.pupils(on: counts.start, connection) {
            all[institution.rawValue, default: Moves()].start = count
        }
        for (institution, count) in try counts.pupils(on: counts.end, connection) {
            all[institution.rawValue, default: Moves()].end = count
        }
        for move in try counts.movement(connection) {
            let kind = move.isArrival ? .arrived : MoveKind(reason: move.reason)
            all[move.institution.rawValue, default: Moves()].byKind[kind, default: 0] += move.count
        }
        return all
    }

    /// The same, summed along the dimensions of a layout, of which a kind is none.
    static func summed(
        _ selection: Selection,
        over dimensions: [Dimension],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Moves] {
        try load(selection, tenant, connection).reduce(into: [:]) { sums, element in
            guard element.value.isKnown else { return }
            let key = dimensions.map { $0 == .year ? selection.year.start : element.key }
            sums[key, default: Moves()].add(element.value)
        }
    }
}
