import Assessments
import Frame
import Kernel
import Registry
import Storage

/// Names of members of every room: those of the registers, and tests, which the registry does not know.
final class HouseNames: MemberNames {
    private let registers: RegistryNames
    private let find: (Int) throws -> Assessment?
    private var assessments: [Int: Assessment?] = [:]

    /// Names as of a school year, for one transaction.
    init(tenant: TenantID, year: SchoolYear, _ connection: Connection) {
        registers = RegistryNames(tenant: tenant, year: year, connection)
        find = { try AssessmentBook.find($0, tenant, connection) }
    }

    func name(_ dimension: Dimension, _ member: Int) -> Text {
        guard dimension == .assessment else { return registers.name(dimension, member) }
        return work(member)?.words ?? registers.name(dimension, member)
    }

    func code(_ dimension: Dimension, _ member: Int) -> String {
        guard dimension == .assessment else { return registers.code(dimension, member) }
        let code = work(member)?.code ?? ""
        return code.isEmpty ? registers.code(dimension, member) : code
    }

    /// Tests by kind, level and grade.
    func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int] {
        guard dimension == .assessment else { return registers.sorted(dimension, members) }
        return members.map { id in (order(id), id) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private func order(_ id: Int) -> [Int] {
        let work = work(id)
        return [work?.sort.member ?? 0, work?.grade ?? 0, id]
    }

    /// A query that fails makes the transaction fail as a whole, so that a missing name is never shown.
    private func work(_ id: Int) -> Assessment? {
        if let known = assessments[id] { return known }
        let found = (try? find(id)) ?? nil
        assessments[id] = found
        return found
    }
}
