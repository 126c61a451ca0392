package import Frame
package import Kernel
package import Storage

/// Names, codes and order of members for one question, loaded when a dimension is first asked for.
///
/// A query that fails makes the transaction fail as a whole, so a name that could not be loaded is never shown:
/// nothing is.
package final class RegistryNames: MemberNames {
    private let source: MemberSource
    private var lists: [Dimension: [Int: Member]] = [:]
    private var pupils: [Int: Member] = [:]
    private var lonePupils = 0

    /// A member of a dimension.
    struct Member {
        let name: String
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
        return self.member(dimension, member).map { Text(same: $0.name) } ?? Text(same: "#\(member)")
    }

    package func code(_ dimension: Dimension, _ member: Int) -> String {
        guard dimension.isRegister else { return NumberedMember.code(dimension, member) }
        guard member != 0 else { return "" }
        return self.member(dimension, member)?.code ?? "#\(member)"
    }

    package func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int] {
        guard dimension.isRegister else { return members.sorted() }
        let members = Array(members)
        if dimension == .pupil { load(pupils: members) }
        let orders = members.map { ($0, self.member(dimension, $0)?.order ?? []) }
        return orders.sorted { left, right in
            if left.1 == right.1 { return left.0 < right.0 }
            return left.1.lexicographicallyPrecedes(right.1)
        }
        .map(\.0)
    }

    private func member(_ dimension: Dimension, _ member: Int) -> Member? {
        if dimension == .pupil { return pupil(member) }
        if let list = lists[dimension] { return list[member] }
        let list = (try? source.members(dimension)) ?? [:]
        lists[dimension] = list
        return list[member]
    }

    /// A pupil that was not among those sorted before: a few are fetched one by one, then all at once.
    private func pupil(_ id: Int) -> Member? {
        if let known = pupils[id] { return known }
        lonePupils += 1
        if lonePupils == RegistryNames.patience {
            pupils = (try? source.members(.pupil)) ?? pupils
        } else if lonePupils < RegistryNames.patience {
            load(pupils: [id])
        }
        return pupils[id]
    }

    private static let patience = 50

    private func load(pupils wanted: [Int]) {
        let missing = wanted.filter { pupils[$0] == nil }
        for start in stride(from: 0, to: missing.count, by: 500) {
            let block = Array(missing[start..<min(start + 500, missing.count)])
            pupils.merge((try? source.pupils(block)) ?? [:]) { first, _ in first }
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
}
