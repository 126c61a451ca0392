import Frame
import Storage

/// Numbers of pupils that lead to another one's, as the logs of earlier imports have to be read.
struct MergedNumbers {
    private let targets: [Int: Int]

    static func load(_ tenant: TenantID, _ connection: Connection) throws -> MergedNumbers {
        let rows = try connection.rows(
            """
            SELECT other_id, pupil_id FROM pupil_merge
            WHERE tenant_id = \(tenant) AND undone_at = 0 ORDER BY other_id
            """,
            Int.self,
            Int.self
        )
        return MergedNumbers(targets: Dictionary(rows) { first, _ in first })
    }

    var isEmpty: Bool { targets.isEmpty }

    /// The number that counts now of one that a log has; nil where it is the same.
    func target(of pupil: Int) -> Int? {
        var (at, left) = (pupil, targets.count)
        while let next = targets[at], left > 0 { (at, left) = (next, left - 1) }
        return at == pupil ? nil : at
    }

    /// A key of a register as it is now; the pupil's own row stays where it is.
    func key(_ key: [Int], of table: RegisterTable) -> [Int] {
        guard let place = table.key.firstIndex(of: Dimension.pupil.column), key.indices.contains(place),
            let target = target(of: key[place])
        else { return key }
        var key = key
        key[place] = target
        return key
    }
}
