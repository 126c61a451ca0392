package import Frame
package import Kernel
package import Storage

/// Finds members by what a person typed or chose, and lists what there is to choose from.
package struct RegistryLookup {
    let tenant: TenantID
    let connection: Connection

    /// A lookup within one transaction.
    package init(tenant: TenantID, _ connection: Connection) {
        self.tenant = tenant
        self.connection = connection
    }

    /// School years with data, the latest first.
    package func years() throws -> [SchoolYear] {
        try Years.load(tenant, connection).withData
    }

    /// The latest year with data that has begun, else the year of today.
    package func latestYear(today: Day) throws -> SchoolYear {
        try Years.load(tenant, connection).latest(today: today)
    }

    /// The institution of a registration number, a name past or present, an alias, or an id.
    package func institution(_ text: String) throws -> InstitutionID {
        let search = LatvianKey.search(text)
        let byName = try connection.rows(
            """
            SELECT id FROM institution WHERE tenant_id = \(tenant)
                AND ((reg_no <> '' AND reg_no = \(InstitutionIndex.regNo(text))) OR search_key = \(search))
            UNION SELECT institution_id FROM institution_name
            WHERE tenant_id = \(tenant) AND search_key = \(search) ORDER BY id
            """,
            InstitutionID.self
        )
        if let only = byName.first, byName.count == 1 { return only }
        guard byName.isEmpty else {
            throw Refusal.several(text, Text(lv: "vairākām iestādēm", en: "institutions"))
        }
        let byID = try Int(text).flatMap { id in
            try connection.value(
                "SELECT id FROM institution WHERE tenant_id = \(tenant) AND id = \(id)",
                InstitutionID.self
            )
        }
        guard let byID else { throw Refusal.unknown(text, Text(lv: "iestādes", en: "institution")) }
        return byID
    }

    /// The class of a name within an institution and year, or of an id.
    package func classGroup(
        _ text: String,
        institution: InstitutionID?,
        year: SchoolYear
    ) throws -> ClassID {
        let classes = try connection.rows(
            """
            SELECT id, search_key, institution_id FROM class_group
            WHERE tenant_id = \(tenant) AND year = \(year.start) ORDER BY id
            """,
            ClassID.self,
            String.self,
            InstitutionID.self
        )
        .filter { institution == nil || $0.2 == institution }
        if let byID = Int(text), let hit = classes.first(where: { $0.0.rawValue == byID }) { return hit.0 }
        let name = ClassName.key(text)
        let hits = classes.filter { ClassName.joined($0.1) == name }
        guard let hit = hits.first else { throw Refusal.unknown(text, Text(lv: "klases", en: "class")) }
        guard hits.count == 1 else { throw Refusal.several(text, Text(lv: "vairākām klasēm", en: "classes")) }
        return hit.0
    }

    /// The subject of a code, a name or an id.
    package func subject(_ text: String) throws -> SubjectID {
        let subjects = try connection.rows(
            "SELECT id, code, search_key FROM subject WHERE tenant_id = \(tenant) ORDER BY id",
            SubjectID.self,
            String.self,
            String.self
        )
        let search = LatvianKey.search(text)
        let hit =
            subjects.first { !$0.1.isEmpty && $0.1 == text } ?? subjects.first { $0.2 == search }
            ?? subjects.first { $0.0.rawValue == Int(text) }
        guard let hit else {
            throw Refusal.unknown(text, Text(lv: "mācību priekšmeta", en: "subject"))
        }
        return hit.0
    }
}

extension Refusal {
    static func unknown(_ text: String, _ what: Text) -> Refusal {
        Refusal(
            .unknown,
            Text(lv: "Nav \(what.lv) „\(text)”.", en: "There is no \(what.en) “\(text)”."),
            advice: Text(
                lv: "Pārbaudiet nosaukumu vai numuru un mācību gadu.",
                en: "Check the name or number and the school year."
            )
        )
    }

    static func several(_ text: String, _ what: Text) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "„\(text)” atbilst \(what.lv).",
                en: "Several \(what.en) are called “\(text)”."
            ),
            advice: Text(
                lv: "Norādiet reģistrācijas numuru vai izvēlieties iestādi.",
                en: "Give the registration number or choose the institution."
            )
        )
    }
}
