package import Frame
import Kernel
import Storage

/// People are found by Sekme's number, or by the code that their source has for them; a code of digits alone is
/// written `code:123`, so that an address with a number never means somebody else.
extension RegistryLookup {
    /// The teacher of a number, a code, or a name within the institution, among those who hold or held a post or teach or
    /// taught within a reach, and one's own entry.
    package func teacher(
        _ text: String,
        institution: InstitutionID?,
        within reach: Reach = .all,
        or own: StaffID? = nil
    ) throws -> StaffID {
        let teacher = Text(lv: "pedagoga", en: "teacher")
        let within = works(reach, or: own)
        if let id = Int(text) {
            let found = try connection.value(
                "SELECT id FROM staff s WHERE tenant_id = \(tenant) AND id = \(id) AND \(within)",
                StaffID.self
            )
            guard let found else { throw Refusal.unknown(text, teacher) }
            return found
        }
        let search = LatvianKey.search(text)
        let among: SQL = institution.map { "EXISTS (\(posts($0)))" } ?? "1 = 1"
        let found = try connection.rows(
            """
            SELECT id FROM staff s
            WHERE tenant_id = \(tenant)
                AND (external_code = \(RegistryLookup.code(text)) OR (search_key = \(search) AND \(among)))
                AND \(within)
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

    /// The pupil of a number or a code; persons without names are none (``ReferencePersons``).
    package func pupil(_ text: String) throws -> PupilID {
        let pupil = Text(lv: "izglītojamā", en: "pupil")
        if let id = Int(text) {
            let found = try connection.value(
                "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND id = \(id)",
                PupilID.self
            )
            guard let known = try found.flatMap({ try living($0) }) else {
                throw Refusal.unknown(text, pupil)
            }
            return known
        }
        let code = RegistryLookup.code(text)
        let found = try connection.rows(
            "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND external_code = \(code) ORDER BY id",
            PupilID.self
        )
        let pupils = Set(try found.compactMap { try living($0) })
        guard let only = pupils.first else { throw Refusal.unknown(text, pupil) }
        guard pupils.count == 1 else {
            throw Refusal.several(text, Text(lv: "vairākiem izglītojamajiem", en: "pupils"))
        }
        return only
    }

    /// The number that a pupil goes by now; nil where it is that of a person without a name.
    private func living(_ pupil: PupilID) throws -> PupilID? {
        let target = try PupilAliases.target(of: pupil, tenant, connection)
        return try ReferencePersons.has(target, tenant, connection) ? nil : target
    }

    /// Whoever has or had a post or lessons in an institution of a reach.
    private func works(_ reach: Reach, or own: StaffID?) -> SQL {
        guard !reach.everything else { return "1 = 1" }
        let places = reach.institutions.sorted()
        return """
            (s.id = \(own ?? StaffID(rawValue: 0))
            OR EXISTS (SELECT 1 FROM staff_post p WHERE p.tenant_id = \(tenant) AND p.staff_id = s.id
                AND p.institution_id IN (\(list: places)))
            OR EXISTS (SELECT 1 FROM teaching t WHERE t.tenant_id = \(tenant) AND t.staff_id = s.id
                AND t.institution_id IN (\(list: places))))
            """
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
