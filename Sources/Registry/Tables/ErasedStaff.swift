internal import Access
package import Frame
internal import Kernel
package import Storage

extension Migration {
    /// Members of staff whose person was taken away: figures of their years stay with the number.
    static let erasedStaff = Migration(
        id: "2026-12-erased-staff",
        tables: [
            TableNote(
                name: "erased_staff",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "staff_id"]
            )
        ],
        sql: """
            CREATE TABLE erased_staff (
                tenant_id INTEGER NOT NULL,
                staff_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, staff_id)
            ) {register};
            CREATE INDEX erased_staff_day ON erased_staff (tenant_id, day);
            """
    )
}

/// The tombstones of members of staff: a number without a person, whose posts, teaching and figures still count.
package enum ErasedStaff {
    /// How many there are: what shows names was made before or after.
    package static func count(_ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM erased_staff WHERE tenant_id = \(tenant)", Int.self) ?? 0
    }

    /// The numbers of those whose person was taken away.
    static func all(_ tenant: TenantID, _ connection: Connection) throws -> Set<StaffID> {
        Set(
            try connection.rows(
                "SELECT staff_id FROM erased_staff WHERE tenant_id = \(tenant)",
                StaffID.self
            )
        )
    }

    /// Takes the person away from a member of staff: names and codes go, the number stays.
    ///
    /// A closed account of theirs is theirs no more, else it would tell whose the number was.
    package static func bury(_ staff: StaffID, _ desk: Desk, _ connection: Connection) throws {
        try connection.execute(
            """
            UPDATE staff SET external_code = '', surname = '', forename = '', sort_key = \([UInt8]()),
                search_key = '', code_index = NULL, code_sealed = NULL, version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(staff)
            """
        )
        try connection.execute(
            """
            DELETE FROM sourced_id
            WHERE tenant_id = \(desk.tenant) AND kind = \(SourcedKind.staff.rawValue) AND entity_id = \(staff)
            """
        )
        try Accounts.unlink(staff, desk.tenant, connection)
        try connection.execute(
            """
            INSERT INTO erased_staff (tenant_id, staff_id, day)
            VALUES (\(desk.tenant), \(staff), \(desk.today))
            """
        )
    }
}
