package import Frame
package import Kernel
package import Storage

/// Names, codes and order of members for one question, loaded when they are first asked for.
///
/// A large board has many times more classes, teachers and pupils than one question is about: of these the ones are
/// loaded that are sorted together, others one by one, and all only where many are asked for that way.
///
/// A query that fails makes the transaction fail as a whole, so a name that could not be loaded is never shown:
/// nothing is.
package final class RegistryNames: MemberNames {
    private let source: MemberSource
    private var known: [Dimension: [Int: Member]] = [:]
    /// The dimensions of which all members are known, and how many of the others were asked for one by one.
    private var whole: Set<Dimension> = []
    private var alone: [Dimension: Int] = [:]

    /// A member of a dimension.
    struct Member {
        let name: Text
        let code: String
        let order: [UInt8]
    }

    /// Names as of a school year, for one transaction.
    package init(tenant: TenantID, year: SchoolYear, _ connection: Connection) {
        source = MemberSource(tenant: tenant, year: year, connection: connection)
    }

    package func name(_ dimension: Dimension, _ member: Int) -> Text {
        guard dimension.isRegister else { return NumberedMember.name(dimension, member) }
        guard member != 0 else { return Text(lv: "nav norādīts", en: "not given") }
        return self.member(dimension, member)?.name ?? Text(same: "#\(member)")
    }

    package func code(_ dimension: Dimension, _ member: Int) -> String {
        guard dimension.isRegister else { return NumberedMember.code(dimension, member) }
        guard member != 0 else { return "" }
        return self.member(dimension, member)?.code ?? "#\(member)"
    }

    package func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int] {
        guard dimension.isRegister else { return members.sorted() }
        let members = Array(members)
        if dimension.isLarge { load(dimension, members) }
        let orders = members.map { ($0, self.member(dimension, $0)?.order ?? []) }
        return orders.sorted { left, right in
            if left.1 == right.1 { return left.0 < right.0 }
            return left.1.lexicographicallyPrecedes(right.1)
        }
        .map(\.0)
    }

    private func member(_ dimension: Dimension, _ id: Int) -> Member? {
        if let known = known[dimension]?[id] { return known }
        guard !whole.contains(dimension) else { return nil }
        alone[dimension, default: 0] += 1
        if dimension.isLarge, alone[dimension, default: 0] < RegistryNames.patience {
            load(dimension, [id])
        } else {
            known[dimension] = (try? source.members(dimension)) ?? [:]
            whole.insert(dimension)
        }
        return known[dimension]?[id]
    }

    private static let patience = 50

    private func load(_ dimension: Dimension, _ wanted: [Int]) {
        guard !whole.contains(dimension) else { return }
        let missing = wanted.filter { known[dimension]?[$0] == nil }
        for start in stride(from: 0, to: missing.count, by: 500) {
            let block = Array(missing[start..<min(start + 500, missing.count)])
            known[dimension, default: [:]].merge((try? source.members(dimension, among: block)) ?? [:]) {
                first,
                _ in
                first
            }
        }
    }
}

extension Dimension {
    /// Whether the members are rows of a register rather than numbers that speak for themselves.
    fileprivate var isRegister: Bool {
        switch self {
        case .institution, .classGroup, .group, .subject, .teacher, .pupil: true
        case .grade, .year, .term, .month, .weekday, .kind, .scale, .assessment: false
        }
    }

    /// Whether a large board has many more members of it than a page names.
    fileprivate var isLarge: Bool {
        switch self {
        case .classGroup, .group, .teacher, .pupil: true
        default: false
        }
    }
}
