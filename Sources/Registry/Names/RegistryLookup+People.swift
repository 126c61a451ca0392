package import Frame
import Kernel
import Storage

/// People are found by Sekme's number, or by the code that their source has for them; a code of digits alone is
/// written `code:123`, so that an address with a number never means somebody else.
extension RegistryLookup {
    /// The teacher of a number, a code, or a name within the institution.
    package func teacher(_ text: String, institution: InstitutionID?) throws -> StaffID {
        let teacher = Text(lv: "pedagoga", en: "teacher")
        if let id = Int(text) {
            guard let found: StaffID = try known(id, in: "staff") else {
                throw Refusal.unknown(text, teacher)
            }
            return found
        }
        let search = LatvianKey.search(text)
        let among: SQL = institution.map { "EXISTS (\(posts($0)))" } ?? "1 = 1"
        let found = try connection.rows(
            """
            SELECT id FROM staff s
            WHERE tenant_id = \(tenant)
                AND (external_code = \(RegistryLookup.code(text)) OR (search_key = \(search) AND \(among)))
            ORDER BY id
            """,
            StaffID.self
        )
        guard let only = found.first else { throw Refusal.unknown(text, teacher) }
        guard found.count == 1 else {
            throw Refusal.several(text, Text(lv: "vairākiem pedagogiem", en: "teachers"))
        }
        return only
    }

    /// The pupil of a number or a code.
    package func pupil(_ text: String) throws -> PupilID {
        let pupil = Text(lv: "izglītojamā", en: "pupil")
        if let id = Int(text) {
            guard let found: PupilID = try known(id, in: "pupil") else { throw Refusal.unknown(text, pupil) }
            return try PupilAliases.target(of: found, tenant, connection)
        }
        let code = RegistryLookup.code(text)
        let found = try connection.rows(
            "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND external_code = \(code) ORDER BY id",
            PupilID.self
        )
        let pupils = Set(try found.map { try PupilAliases.target(of: $0, tenant, connection) })
        guard let only = pupils.first else { throw Refusal.unknown(text, pupil) }
        guard pupils.count == 1 else {
            throw Refusal.several(text, Text(lv: "vairākiem izglītojamajiem", en: "pupils"))
        }
        return only
    }

    private func known<ID: IntegerID>(_ id: Int, in table: SQL) throws -> ID? {
        try connection.value("SELECT id FROM \(table) WHERE tenant_id = \(tenant) AND id = \(id)", ID.self)
    }

    private func posts(_ institution: InstitutionID) -> SQL {
        """
        SELECT 1 FROM staff_post o WHERE o.tenant_id = \(tenant) AND o.staff_id = s.id
            AND o.institution_id = \(institution)
        """
    }

    private static func code(_ text: String) -> String {
        text.hasPrefix("code:") ? String(text.dropFirst(5)) : text
    }
}
