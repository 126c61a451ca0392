package import Frame
internal import Kernel
package import Storage

extension Migration {
    /// Pupils whose person was taken away: what is left of them counts and is nobody's.
    ///
    /// `reason` is 1 where the time of keeping was over, 2 where the person asked.
    static let erasedPupils = Migration(
        id: "2026-12-erased-pupils",
        tables: [
            TableNote(
                name: "erased_pupil",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "pupil_id"]
            )
        ],
        sql: """
            CREATE TABLE erased_pupil (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                reason INTEGER NOT NULL CHECK (reason IN (1, 2)),
                removed INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id)
            ) {register};
            CREATE INDEX erased_pupil_day ON erased_pupil (tenant_id, day);
            """
    )
}

/// The tombstones of pupils: a number without a person, whose facts still count in the sums of past years.
package struct ErasedPupils: Sendable {
    /// Why a person was taken away.
    package enum Reason: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
        /// The time of keeping was over.
        case time = 1
        /// The person, or who stands for them, asked for it.
        case request = 2
    }

    /// The numbers of the pupils.
    package let pupils: Set<PupilID>

    /// Loads the tombstones of a tenant; a few lines a year.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> ErasedPupils {
        ErasedPupils(
            pupils: Set(
                try connection.rows(
                    "SELECT pupil_id FROM erased_pupil WHERE tenant_id = \(tenant)",
                    PupilID.self
                )
            )
        )
    }

    /// How many there are: what shows names was made before or after.
    package static func count(_ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM erased_pupil WHERE tenant_id = \(tenant)", Int.self) ?? 0
    }

    /// Takes the person away from a pupil: names, codes and the day of birth go, the number stays.
    ///
    /// `removed` tells how many rows of other tables went before.
    package static func bury(
        _ pupil: PupilID,
        _ reason: Reason,
        removed: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            UPDATE pupil SET external_code = '', surname = '', forename = '', sort_key = \([UInt8]()),
                search_key = '', code_index = NULL, code_sealed = NULL, birth_day = NULL, sex = 0,
                study_form = '', is_special = 0, is_ukraine = 0, is_reemigrant = 0, version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(pupil)
            """
        )
        try connection.execute(
            """
            DELETE FROM sourced_id
            WHERE tenant_id = \(desk.tenant) AND kind = \(SourcedKind.pupil.rawValue) AND entity_id = \(pupil)
            """
        )
        try connection.execute(
            "DELETE FROM pupil_pair WHERE tenant_id = \(desk.tenant) AND other_id = \(pupil)"
        )
        try connection.execute(
            """
            INSERT INTO erased_pupil (tenant_id, pupil_id, day, reason, removed, account_id)
            VALUES (\(desk.tenant), \(pupil), \(desk.today), \(reason), \(removed), \(desk.asker.account))
            """
        )
    }
}
