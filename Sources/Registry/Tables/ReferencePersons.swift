package import Frame
package import Kernel
package import Storage

extension Migration {
    /// Marks persons whom a list of the state names by a number alone, so that nobody takes them for pupils of the board.
    ///
    /// Those who are there came with the state's results of examinations: they have no name, the code that the reader of that
    /// list gives, and learn nowhere.
    static let referencePersons = Migration(
        id: "2027-01-unnamed-persons",
        tables: [],
        sql: """
            ALTER TABLE pupil ADD COLUMN is_reference INTEGER NOT NULL DEFAULT 0 CHECK (is_reference IN (0, 1));
            UPDATE pupil SET is_reference = 1
                WHERE surname = '' AND forename = '' AND code_index IS NULL
                    AND substr(external_code, 1, 5) = 'VIIS '
                    AND NOT EXISTS (
                        SELECT 1 FROM enrolment e WHERE e.tenant_id = pupil.tenant_id AND e.pupil_id = pupil.id
                    );
            """
    )
}

/// Persons whom a source names by a number alone.
///
/// They have a number among pupils, as facts are about persons and means are counted over them; they are no pupils of the
/// board: nothing that looks for pupils finds them, and no import takes somebody for them but the one that made them.
package enum ReferencePersons {
    /// Those with a code that begins with what a source puts before its numbers, by their code.
    ///
    /// Who was joined to a pupil before such persons were told apart goes by the pupil's number.
    package static func load(
        prefix: String,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [String: PupilID] {
        let rows = try connection.rows(
            "SELECT external_code, id FROM pupil WHERE tenant_id = \(tenant) AND is_reference = 1 ORDER BY id",
            String.self,
            PupilID.self
        )
        let aliases = try PupilAliases.load(tenant, connection)
        let persons = rows.filter { $0.0.hasPrefix(prefix) }.map { ($0.0, aliases.target(of: $0.1)) }
        return Dictionary(persons) { first, _ in first }
    }

    /// Whether a number is such a person's.
    package static func has(
        _ pupil: PupilID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Bool {
        try connection.value(
            "SELECT is_reference FROM pupil WHERE tenant_id = \(tenant) AND id = \(pupil)",
            Bool.self
        ) ?? false
    }

    /// What such a person is called.
    package static func name(_ code: String) -> Text {
        Text(lv: "Persona bez vārda (\(code))", en: "Person without a name (\(code))")
    }
}
