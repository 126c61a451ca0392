package import Frame
package import Storage

extension Migration {
    /// Numbers of pupils who turned out to be somebody with a number already, and pairs of whom that may be so.
    ///
    /// A row of `pupil_alias` leads to the number that counts; the row of the register stays, so that files that name the
    /// old codes are understood. `why` is a sum of ``PairReason``, `answer` a number of ``PairAnswer``.
    static let pupilAliases = Migration(
        id: "2027-01-pupil-aliases",
        tables: [
            TableNote(
                name: "pupil_alias",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "pupil_id"]
            ),
            TableNote(
                name: "pupil_pair",
                holds: .pupils,
                retention: "schooling",
                sealed: ["reason_sealed"],
                key: ["tenant_id", "pupil_id", "other_id"]
            ),
        ],
        sql: """
            CREATE TABLE pupil_alias (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                target_id INTEGER NOT NULL,
                merge_id INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id)
            ) {register};
            CREATE INDEX pupil_alias_target ON pupil_alias (tenant_id, target_id);
            CREATE TABLE pupil_pair (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                other_id INTEGER NOT NULL,
                why INTEGER NOT NULL CHECK (why >= 0),
                answer INTEGER NOT NULL DEFAULT 0 CHECK (answer BETWEEN 0 AND 2),
                found_on INTEGER NOT NULL,
                answered_on INTEGER NOT NULL DEFAULT 0,
                account_name TEXT NOT NULL DEFAULT '',
                reason_sealed BLOB,
                PRIMARY KEY (tenant_id, pupil_id, other_id)
            ) {register};
            CREATE INDEX pupil_pair_answer ON pupil_pair (tenant_id, answer);
            CREATE INDEX pupil_pair_other ON pupil_pair (tenant_id, other_id);
            """
    )
}

/// Numbers of pupils that lead to another number since both turned out to be one person.
package struct PupilAliases: Sendable {
    private let targets: [PupilID: PupilID]

    /// Loads the numbers of a tenant; there are few.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> PupilAliases {
        let rows = try connection.rows(
            "SELECT pupil_id, target_id FROM pupil_alias WHERE tenant_id = \(tenant) ORDER BY pupil_id",
            PupilID.self,
            PupilID.self
        )
        return PupilAliases(targets: Dictionary(rows) { first, _ in first })
    }

    /// The number that counts of a pupil: it may be that the one it led to leads on.
    package func target(of pupil: PupilID) -> PupilID {
        var (at, left) = (pupil, targets.count)
        while let next = targets[at], left > 0 { (at, left) = (next, left - 1) }
        return at
    }

    /// The numbers that lead to a pupil, in order.
    package func others(of pupil: PupilID) -> [PupilID] {
        targets.keys.filter { target(of: $0) == pupil }.sorted()
    }

    /// All numbers that lead elsewhere, each with the one that counts.
    package var all: [PupilID: PupilID] {
        Dictionary(uniqueKeysWithValues: targets.keys.map { ($0, target(of: $0)) })
    }

    /// The number that counts of one pupil.
    package static func target(
        of pupil: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PupilID {
        let next = try connection.value(
            "SELECT target_id FROM pupil_alias WHERE tenant_id = \(tenant) AND pupil_id = \(pupil)",
            PupilID.self
        )
        guard next != nil else { return pupil }
        return try load(tenant, connection).target(of: pupil)
    }
}
