package import Frame
package import Kernel
package import Storage

/// A role that members of a group at a provider may be given, once an administrator agrees.
package struct GroupRole: Hashable, Sendable {
    /// The group, as the provider calls it.
    package let group: String
    /// The stable name of the role.
    package let role: String
    /// The registration number of the institution; nil for the whole board.
    package let institution: String?
}

/// A role that a provider's group proposes for an account: it gives nothing by itself.
package struct RoleProposal: Hashable, Sendable, Readable {
    /// The stable name of the role.
    package let role: String
    /// The registration number of the institution; empty for the whole board.
    package let registration: String
    /// The group, as the provider calls it.
    package let group: String
    /// The day on which the provider said it last.
    package let seen: Day

    static let columns: SQL = "role, reg_no, group_name, seen_on"

    /// Reads the columns of a row.
    package init(row: inout Row) throws {
        role = try row.next()
        registration = try row.next()
        group = try row.next()
        seen = try row.next()
    }

    /// A proposal with the place that it is for; nil where no institution has the number.
    package struct Placed: Hashable, Sendable {
        /// What is proposed.
        package let proposal: RoleProposal
        /// Where the role would be held.
        package let scope: Scope?
        /// What people call the place.
        package let place: Text
    }
}

extension Migration {
    static let roleProposals = Migration(
        id: "2027-01-role-proposals",
        tables: [
            TableNote(
                name: "role_proposal",
                holds: .accounts,
                retention: "account",
                key: ["tenant_id", "account_id", "role", "reg_no"]
            )
        ],
        sql: """
            CREATE TABLE role_proposal (
                tenant_id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                role TEXT NOT NULL,
                reg_no TEXT NOT NULL,
                group_name TEXT NOT NULL,
                seen_on INTEGER NOT NULL,
                dismissed_on INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, account_id, role, reg_no),
                FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
            ) {register};
            """
    )
}
